"""The semantics as rules of answer set programming, written out for one framework.

In the notation of the field, with `in(X)` for "X is in", `out(X)` for "one that is in attacks X":

    conflict-free sets          {in(X)}.   out(Y) :- in(X), attacks(X, Y).   :- in(X), out(X).
    complete extensions         as above, and
                                :- in(Y), attacks(X, Y), not out(X).           an argument in is defended
                                :- not in(Y), out(X) : attacks(X, Y).          one that is defended is in
    stable extensions           in(Y) :- not in(X) : attacks(X, Y).
    range                       range(X) :- in(X).   range(X) :- out(X).

Complete extensions are those of Dung 1995, definition 23, as labellings (Caminada 2006); that the rule for
stable extensions has just these as its answer sets is theorem 62 of Dung 1995. To state semantics as such
programs is the idea of U. Egly, S. A. Gaggl and S. Woltran, Answer-set programming encodings for
argumentation frameworks, Argument and Computation 1 (2010); the rules here are our own.
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.reasoning.acceptability.clock import Clock, Unfinished
from argmap.reasoning.acceptability.numbered import Numbered
from argmap.reasoning.acceptability.program import Program

if TYPE_CHECKING:
    from clingo.backend import Backend

# A program of so many attacks takes half a gigabyte.
MOST_ATTACKS = 1_000_000


@dataclass(frozen=True)
class Encoded:
    """A program, and its literals for each argument: that it is in, attacked by one that is in, either.

    If `largest` is given, those are the literals that the program wishes for.
    """

    program: Program
    inside: Sequence[int]
    outside: Sequence[int] = ()
    covered: Sequence[int] = ()
    largest: Sequence[int] = ()


def stable(framework: Numbered, clock: Clock) -> Encoded:
    """Return the program whose answer sets are the stable extensions."""
    program, started = _new(framework, clock)
    with program.backend() as rules:
        inside = [rules.add_atom() for _ in range(framework.size)]
        for number, attackers in enumerate(framework.attackers):
            clock.check()
            rules.add_rule([inside[number]], [-inside[attacker] for attacker in attackers])
        rules.add_project(inside)
    clock.check_for_preparing(started)
    return Encoded(program, inside)


def complete(framework: Numbered, clock: Clock, among: Collection[int] | None = None) -> Encoded:
    """Return the program whose answer sets are the complete extensions.

    Args:
        framework: what they are extensions of.
        clock: what ends the computation.
        among: the arguments that can be in one; all if None.
    """
    program, started = _new(framework, clock)
    with program.backend() as rules:
        inside, outside = _conflict_free(rules, framework, clock, among)
        _complete(rules, framework, inside, outside, clock)
        rules.add_project(inside)
    clock.check_for_preparing(started)
    return Encoded(program, inside, outside)


def conflict_free(framework: Numbered, clock: Clock) -> Encoded:
    """Return the program whose answer sets are the conflict-free sets."""
    program, started = _new(framework, clock)
    with program.backend() as rules:
        inside, outside = _conflict_free(rules, framework, clock, None)
        rules.add_project(inside)
    clock.check_for_preparing(started)
    return Encoded(program, inside, outside)


def with_ranges(encoded: Encoded) -> Encoded:
    """Add the ranges."""
    with encoded.program.backend() as rules:
        covered = [rules.add_atom() for _ in encoded.inside]
        for whole, *parts in zip(covered, encoded.inside, encoded.outside, strict=True):
            for part in parts:
                rules.add_rule([whole], [part])
    return replace(encoded, covered=covered)


def preferred(framework: Numbered, clock: Clock, among: Collection[int] | None = None) -> Encoded:
    """Return the program for complete extensions that wishes for large ones; see `complete`."""
    encoded = complete(framework, clock, among)
    return _largest(encoded, encoded.inside)


def semi_stable(framework: Numbered, clock: Clock, among: Collection[int]) -> Encoded:
    """Return the program for complete extensions that wishes for large ranges; see `complete`."""
    encoded = with_ranges(complete(framework, clock, among))
    return _largest(encoded, encoded.covered)


def stage(framework: Numbered, clock: Clock) -> Encoded:
    """Return the program for conflict-free sets that wishes for large ranges."""
    encoded = with_ranges(conflict_free(framework, clock))
    return _largest(encoded, encoded.covered)


def _largest(encoded: Encoded, wished: Sequence[int]) -> Encoded:
    """Have the solver try each of these as true before it decides anything else.

    The first answer set it then finds has as many of them as can be, by inclusion: whatever of them is false
    follows from those that are true (M. Gebser et al., Domain-Specific Heuristics in Answer Set Programming,
    AAAI 2013).
    """
    from clingo.backend import HeuristicType

    with encoded.program.backend() as rules:
        for literal in wished:
            rules.add_heuristic(literal, HeuristicType.True_, 1, 1, [])
    return replace(encoded, largest=wished)


def _new(framework: Numbered, clock: Clock) -> tuple[Program, float]:
    if framework.attacks > MOST_ATTACKS:
        raise Unfinished(
            f"{framework.attacks:,} attacks hang together; no more than {MOST_ATTACKS:,} are searched"
        )
    return Program(clock, framework.size), time.monotonic()


def _conflict_free(
    rules: "Backend", framework: Numbered, clock: Clock, among: Collection[int] | None
) -> tuple[list[int], list[int]]:
    inside = [rules.add_atom() for _ in range(framework.size)]
    outside = [rules.add_atom() for _ in range(framework.size)]
    rules.add_rule(inside if among is None else [inside[number] for number in among], [], True)
    for number, attackers in enumerate(framework.attackers):
        clock.check()
        for attacker in attackers:
            rules.add_rule([outside[number]], [inside[attacker]])
        rules.add_rule([], [inside[number], outside[number]])
    return inside, outside


def _complete(
    rules: "Backend", framework: Numbered, inside: Sequence[int], outside: Sequence[int], clock: Clock
) -> None:
    for number, attackers in enumerate(framework.attackers):
        clock.check()
        for attacker in attackers:
            rules.add_rule([], [inside[number], -outside[attacker]])
        rules.add_rule([], [-inside[number], *(outside[attacker] for attacker in attackers)])
