"""An abstract argumentation framework: arguments without inner structure, and which attacks which.

P. M. Dung, On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic
programming and n-person games, Artificial Intelligence 77 (1995), definition 2.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from argmap.errors import FaultyFramework

# M. Caminada, On the issue of reinstatement in argumentation, JELIA 2006.
Label = Literal["in", "out", "undecided"]
_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Framework:
    """Arguments by their names, and attacks as pairs (attacker, attacked), in any order that is kept.

    Raises:
        FaultyFramework: a name or an attack is there twice, or an attack names what is no argument.
    """

    arguments: tuple[str, ...] = ()
    attacks: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        names = frozenset(self.arguments)
        if len(names) < len(self.arguments):
            raise FaultyFramework(f'the argument "{_twice(self.arguments)}" is there twice. Name it once.')
        if len(frozenset(self.attacks)) < len(self.attacks):
            attacker, attacked = _twice(self.attacks)
            raise FaultyFramework(f'"{attacker}" attacks "{attacked}" twice. Say it once.')
        for attack in self.attacks:
            for end in attack:
                if end not in names:
                    raise FaultyFramework(
                        f'"{attack[0]}" attacks "{attack[1]}", but "{end}" is no argument of the framework. '
                        "Add it to the arguments, or leave the attack out."
                    )


def _twice(things: Iterable[_Thing]) -> _Thing:
    return Counter(things).most_common(1)[0][0]
