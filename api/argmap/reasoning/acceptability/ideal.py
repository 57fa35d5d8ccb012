"""The ideal extension, from what the admissible sets hold.

It is the largest admissible set that is within every preferred extension (P. M. Dung, P. Mancarella and
F. Toni, Computing ideal sceptical argumentation, Artificial Intelligence 171 (2007), section 2).
"""

from collections.abc import Iterable, Set

from argmap.reasoning.acceptability.numbered import Numbered


def ideal_extension(framework: Numbered, credulous: Set[int]) -> set[int]:
    """Return the ideal extension.

    An admissible set is within every preferred extension just if nothing that attacks it is in any admissible
    set (P. E. Dunne, The computational complexity of ideal semantics, Artificial Intelligence 173 (2009)).
    So it is the largest admissible set among the arguments of which that holds, and which are in some
    admissible set themselves: they do not attack one another, and it remains to drop what they cannot defend.

    Args:
        framework: what it is the extension of.
        credulous: the arguments that are in some admissible set.
    """
    return _defended(framework, unchallenged(framework, credulous))


def unchallenged(framework: Numbered, credulous: Set[int]) -> set[int]:
    """Return the arguments in some admissible set of which no attacker is in any."""
    return set(credulous) - framework.attacked_by(credulous)


def _defended(framework: Numbered, among: Set[int]) -> set[int]:
    """Return the largest subset of a conflict-free set that defends itself, in linear time."""
    kept = set(among)
    # How many of those kept attack an argument; one that none attacks any more takes its targets along.
    countered = [0] * framework.size
    for number in kept:
        for target in framework.attacked[number]:
            countered[target] += 1
    agenda = _defenceless(framework, range(framework.size), countered, kept)
    while agenda:
        number = agenda.pop()
        if number in kept:
            kept.discard(number)
            for target in framework.attacked[number]:
                countered[target] -= 1
            agenda += _defenceless(framework, framework.attacked[number], countered, kept)
    return kept


def _defenceless(
    framework: Numbered, attackers: Iterable[int], countered: list[int], kept: Set[int]
) -> list[int]:
    """Return those kept that one of these attacks, itself attacked by none that is kept."""
    return [
        target
        for attacker in attackers
        if countered[attacker] == 0
        for target in framework.attacked[attacker]
        if target in kept
    ]
