"""What stands: the statements that are supported, and the lines that hold.

The least fixpoint, found by counting for each line what it still waits for (W. F. Dowling and J. H. Gallier,
"Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984): every line is
looked at once for each of its grounds. What supports nothing but itself is never reached.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from argmap.model.support import Line, Withdrawal
from argmap.reasoning.support.circles import circles
from argmap.reasoning.support.system import System


@dataclass(frozen=True)
class Standing:
    """What is `supported`; which lines hold, by number; and what is supported `without` a statement.

    `without` tells only of statements that lie in a circle: for any other it is what is supported anyway.
    """

    supported: frozenset[str]
    holding: frozenset[int]
    without: Mapping[str, frozenset[str]]

    def fallen(self, line: Line) -> frozenset[str]:
        """Return the grounds of a line that are not supported without what it supports."""
        return line.grounds - self.without.get(line.statement, self.supported)


def supported(system: System, taken: Set[int], withdrawn: Set[str]) -> frozenset[str]:
    """Return the statements that are supported when these lines and statements are gone."""
    given = [name for name in system.statements if system.given(name) and name not in withdrawn]
    return _reached(system, range(len(system.lines)), given, taken, withdrawn)


def standing(system: System, withdrawal: Withdrawal) -> Standing:
    """Return what stands after a withdrawal.

    A line holds if its grounds are supported without the statement that it supports. That makes a difference
    only in a circle, where it is worked out within the circle for each of its statements.
    """
    taken, withdrawn = system.taken(withdrawal), withdrawal.statements
    everything = supported(system, taken, withdrawn)
    without = {
        statement: _without(system, statement, circle, everything, taken)
        for circle in circles(system)
        for statement in circle & everything
    }
    holding = frozenset(
        number
        for number, line in enumerate(system.lines)
        if number not in taken
        and line.statement in everything
        and line.grounds <= without.get(line.statement, everything)
    )
    return Standing(everything, holding, without)


def _without(
    system: System, statement: str, circle: Set[str], everything: frozenset[str], taken: Set[int]
) -> frozenset[str]:
    """Return what is supported without a statement, of what it may rest on: its circle and all below."""
    outside = everything - circle
    inside = circle & everything  # a statement that is not supported, or withdrawn, is not so without another
    numbers = [number for name in inside for number in system.of.get(name, ())]
    again = _reached(system, numbers, [], taken, {statement}, outside)
    return outside | again


def _reached(
    system: System,
    numbers: Iterable[int],
    known: Iterable[str],
    taken: Set[int],
    barred: Set[str],
    before: Set[str] = frozenset(),
) -> frozenset[str]:
    """Return what follows by these lines from what is known; what was known `before` is not returned."""
    missing = {number: system.lines[number].grounds - before for number in numbers if number not in taken}
    waiting = {number: len(grounds) for number, grounds in missing.items()}
    agenda = [*known, *(system.lines[number].statement for number, left in waiting.items() if not left)]
    found: set[str] = set()
    while agenda:
        statement = agenda.pop()
        if statement in found or statement in barred:
            continue
        found.add(statement)
        for number in system.needing.get(statement, ()):
            if number in waiting:
                waiting[number] -= 1
                if not waiting[number]:
                    agenda.append(system.lines[number].statement)
    return frozenset(found)
