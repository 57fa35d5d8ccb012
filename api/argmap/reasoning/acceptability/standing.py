"""How each argument stands under a semantics, without going through the extensions."""

from collections.abc import Callable
from functools import partial

from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability import cutting, judging
from argmap.reasoning.acceptability.clock import SECONDS, Clock, Unfinished
from argmap.reasoning.acceptability.cutting import Cut
from argmap.reasoning.acceptability.judging import Verdict
from argmap.reasoning.acceptability.numbered import Numbered, numbered
from argmap.reasoning.acceptability.results import Standings, checked

Judge = Callable[[Numbered, Clock], Verdict | None]


def standing(framework: Framework, semantics: str, *, seconds: float = SECONDS) -> Standings:
    """Return how each argument stands.

    Args:
        framework: what is asked about.
        semantics: one of SEMANTICS.
        seconds: after how long to give up; the grounded semantics always finishes, in linear time.

    Raises:
        BadParameter: there is no such semantics.
    """
    checked(semantics)
    clock = Clock() if semantics == "grounded" else Clock(seconds)
    try:
        verdict = judged(numbered(framework, clock), semantics, clock)
    except Unfinished as reason:
        return Standings(semantics, finished=False, because=str(reason))
    return _named(framework, semantics, verdict)


def judged(framework: Numbered, semantics: str, clock: Clock) -> Verdict | None:
    """Return the verdict on a whole framework; None if it has no extension."""
    return _together(framework, cutting.for_semantics(framework, semantics, clock), _JUDGES[semantics], clock)


def _stable_or(other: Judge, framework: Numbered, clock: Clock) -> Verdict | None:
    """Judge by stable extensions if there are any: they are those of the largest range there can be."""
    return judged(framework, "stable", clock) or other(framework, clock)


_JUDGES: dict[str, Judge] = {
    "grounded": judging.complete,  # of which no part is left to be judged
    "complete": judging.complete,
    "preferred": judging.preferred,
    "stable": judging.stable,
    "semi-stable": partial(_stable_or, judging.semi_stable),
    "ideal": judging.ideal,
    "stage": partial(_stable_or, judging.stage),
}


def _together(framework: Numbered, cut: Cut, judge: Judge, clock: Clock) -> Verdict | None:
    some, every, attacked = set(cut.sure), set(cut.sure), framework.attacked_by(cut.sure)
    for part in cut.parts:
        found = judge(framework.part(part, clock), clock)
        if found is None:
            return None
        for whole, numbers in ((some, found.some), (every, found.every), (attacked, found.attacked)):
            whole.update(part[number] for number in numbers)
    return Verdict(frozenset(some), frozenset(every), frozenset(attacked))


def _named(framework: Framework, semantics: str, verdict: Verdict | None) -> Standings:
    names = framework.arguments
    if verdict is None:
        undecided: dict[str, Label] = dict.fromkeys(names, "undecided")
        return Standings(semantics, undecided, frozenset(), frozenset(names), count_is_zero=True)
    return Standings(
        semantics,
        {name: _label(number, verdict) for number, name in enumerate(names)},
        frozenset(names[number] for number in verdict.some),
        frozenset(names[number] for number in verdict.every),
    )


def _label(number: int, verdict: Verdict) -> Label:
    if number in verdict.every:
        return "in"
    return "out" if number in verdict.attacked else "undecided"
