"""A framework in numbers: what is computed on, and all that a solver ever sees of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.model.framework import Framework
from argmap.reasoning.acceptability.clock import ENDLESS, Clock


@dataclass(frozen=True)
class Numbered:
    """For each argument, by its number from 0, those that attack it and those it attacks."""

    attackers: Sequence[Sequence[int]]
    attacked: Sequence[Sequence[int]]

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.attackers)

    @property
    def attacks(self) -> int:
        """How many attacks there are."""
        return sum(map(len, self.attackers))

    def part(self, numbers: Sequence[int], clock: Clock = ENDLESS) -> "Numbered":
        """Return the framework of these arguments and the attacks among them, numbered in this order."""
        of = {number: at for at, number in enumerate(numbers)}
        attackers, attacked = list[list[int]](), list[list[int]]()
        for number in numbers:
            clock.check()
            attackers.append([of[other] for other in self.attackers[number] if other in of])
            attacked.append([of[other] for other in self.attacked[number] if other in of])
        return Numbered(attackers, attacked)

    def attacked_by(self, numbers: Iterable[int]) -> set[int]:
        """Return all that at least one of these arguments attacks."""
        return {target for number in numbers for target in self.attacked[number]}


def numbered(framework: Framework, clock: Clock = ENDLESS) -> Numbered:
    """Number the arguments of a framework in their order there."""
    of = {name: number for number, name in enumerate(framework.arguments)}
    attackers: list[list[int]] = [[] for _ in framework.arguments]
    attacked: list[list[int]] = [[] for _ in framework.arguments]
    for at, (attacker, target) in enumerate(framework.attacks):
        if at % 1000 == 0:
            clock.check()
        attackers[of[target]].append(of[attacker])
        attacked[of[attacker]].append(of[target])
    return Numbered(attackers, attacked)
