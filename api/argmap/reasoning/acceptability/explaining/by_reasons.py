"""Explanations of grounded labels: reasons that are built up, or a circle that keeps a question open."""

from collections.abc import Set

from argmap.model.framework import Label
from argmap.reasoning.acceptability.clock import Clock, Unfinished
from argmap.reasoning.acceptability.explaining import first, smallest
from argmap.reasoning.acceptability.explaining.explanation import Explanation
from argmap.reasoning.acceptability.explaining.question import Question
from argmap.reasoning.acceptability.explaining.showing import known, shows
from argmap.reasoning.acceptability.explaining.shrinking import Shrunk, shrunk
from argmap.reasoning.acceptability.explaining.smallest import Found
from argmap.reasoning.acceptability.explaining.ways import way

# Which part of the time is for the smallest set; in the rest, one that is found anyway is made smaller.
_SEARCHING = 0.7


def explanation(question: Question) -> Explanation:
    """Return the smallest set that shows the grounded label, or a small one where there is not the time."""
    label = question.labels[question.argument]
    least = _least(question)
    found = Shrunk(least.taken, minimal=True) if least and least.minimum else _smaller(question, least)
    return question.answer(
        label,
        "reasons",
        "grounded",
        found.members,
        [way(question.numbers, question.framework.arguments, *_labelled(question, found.members))],
        minimum=least is not None and least.minimum,
        minimal=found.minimal,
        hurried=not (least and least.minimum),
        credulous=label == "in",
    )


def _least(question: Question) -> Found | None:
    label = question.labels[question.argument]
    search = smallest.undecided if label == "undecided" else smallest.settled
    clock = Clock(_SEARCHING * question.clock.left)
    try:
        return search(question.numbers, question.labels, question.argument, question.things, clock)
    except Unfinished:
        return None


def _smaller(question: Question, least: Found | None) -> Shrunk:
    """Return what is left of a first set, or of the best that was found, without what can be spared."""
    numbers, labels, argument = question.numbers, question.labels, question.argument
    label = labels[argument]
    steps = first.stages(numbers, labels)
    begin = first.undecided if label == "undecided" else first.settled
    starts = [begin(numbers, labels, steps, argument), *([least.taken] if least else [])]
    start = min(starts, key=lambda members: _weight(question, members))
    return shrunk(shows(numbers, argument, label), start, {argument}, question.clock)


def _weight(question: Question, members: Set[int]) -> tuple[int, int]:
    return len({question.things[number] for number in members}), len(members)


def _labelled(question: Question, members: Set[int]) -> tuple[dict[int, Label], dict[int, int]]:
    """Return the labels of the members, and in which order they are reached, from the members alone."""
    told = known(question.numbers, members)
    if question.labels[question.argument] != "undecided":
        return {n: told[n] for n in members if n in told}, {n: at for at, n in enumerate(told)}
    steps = first.stages(question.numbers, question.labels)
    return {n: question.labels[n] for n in members}, dict(enumerate(steps))
