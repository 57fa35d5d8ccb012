"""Explanations of what is accepted in some preferred extension and not in another."""

from collections.abc import Set

from argmap.reasoning.acceptability.explaining import smallest
from argmap.reasoning.acceptability.explaining.conditions import Conditions, excludes
from argmap.reasoning.acceptability.explaining.explanation import Explanation, Way
from argmap.reasoning.acceptability.explaining.question import Question
from argmap.reasoning.acceptability.explaining.shrinking import shrunk
from argmap.reasoning.acceptability.explaining.ways import labels_under, way
from argmap.reasoning.acceptability.extensions import extensions

_LOOKED_AT = 1_000  # extensions, among which one without the argument is looked for


def explanation(question: Question) -> Explanation | None:
    """Return two sets that defend themselves, one for and one against; or what else keeps it undecided."""
    numbers, argument = question.numbers, question.argument
    wanted = [[argument], numbers.attackers[argument]]
    found = smallest.cores(numbers, wanted, question.things, question.clock, also=argument)
    if found is not None:
        told = [_way(question, core) for core in found.cores]
        return question.answer("undecided", "ways", "preferred", found.taken, told, minimum=found.minimum)
    return _otherwise(question)


def _way(question: Question, core: Set[int]) -> Way:
    """Return what a set that defends itself makes of what attacks it, and of the argument."""
    labels = labels_under(question.numbers, core)
    told = {n for each in core for n in question.numbers.attackers[each]} | core | {question.argument}
    names = question.framework.arguments
    return way(question.numbers, names, {n: labels[n] for n in told}, {})


def _otherwise(question: Question) -> Explanation | None:
    """Return a part that shows by itself that not all preferred extensions settle it, one way or the other.

    None if all do: under the ideal semantics, which follows only what they have in common for one reason.
    """
    numbers, argument = question.numbers, question.argument
    conditions = Conditions(numbers, question.bearing, question.clock)
    holders = []
    found = []
    for label in ("in", "out"):
        extension = _without(question, label)
        if extension is None:
            return None
        found.append(extension)
        holders.append(excludes(numbers, conditions, argument, label, extension & question.bearing))
    left = shrunk(
        lambda members: all(holds(members) for holds in holders),
        question.bearing,
        {argument},
        question.clock,
    )
    told = dict.fromkeys(found)  # one extension may do for both
    ways = [_labelled(question, extension, left.members) for extension in told]
    return question.answer("undecided", "ways", "preferred", left.members, ways, minimal=left.minimal)


def _without(question: Question, label: str) -> frozenset[int] | None:
    """Return a preferred extension in which the argument does not have the label."""
    part = question.part(question.bearing)
    listed = extensions(part, "preferred", seconds=max(0.1, question.clock.left), most=_LOOKED_AT)
    at = {name: number for number, name in enumerate(question.framework.arguments)}
    for names in listed.extensions:
        extension = frozenset(at[name] for name in names)
        if labels_under(question.numbers, extension)[question.argument] != label:
            return extension
    return None


def _labelled(question: Question, extension: Set[int], members: Set[int]) -> Way:
    labels = labels_under(question.numbers, extension)
    names = question.framework.arguments
    return way(question.numbers, names, {n: labels[n] for n in members}, {})
