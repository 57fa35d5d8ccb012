"""A thing where it stands in a document, with what is embedded in it; and all of that as JSON text."""

from collections.abc import Sequence
from typing import TypeAlias, final

from argmap.formats.graph_index import Node
from argmap.formats.indented import Indented, array_lines


class Branch:
    """A thing at its place, and the `parts` of its text that grew there.

    `things` are embedded in it, itself included, `stops` are things above where it went no further; `height`
    levels of things are below it.
    """

    __slots__ = ("embedded", "height", "parts", "stops", "things")

    def __init__(self, node: Node) -> None:
        self.parts: list[Indented | Filled] = []
        self.things = {node}
        self.stops: set[Node] = set()
        self.embedded = 1
        self.height = 0

    def add(self, branch: "Branch") -> None:
        """Count what is in another branch, which is embedded in this."""
        self.things |= branch.things
        self.stops |= branch.stops
        self.embedded += branch.embedded
        self.height = max(self.height, branch.height + 1)

    def add_leaf(self, node: Node) -> None:
        """Count a thing, which is embedded in this, with nothing below it."""
        self.things.add(node)
        self.embedded += 1
        self.height = self.height or 1

    def fits(self, above: set[Node]) -> bool:
        """Whether the same would grow below these things."""
        return self.stops <= above and self.things.isdisjoint(above)


Value: TypeAlias = Indented | Branch


@final
class Filled:
    """An entry of an object, with the values that stand there."""

    __slots__ = ("before", "is_array", "values")

    def __init__(self, before: Indented, values: Sequence[Value], is_array: bool) -> None:
        self.before, self.is_array = before, is_array or len(values) > 1
        self.values = values


def branch_text(branch: Branch) -> bytes:
    """Return the object of a branch as JSON, by itself."""
    writing = _Writing()
    writing.branch(branch, 0)
    return b"".join(writing.pieces)


class _Writing:
    """The pieces of text so far, and which of them say what: shared branches are copied."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._written: dict[tuple[int, int], slice | bytes] = {}

    def branch(self, branch: Branch, depth: int) -> None:
        """Write the object of a branch whose opening brace stands at a depth."""
        at = id(branch), depth
        if at in self._written:
            self._again(at)
            return
        write = self.pieces.append
        start = len(self.pieces)
        for part in branch.parts:
            if type(part) is Indented:
                write(part[depth])
                continue
            write(part.before[depth])
            if part.is_array:
                self._array(part.values, depth)
            elif type(value := part.values[0]) is Indented:
                write(value[depth + 1])
            else:
                self.branch(value, depth + 1)
        self._written[at] = slice(start, len(self.pieces))

    def _array(self, values: Sequence[Value], depth: int) -> None:
        """Write an array that stands in an object at a depth."""
        lines = array_lines(depth + 1)
        before = lines.first
        for value in values:
            self.pieces.append(before)
            if type(value) is Indented:
                self.pieces.append(value[depth + 2])
            else:
                self.branch(value, depth + 2)
            before = lines.next
        self.pieces.append(lines.end)

    def _again(self, at: tuple[int, int]) -> None:
        written = self._written[at]
        if type(written) is slice:
            written = self._written[at] = b"".join(self.pieces[written])
        self.pieces.append(written)
