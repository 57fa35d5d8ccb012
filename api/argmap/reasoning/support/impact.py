"""What a withdrawal does to each statement."""

from collections.abc import Mapping

from argmap.model.support import Fate, LostLine, Status, SupportGraph, Uncited, Withdrawal
from argmap.reasoning.support.reading import read
from argmap.reasoning.support.standing import Standing, standing
from argmap.reasoning.support.system import System


def impact(graph: SupportGraph, withdrawal: Withdrawal, uncited: Uncited = "stands") -> Mapping[str, Fate]:
    """Return what the withdrawal does to each statement of the graph, in the order of their names.

    The definitions are in `docs/impact.md`. Linear in the size of the graph, but for its circles, each of
    which is gone through once for each of its statements.
    """
    lines, bare = read(graph, uncited)
    before, after = standing(lines, Withdrawal()), standing(lines, withdrawal)
    weak = _weakened(lines, before, after)
    return {
        name: _fate(lines, before, after, weak, name, _status(name, withdrawal, bare, before, after, weak))
        for name in sorted(lines.statements)
    }


def _weakened(lines: System, before: Standing, after: Standing) -> frozenset[str]:
    """Return what has lost a line and still stands, and all that rests on this by a line that holds."""
    agenda = [lines.lines[number].statement for number in before.holding - after.holding]
    found: set[str] = set()
    while agenda:
        statement = agenda.pop()
        if statement in found or statement not in after.supported:
            continue
        found.add(statement)
        resting = lines.needing.get(statement, ())
        agenda += [lines.lines[number].statement for number in resting if number in after.holding]
    return frozenset(found)


def _status(
    name: str,
    withdrawal: Withdrawal,
    bare: frozenset[str],
    before: Standing,
    after: Standing,
    weak: frozenset[str],
) -> Status:
    if name in withdrawal.statements:
        return "withdrawn"
    if name in bare or name not in before.supported:
        return "unsupported-before"
    if name not in after.supported:
        return "unsupported"
    return "weakened" if name in weak else "unaffected"


def _fate(
    lines: System, before: Standing, after: Standing, weak: frozenset[str], name: str, status: Status
) -> Fate:
    numbers = lines.of.get(name, ())
    lost = [number for number in numbers if number in before.holding - after.holding]
    kept = [number for number in numbers if number in after.holding]
    weakened = [number for number in kept if lines.lines[number].grounds & weak]
    return Fate(
        name,
        status,
        tuple(LostLine(lines.lines[number], after.fallen(lines.lines[number])) for number in lost),
        tuple(lines.lines[number] for number in weakened),
        tuple(lines.lines[number] for number in kept if number not in weakened),
    )
