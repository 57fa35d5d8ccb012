"""The smallest sets of arguments that show something, by answer sets of the least weight.

Each program takes some arguments (`taken`) and asks of them what the definitions ask. What counts is first
how many things they are points of, then how many arguments there are.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.framework import Label
from argmap.reasoning.acceptability.clock import Clock, Unfinished
from argmap.reasoning.acceptability.numbered import Numbered
from argmap.reasoning.acceptability.program import Program

if TYPE_CHECKING:
    from clingo.backend import Backend

_Onwards = Callable[[int], Sequence[int]]


@dataclass(frozen=True)
class Found:
    """What was found: the arguments taken, with others that belong to it; `minimum` if none is smaller."""

    taken: frozenset[int]
    minimum: bool
    cores: tuple[frozenset[int], ...] = ()


def settled(
    framework: Numbered, labels: Sequence[Label], argument: int, things: Sequence[int], clock: Clock
) -> Found | None:
    """Return the smallest set that shows that an argument is in, or out.

        {taken(X)}.   shown(X) :- taken(X), shown(Y) : attacks(Y, X).      X is in
                      shown(X) :- taken(X), shown(Y).                      X is out, Y attacks it and is in
        :- not shown(argument).

    What is shown is built up from below: an answer set holds nothing that only holds itself up.
    """
    near = _reached([argument], lambda number: _telling(framework, labels, number))
    program = Program(clock, len(near))
    with program.backend() as rules:
        taken, shown = _atoms(rules, near), _atoms(rules, near)
        rules.add_rule(list(taken.values()), [], True)
        for number in near:
            clock.check()
            telling = [shown[each] for each in _telling(framework, labels, number)]
            if labels[number] == "in":
                rules.add_rule([shown[number]], [taken[number], *telling])
                for each in framework.attackers[number]:  # follows for a smallest one, and spares a search
                    rules.add_rule([], [taken[number], -taken[each]])
            for each in telling if labels[number] == "out" else ():
                rules.add_rule([shown[number]], [taken[number], each])
        rules.add_rule([], [-shown[argument]])
        _weigh(rules, taken, things)
    return _least(program, taken)


def undecided(
    framework: Numbered, labels: Sequence[Label], argument: int, things: Sequence[int], clock: Clock
) -> Found | None:
    """Return the smallest set that shows that an argument is neither in nor out.

        :- notin(X), not notout(Y) : attacks(Y, X).      some attacker is not out
        :- notout(X), attacks(Y, X), not notin(Y).       no attacker is in
        taken(X) :- notin(X).   taken(X) :- notout(X).   :- not notin(argument).   :- not notout(argument).

    Here a circle may hold itself up, as it is what keeps an argument from being labelled.
    """
    near = _reached([argument], lambda number: framework.attackers[number])
    program = Program(clock, len(near))
    with program.backend() as rules:
        not_in = _atoms(rules, [number for number in near if labels[number] != "in"])
        not_out = _atoms(rules, [number for number in near if labels[number] != "out"])
        taken = _atoms(rules, near)
        rules.add_rule([*not_in.values(), *not_out.values()], [], True)
        for number, literal in not_in.items():
            clock.check()
            rules.add_rule(
                [], [literal, *(-not_out[each] for each in framework.attackers[number] if each in not_out)]
            )
            rules.add_rule([taken[number]], [literal])
        for number, literal in not_out.items():
            for each in framework.attackers[number]:
                rules.add_rule([], [literal, -not_in[each]] if each in not_in else [literal])
            rules.add_rule([taken[number]], [literal])
        rules.add_rule([], [-not_in[argument]])
        rules.add_rule([], [-not_out[argument]])
        _weigh(rules, taken, things)
    return _least(program, taken)


def cores(
    framework: Numbered, wanted: Sequence[Collection[int]], things: Sequence[int], clock: Clock, also: int
) -> Found | None:
    """Return sets that defend themselves, one for each of `wanted` that holds one of its arguments.

    They are admissible (Dung 1995, definition 6): nothing in one attacks another of it, and what attacks it
    is attacked by it. What is taken are they, all that attacks them, and the argument `also`. None if there
    are none.
    """
    near = _reached([n for each in wanted for n in each], lambda number: framework.attackers[number])
    program = Program(clock, len(near))
    with program.backend() as rules:
        taken = _atoms(rules, {*near, also})
        inside = [_admissible(rules, framework, near, taken, clock) for _ in wanted]
        for core, several in zip(inside, wanted, strict=True):
            rules.add_rule([], [-core[number] for number in several])
        rules.add_rule([taken[also]], [])
        _weigh(rules, taken, things)
    read = [literal for core in inside for literal in core.values()]
    return _least(program, taken, read, near, len(wanted))


def _admissible(
    rules: "Backend", framework: Numbered, near: Iterable[int], taken: dict[int, int], clock: Clock
) -> dict[int, int]:
    inside, hit = _atoms(rules, near), _atoms(rules, near)
    rules.add_rule(list(inside.values()), [], True)
    for number, literal in inside.items():
        clock.check()
        rules.add_rule([taken[number]], [literal])
        for each in framework.attackers[number]:
            rules.add_rule([hit[number]], [inside[each]])
            rules.add_rule([taken[each]], [literal])
            rules.add_rule([], [literal, -hit[each]])
        rules.add_rule([], [literal, hit[number]])
    return inside


def _telling(framework: Numbered, labels: Sequence[Label], number: int) -> Sequence[int]:
    """Return what may tell of an argument: that is in, all that attack it; that is out, those that are in."""
    attackers = framework.attackers[number]
    return attackers if labels[number] == "in" else [each for each in attackers if labels[each] == "in"]


def _reached(start: Iterable[int], on: _Onwards) -> list[int]:
    found = dict.fromkeys(start)
    agenda = list(found)
    while agenda:
        for each in on(agenda.pop()):
            if each not in found:
                found[each] = None
                agenda.append(each)
    return sorted(found)


def _atoms(rules: "Backend", numbers: Iterable[int]) -> dict[int, int]:
    return {number: rules.add_atom() for number in numbers}


def _weigh(rules: "Backend", taken: dict[int, int], things: Sequence[int]) -> None:
    counted = _atoms(rules, sorted({things[number] for number in taken}))
    for number, literal in taken.items():
        rules.add_rule([counted[things[number]]], [literal])
    rules.add_minimize(1, [(literal, 1) for literal in counted.values()])
    rules.add_minimize(0, [(literal, 1) for literal in taken.values()])


def _least(
    program: Program,
    taken: dict[int, int],
    read: Sequence[int] = (),
    near: Sequence[int] = (),
    parts: int = 0,
) -> Found | None:
    """Return the last, and so the least, that the solver finds; what it has when the time is over, if any."""
    numbers = list(taken)
    best: frozenset[int] | None = None
    minimum = True
    try:
        for held in program.each([*taken.values(), *read]):
            best = held
    except Unfinished:
        if best is None:
            raise
        minimum = False
    if best is None:
        return None
    cores = tuple(
        frozenset(near[at] for at in range(len(near)) if len(numbers) + part * len(near) + at in best)
        for part in range(parts)
    )
    return Found(frozenset(numbers[at] for at in best if at < len(numbers)), minimum, cores)
