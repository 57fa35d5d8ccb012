"""A first set that shows a grounded label, found in one go: short ways are taken where there are several."""

from collections import deque
from collections.abc import Sequence

from argmap.model.framework import Label
from argmap.reasoning.acceptability.numbered import Numbered

Grounds = dict[int, tuple[int, ...]]


def stages(framework: Numbered, labels: Sequence[Label]) -> list[int]:
    """Return how many rounds the grounded labelling takes to reach each argument; 0 for undecided ones."""
    found = [0] * framework.size
    waiting = [len(attackers) for attackers in framework.attackers]
    agenda = deque(number for number, count in enumerate(waiting) if not count)
    reached = set(agenda)
    while agenda:
        number = agenda.popleft()
        for target in framework.attacked[number]:
            waiting[target] -= 1
            ready = labels[target] == "out" and labels[number] == "in"
            ready = ready or (labels[target] == "in" and not waiting[target])
            if ready and target not in reached:
                reached.add(target)
                found[target] = found[number] + 1
                agenda.append(target)
    return found


def settled(
    framework: Numbered, labels: Sequence[Label], steps: Sequence[int], argument: int
) -> frozenset[int]:
    """Return what shows that an argument is in or out: of each what `grounds` gives."""
    found: set[int] = set()
    agenda = [argument]
    while agenda:
        number = agenda.pop()
        if number not in found:
            found.add(number)
            agenda += grounds(framework, labels, steps, number)
    return frozenset(found)


def grounds(
    framework: Numbered, labels: Sequence[Label], steps: Sequence[int], number: int
) -> tuple[int, ...]:
    """Return the attackers by which an argument is in (all of them) or out (the first that is in)."""
    attackers = framework.attackers[number]
    if labels[number] == "in":
        return tuple(attackers)
    return (min((each for each in attackers if labels[each] == "in"), key=lambda each: (steps[each], each)),)


def undecided(
    framework: Numbered, labels: Sequence[Label], steps: Sequence[int], argument: int
) -> frozenset[int]:
    """Return what shows that an argument is neither in nor out.

    It is not in for one attacker that is not out; it is not out as no attacker is in. Each of these is shown
    in the same way, and may come back to what it started from: nothing is built up in a circle.
    """
    not_in: set[int] = set()
    not_out: set[int] = set()
    agenda = deque([(argument, "in"), (argument, "out")])
    while agenda:
        number, what = agenda.popleft()
        if what == "out" and number not in not_out:
            not_out.add(number)
            agenda += [(each, "in") for each in framework.attackers[number]]
        elif what == "in" and number not in not_in:
            not_in.add(number)
            agenda.append((_keeping_out(framework, labels, steps, number, not_out), "out"))
    return frozenset(not_in | not_out)


def _keeping_out(
    framework: Numbered, labels: Sequence[Label], steps: Sequence[int], number: int, taken: set[int]
) -> int:
    """Return the attacker that keeps an argument from being in: one that is told of anyway, if there is."""
    fit = [each for each in framework.attackers[number] if labels[each] != "out"]
    return min(fit, key=lambda each: (each not in taken, labels[each] != "in", steps[each], each))
