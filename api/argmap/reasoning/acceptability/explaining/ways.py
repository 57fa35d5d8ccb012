"""What gives each argument its label: from labels to reasons, and to the attacks that tell."""

from collections.abc import Iterable, Mapping, Sequence, Set

from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability.explaining.explanation import Way
from argmap.reasoning.acceptability.numbered import Numbered


def labels_under(framework: Numbered, extension: Set[int]) -> list[Label]:
    """Return the label of every argument where exactly these are in."""
    attacked = framework.attacked_by(extension)
    return [
        "in" if number in extension else "out" if number in attacked else "undecided"
        for number in range(framework.size)
    ]


def way(
    framework: Numbered, names: Sequence[str], labels: Mapping[int, Label], steps: Mapping[int, int]
) -> Way:
    """Return the way in which some arguments are labelled, with the attackers among them that tell.

    `steps` say which of several attackers that are in comes first.
    """
    because = {n: _telling(framework, labels, steps, n) for n in sorted(labels)}
    return Way(
        {names[n]: labels[n] for n in sorted(labels)},
        {names[n]: tuple(names[each] for each in several) for n, several in because.items()},
        frozenset(names[n] for n in labels if _is_open(framework, labels, n)),
    )


def _is_open(framework: Numbered, labels: Mapping[int, Label], number: int) -> bool:
    """Whether the attackers of an argument that are told do not give it its label."""
    attackers = framework.attackers[number]
    told = {labels[each] for each in attackers if each in labels}
    if labels[number] == "in":
        return not all(labels.get(each) == "out" for each in attackers)
    return ("in" if labels[number] == "out" else "undecided") not in told


def _telling(
    framework: Numbered, labels: Mapping[int, Label], steps: Mapping[int, int], number: int
) -> Sequence[int]:
    there = [each for each in framework.attackers[number] if each in labels]
    if labels[number] == "out":
        inside = [each for each in there if labels[each] == "in"]
        return sorted(inside, key=lambda each: (steps.get(each, 0), each))[:1]
    return sorted(there)


def attacks(framework: Framework, ways: Iterable[Way]) -> tuple[tuple[str, str], ...]:
    """Return the attacks that tell in some way, in the order of the framework."""
    told = {(attacker, name) for each in ways for name, by in each.because.items() for attacker in by}
    return tuple(attack for attack in framework.attacks if attack in told)
