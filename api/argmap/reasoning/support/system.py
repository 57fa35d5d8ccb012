"""The lines of support of every statement, numbered, so that they can be followed both ways."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from argmap.model.support import Citing, Line, Step, SupportGraph, Withdrawal


@dataclass(frozen=True)
class System:
    """Lines by number: `of` a statement those that support it, `needing` one those that rest on it.

    A statement with no line at all is given: it holds unless it is withdrawn itself.
    """

    statements: frozenset[str]
    lines: tuple[Line, ...]
    of: dict[str, list[int]]
    needing: dict[str, list[int]]

    def given(self, statement: str) -> bool:
        """Whether nothing speaks for a statement, so that it holds by the author's word."""
        return not self.of.get(statement)

    def taken(self, withdrawal: Withdrawal) -> frozenset[int]:
        """Return the lines from a source of which no citation is left."""
        return frozenset(
            number
            for number, line in enumerate(self.lines)
            if line.citings and all(map(withdrawal.takes, line.citings))
        )


def system(graph: SupportGraph) -> System:
    """Return the lines of a graph: one for each source that a statement cites, one for each argument.

    An argument without grounds is no line.
    """
    lines = [*_from_sources(graph.citings), *_from_arguments(graph.steps)]
    return of_lines(graph.statements, sorted(lines, key=_order))


def of_lines(statements: Set[str], lines: Iterable[Line]) -> System:
    """Return the system of these lines; whatever they rest on is a statement too."""
    found = tuple(lines)
    of: dict[str, list[int]] = defaultdict(list)
    needing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(found):
        of[line.statement].append(number)
        for ground in line.grounds:
            needing[ground].append(number)
    return System(frozenset({*statements, *of, *needing}), found, dict(of), dict(needing))


def _from_sources(citings: Iterable[Citing]) -> Iterable[Line]:
    by_line: dict[tuple[str, str], list[Citing]] = defaultdict(list)
    for citing in citings:
        by_line[citing.statement, citing.source].append(citing)
    for (statement, source), several in by_line.items():
        yield Line(statement, source=source, citings=tuple(several))


def _from_arguments(steps: Iterable[Step]) -> Iterable[Line]:
    for step in steps:
        if step.grounds:
            yield Line(step.conclusion, argument=step.argument, grounds=step.grounds)


def _order(line: Line) -> tuple[str, str, str]:
    return line.statement, line.source or "", line.argument or ""
