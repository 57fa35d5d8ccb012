"""Explanations of what holds in whichever way open conflicts are settled, and of what cannot be settled."""

from argmap.model.framework import Label
from argmap.reasoning.acceptability.explaining.explanation import Explanation, Way
from argmap.reasoning.acceptability.explaining.question import Question
from argmap.reasoning.acceptability.explaining.shrinking import Shrunk, shrunk
from argmap.reasoning.acceptability.explaining.unknowns import conflicting, forces
from argmap.reasoning.acceptability.explaining.ways import labels_under, way
from argmap.reasoning.acceptability.extensions import extensions

_SHOWN = 12  # ways that are told apart


def explanation(question: Question, label: Label) -> Explanation | None:
    """Return a part that makes the argument in, or out, in each of its cases; None if there is none smaller.

    What holds in all preferred extensions holds in all stable and semi-stable ones, which are some of them.
    """
    by = "ideal" if question.semantics == "ideal" else "preferred"
    start = question.bearing
    holds = forces(question.numbers, question.argument, label, by, question.clock)
    if not holds(start):
        if question.semantics != "stable":
            return None
        by, start = "stable", frozenset(range(question.numbers.size))
        holds = forces(question.numbers, question.argument, label, by, question.clock)
    found = shrunk(holds, start, {question.argument}, question.clock)
    return question.answer(
        label, "cases", by, found.members, _cases(question, by, found), minimal=found.minimal
    )


def conflict(question: Question) -> Explanation:
    """Return a part for which there is no stable extension, whatever becomes of the others."""
    everything = range(question.numbers.size)
    found = shrunk(conflicting(question.numbers, question.clock), everything, frozenset(), question.clock)
    names = question.framework.arguments
    labels: dict[int, Label] = dict.fromkeys(found.members, "undecided")
    return question.answer(
        "undecided",
        "conflict",
        "stable",
        found.members,
        [way(question.numbers, names, labels, {})],
        minimal=found.minimal,
    )


def _cases(question: Question, by: str, found: Shrunk) -> list[Way]:
    """Return the different ways in which the extensions label the members."""
    part = question.part(question.bearing if by != "stable" else range(question.numbers.size))
    left = max(0.1, question.clock.left)
    listed = extensions(part, by, seconds=left, most=1_000).extensions
    at = {name: number for number, name in enumerate(question.framework.arguments)}
    told: dict[tuple[Label, ...], Way] = {}
    for names in listed:
        labels = labels_under(question.numbers, frozenset(at[name] for name in names))
        shown = {n: labels[n] for n in sorted(found.members)}
        told.setdefault(tuple(shown.values()), way(question.numbers, question.framework.arguments, shown, {}))
    return list(told.values())[:_SHOWN]
