"""Why an argument is labelled as it is: the question, and which manner of explanation answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability.clock import SECONDS, Clock, Unfinished
from argmap.reasoning.acceptability.explaining import by_cases, by_examples, by_reasons, by_ways
from argmap.reasoning.acceptability.explaining.explanation import Explanation
from argmap.reasoning.acceptability.explaining.question import Question
from argmap.reasoning.acceptability.fixpoint import grounded_labels
from argmap.reasoning.acceptability.numbered import numbered
from argmap.reasoning.acceptability.results import checked
from argmap.reasoning.acceptability.standing import judged


def explain(
    framework: Framework,
    argument: str,
    semantics: str = "grounded",
    *,
    seconds: float = SECONDS,
    things: Mapping[str, str] | None = None,
) -> Explanation:
    """Return the smallest part of a framework that forces the label of an argument.

    Args:
        framework: what the argument is in.
        argument: one of its arguments.
        semantics: one of SEMANTICS.
        seconds: after how long to give up looking for the smallest part. What takes little is answered in
            any case: the label under the grounded semantics, and a part that forces it.
        things: what each argument is a point of, if several arguments can be points of one thing: what is
            smallest then has to do with the fewest things. An argument that is not named is a thing itself.

    Raises:
        BadParameter: there is no such semantics.
        KeyError: there is no such argument.
    """
    checked(semantics)
    at = {name: number for number, name in enumerate(framework.arguments)}[argument]
    numbers, clock = numbered(framework), Clock(seconds)
    question = Question(
        framework, numbers, at, semantics, grounded_labels(numbers), _grouped(framework, things or {}), clock
    )
    try:
        return _explained(question)
    except Unfinished as reason:
        return Explanation(argument, semantics, finished=False, forces=False, because=str(reason))


def _grouped(framework: Framework, things: Mapping[str, str]) -> Sequence[int]:
    """Return the number of the thing of each argument."""
    numbers: dict[tuple[bool, str], int] = {}
    named = [(name in things, things.get(name, name)) for name in framework.arguments]
    return [numbers.setdefault(each, len(numbers)) for each in named]


def _explained(question: Question) -> Explanation:
    semantics, grounded = question.semantics, question.labels[question.argument]
    if semantics in ("grounded", "complete"):
        found = by_reasons.explanation(question)
        if semantics == "complete" and grounded == "undecided":
            verdict = judged(question.numbers, semantics, question.clock)
            return replace(found, credulous=verdict is not None and question.argument in verdict.some)
        return found
    if grounded != "undecided" and semantics not in ("stable", "stage"):
        return by_reasons.explanation(question)  # each of these extensions holds the grounded one
    return _settled_by_extensions(question)


def _settled_by_extensions(question: Question) -> Explanation:
    semantics, at = question.semantics, question.argument
    verdict = judged(question.numbers, semantics, question.clock)
    if verdict is None:
        return by_cases.conflict(question)
    credulous = at in verdict.some
    label: Label = "in" if at in verdict.every else "out" if at in verdict.attacked else "undecided"
    if label == question.labels[at] and label != "undecided" and semantics == "stable":
        return by_reasons.explanation(question)
    found = None
    if label != "undecided" and semantics != "stage":
        found = by_cases.explanation(question, label)
    elif semantics in ("preferred", "ideal"):
        found = by_ways.explanation(question)
    return replace(found or by_examples.explanation(question, label), credulous=credulous)
