"""The two readings of statements that no source stands behind: they stand by the author's word, or fall."""

from collections.abc import Set

from argmap.model.support import Line, SupportGraph, Uncited
from argmap.reasoning.support.system import System, of_lines, system


def read(graph: SupportGraph, uncited: Uncited) -> tuple[System, frozenset[str]]:
    """Return the lines that count in a reading, and the statements that do not hold in it anyway.

    Where the uncited `falls`, a statement counts as uncited if no source is reached from it by any line. An
    argument that has nothing but uncited grounds is then no line of a statement that does reach a source; as
    one ground beside others an uncited statement neither carries nor breaks the argument, if it stands. Which
    statements are uncited is settled before anything is withdrawn.
    """
    everything = system(graph)
    if uncited == "stands":
        return everything, frozenset()
    bare = everything.statements - _reaching_sources(everything)
    return of_lines(
        everything.statements, [line for line in everything.lines if _counts(line, bare)]
    ), frozenset(bare)


def _reaching_sources(system: System) -> frozenset[str]:
    found: set[str] = set()
    agenda = [line.statement for line in system.lines if line.citings]
    while agenda:
        statement = agenda.pop()
        if statement not in found:
            found.add(statement)
            agenda += [system.lines[number].statement for number in system.needing.get(statement, ())]
    return frozenset(found)


def _counts(line: Line, bare: Set[str]) -> bool:
    return line.statement in bare or bool(line.citings) or not line.grounds <= bare
