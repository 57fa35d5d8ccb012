"""The definitions of `docs/impact.md`, read word for word and without any thought of time.

Nothing here knows fixpoints, components or counting: a statement is supported if a tree of lines can be drawn
below it in which no statement stands below itself, and a set cuts it if trying it out shows so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from argmap.model.objection import Objection
from argmap.model.support import Citing, Step, SupportGraph, Uncited, Withdrawal

NOTHING = Withdrawal()
Name = tuple[str, str]  # ("source", its name) or ("argument", its name)


@dataclass(frozen=True)
class World:
    """A graph in one reading, with something withdrawn."""

    graph: SupportGraph
    withdrawal: Withdrawal
    uncited: Uncited

    def lines(self, statement: str) -> dict[Name, tuple[list[Citing], frozenset[str]]]:
        """Return the lines of a statement that count: what is cited, and what has to be supported."""
        found: dict[Name, tuple[list[Citing], frozenset[str]]] = {}
        for citing in self.graph.citings:
            if citing.statement == statement:
                found.setdefault(("source", citing.source), ([], frozenset()))[0].append(citing)
        for step in self.graph.steps:
            if step.conclusion == statement and step.grounds and self._counts(step):
                found["argument", step.argument] = ([], step.grounds)
        return found

    def _counts(self, step: Step) -> bool:
        if self.uncited == "stands" or self.bare(step.conclusion):
            return True
        return any(not self.bare(ground) for ground in step.grounds)

    def bare(self, statement: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether no source is reached from a statement, whatever is withdrawn."""
        if any(citing.statement == statement for citing in self.graph.citings):
            return False
        return all(
            ground in seen or self.bare(ground, seen | {statement})
            for step in self.graph.steps
            if step.conclusion == statement
            for ground in step.grounds - {statement}
        )

    def holds(self, statement: str, line: Name, above: frozenset[str]) -> bool:
        """Whether a line of a statement holds, with nothing from above it used again."""
        citings, grounds = self.lines(statement)[line]
        if citings and all(self.withdrawal.takes(citing) for citing in citings):
            return False
        return all(self.supported(ground, above | {statement}) for ground in grounds)

    def supported(self, statement: str, above: frozenset[str] = frozenset()) -> bool:
        """Whether a statement is supported, with nothing from above it used again."""
        if statement in above or statement in self.withdrawal.statements:
            return False
        lines = self.lines(statement)
        return not lines or any(self.holds(statement, line, above) for line in lines)

    def holding(self, statement: str) -> set[Name]:
        """Return the lines that hold."""
        if statement in self.withdrawal.statements:
            return set()
        return {line for line in self.lines(statement) if self.holds(statement, line, frozenset())}


def statuses(graph: SupportGraph, withdrawal: Withdrawal, uncited: Uncited) -> Mapping[str, str]:
    """Return what becomes of each statement."""
    before, after = World(graph, NOTHING, uncited), World(graph, withdrawal, uncited)
    weak = weakened(graph, before, after)
    found = {}
    for name in graph.statements:
        if name in withdrawal.statements:
            found[name] = "withdrawn"
        elif not before.supported(name) or (uncited == "falls" and before.bare(name)):
            found[name] = "unsupported-before"
        elif not after.supported(name):
            found[name] = "unsupported"
        else:
            found[name] = "weakened" if name in weak else "unaffected"
    return found


def weakened(graph: SupportGraph, before: World, after: World) -> set[str]:
    """Return what still stands and lost a line, or has one that holds through what is weakened itself."""
    weak: set[str] = set()
    while True:
        more = {
            name
            for name in graph.statements
            if after.supported(name)
            and (
                before.holding(name) - after.holding(name)
                or any(after.lines(name)[line][1] & weak for line in after.holding(name))
            )
        }
        if more == weak:
            return weak
        weak = more


def has_fallen(
    name: str, graph: SupportGraph, objections: tuple[Objection, ...], status: Mapping[str, str]
) -> bool:
    """Whether a statement, an argument (with a ground) or objection (with all that makes it) has fallen."""
    if name in graph.statements:
        return status[name] in ("unsupported", "withdrawn")
    for step in graph.steps:
        if step.argument == name:
            return any(has_fallen(ground, graph, objections, status) for ground in step.grounds)
    for objection in objections:
        if objection.name == name and objection.by:
            return all(has_fallen(statement, graph, objections, status) for statement in objection.by)
    return False


def strengthened(
    graph: SupportGraph, objections: tuple[Objection, ...], status: Mapping[str, str]
) -> set[tuple[str, str, str]]:
    """Return target, objection and statement, for each statement that fell and what it was said against."""
    return {
        (target, objection.name, statement)
        for objection in objections
        for statement in objection.by
        for target in objection.against
        if has_fallen(statement, graph, objections, status)
        and not has_fallen(target, graph, objections, status)
    }


def revived(
    graph: SupportGraph, objections: tuple[Objection, ...], status: Mapping[str, str]
) -> dict[str, set[str]]:
    """Return the objections that have not fallen and lose an answer, with the answers that remain."""
    return {
        objection.name: {
            answer for answer in objection.answers if not has_fallen(answer, graph, objections, status)
        }
        for objection in objections
        if not has_fallen(objection.name, graph, objections, status)
        and any(has_fallen(answer, graph, objections, status) for answer in objection.answers)
    }


def cut_sets(graph: SupportGraph, statement: str, size: int, uncited: Uncited) -> list[frozenset[str]]:
    """Return the sets of sources that leave a statement unsupported, and none of whose parts does."""
    sources = sorted({citing.source for citing in graph.citings})
    found: list[frozenset[str]] = []
    for chosen in _small_first(sources, size):
        world = World(graph, Withdrawal(sources=chosen), uncited)
        if not any(other <= chosen for other in found) and not world.supported(statement):
            found.append(chosen)
    return found


def _small_first(sources: list[str], size: int) -> Iterator[frozenset[str]]:
    for count in range(size + 1):
        yield from map(frozenset, combinations(sources, count))
