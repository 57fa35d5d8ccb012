"""Whether one argument is accepted, from what bears on it alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from argmap.errors import NotFound
from argmap.model.framework import Framework
from argmap.reasoning.acceptability import cutting, encodings, judging
from argmap.reasoning.acceptability.clock import SECONDS, Clock, Unfinished
from argmap.reasoning.acceptability.encodings import Encoded
from argmap.reasoning.acceptability.numbered import Numbered, numbered
from argmap.reasoning.acceptability.results import Acceptance, Answer, checked
from argmap.reasoning.acceptability.settling import Questions, settle

Encode = Callable[[Numbered, Clock], Encoded]


def accepted(
    framework: Framework,
    argument: str,
    semantics: str,
    acceptance: Acceptance,
    *,
    seconds: float = SECONDS,
) -> Answer:
    """Return whether an argument is in some extension (credulous), or in every one (sceptical).

    Args:
        framework: what is asked about.
        argument: the name of one of its arguments.
        semantics: one of SEMANTICS.
        acceptance: `credulous` or `sceptical`.
        seconds: after how long to give up; the grounded semantics always finishes, in linear time.

    Raises:
        BadParameter: there is no such semantics.
        NotFound: there is no such argument.
    """
    checked(semantics)
    if argument not in framework.arguments:
        raise NotFound(argument, get_close_matches(argument, framework.arguments[:10_000], n=3))
    answer = Answer(semantics, argument, acceptance)
    number = framework.arguments.index(argument)
    clock = Clock() if semantics == "grounded" else Clock(seconds)
    try:
        found = _answer(numbered(framework, clock), number, semantics, acceptance == "credulous", clock)
    except Unfinished as reason:
        return replace(answer, finished=False, because=str(reason))
    if found is None:
        return replace(answer, accepted=acceptance == "sceptical", count_is_zero=True)
    return replace(answer, accepted=found)


def _answer(framework: Numbered, number: int, semantics: str, credulous: bool, clock: Clock) -> bool | None:
    """Return the answer; None if there is no extension at all."""
    if semantics in cutting.DIRECTIONAL:
        those = cutting.ancestors(framework, number, clock)
        framework, number = framework.part(those, clock), those.index(number)
    cut = cutting.for_semantics(framework, semantics, clock)
    home = next((part for part in cut.parts if number in part), ())
    if semantics == "stable" and not all(
        _any(framework.part(part, clock), clock) for part in cut.parts if part is not home
    ):
        return None
    if not home:  # settled by the grounded extension
        return number in cut.sure
    return _in_part(framework.part(home, clock), home.index(number), semantics, credulous, clock)


def _any(framework: Numbered, clock: Clock) -> bool:
    """Whether there is a stable extension."""
    return settle(encodings.stable(framework, clock), Questions(set(), set(), set()))


def _in_part(framework: Numbered, number: int, semantics: str, credulous: bool, clock: Clock) -> bool | None:
    if semantics == "complete" and not credulous:
        return False  # the grounded extension is a complete one, and does not settle what is left
    if semantics == "ideal":
        return number in judging.ideal(framework, clock).every
    if semantics == "preferred" and not credulous and _challenged(framework, number, clock):
        return False
    asked = frozenset({number})
    questions = Questions(set(asked if credulous else ()), set(() if credulous else asked), set())
    for encode in _programs(semantics, credulous):
        if settle(encode(framework, clock), questions):
            return bool(questions.shown if credulous else questions.every)
    return None


def _challenged(framework: Numbered, number: int, clock: Clock) -> bool:
    """Whether something that attacks the argument is in some complete extension."""
    encoded = encodings.complete(framework, clock)
    return encoded.program.first((), [encoded.outside[number]]) is not None


def _programs(semantics: str, credulous: bool) -> Sequence[Encode]:
    """Return the programs to ask, each if the one before has no answer set."""
    if semantics == "complete" or (semantics == "preferred" and credulous):
        return [encodings.complete]  # what is in one is in a largest one
    return _PROGRAMS[semantics]


def _semi_stable(framework: Numbered, clock: Clock) -> Encoded:
    return encodings.semi_stable(framework, clock, judging.complete(framework, clock).some)


_PROGRAMS: dict[str, Sequence[Encode]] = {
    "preferred": [encodings.preferred],
    "stable": [encodings.stable],
    "semi-stable": [encodings.stable, _semi_stable],
    "stage": [encodings.stable, encodings.stage],
}
