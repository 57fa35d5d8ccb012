"""A part of a framework among arguments of which nothing is known: they may be in, out or undecided."""

from collections.abc import Callable, Sequence, Set

from argmap.model.framework import Label
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.numbered import Numbered
from argmap.reasoning.acceptability.standing import judged


def among_unknowns(framework: Numbered, members: Set[int]) -> tuple[Numbered, dict[int, int]]:
    """Return the members with what attacks them from outside, and the number of each member there.

    An attacker from outside is labelled by others made up for it: it and its denial attack each other, what
    attacks itself attacks both, and a switch, which its counterpart attacks, may strike that out. Under the
    grounded semantics it is undecided; preferred extensions hold it, attack it, or leave it undecided.
    """
    order = sorted(members)
    outside = sorted({each for number in order for each in framework.attackers[number]} - members)
    of = {number: at for at, number in enumerate([*order, *outside])}
    attackers = [[of[each] for each in framework.attackers[number]] for number in order]
    size = len(of)
    for at in range(len(order), size):
        denial = size + 4 * (at - len(order))
        attackers.append([denial, denial + 1])
    for at in range(len(order), size):
        denial = size + 4 * (at - len(order))
        doubt, switch, counterpart = denial + 1, denial + 2, denial + 3
        attackers += [[at, doubt], [doubt, switch], [counterpart], [switch]]
    return Numbered(attackers, _attacked(attackers)), {number: of[number] for number in order}


def _attacked(attackers: Sequence[Sequence[int]]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in attackers]
    for target, several in enumerate(attackers):
        for each in several:
            found[each].append(target)
    return found


def forces(
    framework: Numbered, argument: int, label: Label, semantics: str, clock: Clock
) -> Callable[[Set[int]], bool]:
    """Return what tells of a set whether it makes an argument in, or out, whatever becomes of the others.

    What holds of a part with any labels outside holds of it in every framework in which nothing else attacks
    its members: complete, preferred and stable labellings of the whole are such of its parts, given the
    labels of what attacks them (P. Baroni et al. 2014, "top-down decomposable"), and an admissible set that
    nothing outside attacks, and that no admissible set attacks here, is ideal there.
    """

    def holds(members: Set[int]) -> bool:
        if argument not in members:
            return False
        part, of = among_unknowns(framework, members)
        verdict = judged(part, semantics, clock)
        if verdict is None:
            return False
        return of[argument] in (verdict.every if label == "in" else verdict.attacked)

    return holds


def conflicting(framework: Numbered, clock: Clock) -> Callable[[Set[int]], bool]:
    """Return what tells of a set whether no stable extension can do it justice."""

    def holds(members: Set[int]) -> bool:
        return judged(among_unknowns(framework, members)[0], "stable", clock) is None

    return holds
