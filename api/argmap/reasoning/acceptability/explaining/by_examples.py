"""What is shown where no part forces a label by itself: extensions that differ about it, one of each kind."""

from collections.abc import Sequence

from argmap.model.framework import Label
from argmap.reasoning.acceptability.explaining.explanation import Explanation, Way
from argmap.reasoning.acceptability.explaining.question import Question
from argmap.reasoning.acceptability.explaining.ways import labels_under, way
from argmap.reasoning.acceptability.extensions import extensions

_LOOKED_AT = 1_000


def explanation(question: Question, label: Label) -> Explanation:
    """Return an extension for each label that the argument has in any, as far as it bears on that.

    The semantics compares ways of settling the whole, so that a part does not tell: it forces nothing.
    """
    left = max(0.1, question.clock.left)
    listed = extensions(question.framework, question.semantics, seconds=left, most=_LOOKED_AT)
    at = {name: number for number, name in enumerate(question.framework.arguments)}
    told: dict[Label, Way] = {}
    members = {question.argument}
    for names in listed.extensions:
        labels = labels_under(question.numbers, frozenset(at[name] for name in names))
        if labels[question.argument] not in told:
            near = _near(question, labels)
            members |= near
            shown = {n: labels[n] for n in near}
            told[labels[question.argument]] = way(question.numbers, question.framework.arguments, shown, {})
    return question.answer(
        label,
        "examples",
        question.semantics,
        members,
        list(told.values()),
        forces=False,
        hurried=not listed.finished,
    )


def _near(question: Question, labels: Sequence[Label]) -> set[int]:
    """Return the argument with what gives it its label, what gives that its own, and so on."""
    found: set[int] = set()
    agenda = [question.argument]
    while agenda:
        number = agenda.pop()
        if number in found:
            continue
        found.add(number)
        attackers = question.numbers.attackers[number]
        if labels[number] == "out":
            agenda.append(next(each for each in attackers if labels[each] == "in"))
        else:
            agenda += attackers
    return found
