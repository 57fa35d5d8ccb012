"""What explanations are to be, by the definitions in `docs/explanations.md`: everything is tried out."""

import random
from collections.abc import Iterator, Set
from itertools import combinations, product

from argmap.model.framework import Framework, Label

LABELS: tuple[Label, ...] = ("in", "out", "undecided")


def some_framework(seed: int, most: int = 6) -> Framework:
    chance = random.Random(seed)
    names = tuple(f"a{number}" for number in range(chance.randint(1, most)))
    density = chance.choice((0.15, 0.25, 0.35))
    return Framework(
        names,
        tuple(
            (one, other)
            for one in names
            for other in names
            if chance.random() < (density if one != other else density / 3)
        ),
    )


def subsets(names: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Give all subsets, the smallest first."""
    for size in range(len(names) + 1):
        yield from map(frozenset, combinations(names, size))


def part(framework: Framework, members: Set[str]) -> Framework:
    return Framework(
        tuple(name for name in framework.arguments if name in members),
        tuple(attack for attack in framework.attacks if members >= set(attack)),
    )


def attackers(framework: Framework, name: str) -> list[str]:
    return [one for one, other in framework.attacks if other == name]


def shows(framework: Framework, members: Set[str], argument: str, label: Label) -> bool:
    if argument not in members:
        return False
    if label == "undecided":
        return not any(argument in each for each in possible(framework, members))
    return all(
        found[argument] == label
        for labels in product(LABELS, repeat=len(framework.arguments))
        if meets(framework, members, found := dict(zip(framework.arguments, labels, strict=True)))
    )


def meets(framework: Framework, members: Set[str], labels: dict[str, Label]) -> bool:
    """Whether a labelling of all arguments is as a complete one has to be, at these members."""
    for name in members:
        near = [labels[each] for each in attackers(framework, name)]
        fit = "out" if "in" in near else "undecided" if "undecided" in near else "in"
        if labels[name] != fit:
            return False
    return True


def possible(framework: Framework, members: Set[str]) -> tuple[set[str], set[str]]:
    """Return which members have a case for being in, and for being out, if all others are as is needed."""
    ins: set[str] = set()
    outs: set[str] = set()
    while True:
        more_in = {
            name
            for name in members
            if all(each in outs or each not in members for each in attackers(framework, name))
        }
        more_out = {
            name
            for name in members
            if any(each in ins or each not in members for each in attackers(framework, name))
        }
        if (more_in, more_out) == (ins, outs):
            return ins, outs
        ins, outs = more_in, more_out


def admissible(framework: Framework) -> list[frozenset[str]]:
    attacks = set(framework.attacks)
    return [
        names
        for names in subsets(framework.arguments)
        if not any((one, other) in attacks for one in names for other in names)
        and all(
            any((name, each) in attacks for name in names)
            for one in names
            for each in attackers(framework, one)
        )
    ]


def two_ways(framework: Framework, argument: str) -> Iterator[frozenset[str]]:
    """Give what it takes to show that an argument can be accepted, and can be defeated."""
    against = attackers(framework, argument)
    sets = admissible(framework)
    for one in sets:
        for other in sets:
            if argument in one and not other.isdisjoint(against):
                both = one | other
                yield both | {argument, *(each for name in both for each in attackers(framework, name))}
