"""How the arguments of one part of a framework stand under a semantics.

The parts are what `cutting` makes of it: which cuts a semantics allows, and why, is told there.
"""

from dataclasses import dataclass

from argmap.reasoning.acceptability import encodings
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.ideal import ideal_extension, unchallenged
from argmap.reasoning.acceptability.numbered import Numbered
from argmap.reasoning.acceptability.settling import Questions, settle


@dataclass(frozen=True)
class Verdict:
    """The arguments in some extension, in every one, and attacked by every one; at least one there is."""

    some: frozenset[int]
    every: frozenset[int]
    attacked: frozenset[int]


def complete(framework: Numbered, clock: Clock) -> Verdict:
    """Judge where the grounded extension is empty: that is a complete extension too."""
    return Verdict(_credulous(framework, clock), frozenset(), frozenset())


def ideal(framework: Numbered, clock: Clock) -> Verdict:
    """Judge by the one ideal extension."""
    return _alone(framework, ideal_extension(framework, _credulous(framework, clock)))


def preferred(framework: Numbered, clock: Clock) -> Verdict:
    """Judge by the largest admissible sets, each of which holds the ideal extension."""
    credulous = _credulous(framework, clock)
    sure = _alone(framework, ideal_extension(framework, credulous))
    questions = Questions(
        some=set(),
        every=unchallenged(framework, credulous) - sure.every,
        attacked=framework.attacked_by(credulous) - credulous - sure.attacked,
    )
    if questions:
        settle(encodings.preferred(framework, clock, credulous), questions)
    return Verdict(credulous, sure.every | questions.every, sure.attacked | questions.attacked)


def stable(framework: Numbered, clock: Clock) -> Verdict | None:
    """Judge by the stable extensions; None if there is none."""
    everything = range(framework.size)
    questions = Questions(some=set(everything), every=set(everything), attacked=set())
    if not settle(encodings.stable(framework, clock), questions):
        return None
    # What is in no stable extension is attacked by each.
    return Verdict(*map(frozenset, (questions.shown, questions.every, questions.some)))


def semi_stable(framework: Numbered, clock: Clock) -> Verdict:
    """Judge by the complete extensions of largest range, where there is no stable extension.

    They are preferred extensions (Caminada 2006), so each holds the ideal extension.
    """
    credulous = _credulous(framework, clock)
    sure = _alone(framework, ideal_extension(framework, credulous))
    questions = Questions(
        some=set(credulous - sure.some),
        every=set(credulous - sure.every),
        attacked=framework.attacked_by(credulous) - sure.attacked,
    )
    if questions:
        settle(encodings.semi_stable(framework, clock, credulous), questions)
    return Verdict(
        sure.some | questions.shown, sure.every | questions.every, sure.attacked | questions.attacked
    )


def stage(framework: Numbered, clock: Clock) -> Verdict:
    """Judge by the conflict-free sets of largest range."""
    everything = range(framework.size)
    questions = Questions(set(everything), set(everything), set(everything))
    settle(encodings.stage(framework, clock), questions)
    return Verdict(*map(frozenset, (questions.shown, questions.every, questions.attacked)))


def _credulous(framework: Numbered, clock: Clock) -> frozenset[int]:
    """Return what is in some complete extension: as much as what is in some admissible set."""
    questions = Questions(some=set(range(framework.size)), every=set(), attacked=set())
    settle(encodings.complete(framework, clock), questions)
    return frozenset(questions.shown)


def _alone(framework: Numbered, extension: set[int]) -> Verdict:
    return Verdict(frozenset(extension), frozenset(extension), frozenset(framework.attacked_by(extension)))
