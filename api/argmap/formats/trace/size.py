"""How large a trace becomes as a document and as a table, told while it grows.

The document is indented, so a line weighs more the deeper it stands; and every row of the table repeats the
names of all the statements on its path, and what is said of one thing of each role. A large data set could so
make hundreds of megabytes out of few hops.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.formats.values import Object

# Of the document, and of the table, in bytes.
MAX_SIZE = 16_000_000
# A level of hops is an array in an object, each of which indents its lines by one.
_INDENT = 2
# A row tells of the statement at the note, and of the last.
_TWICE = "statement"


@dataclass(frozen=True)
class Size:
    """What a thing of some role adds to a document, in bytes and lines, and its `name` to a row."""

    role: str
    name: int
    said: int
    lines: int

    def at(self, depth: int) -> int:
        """Return the bytes of a hop so many levels below the root."""
        return self.said + self.lines * _INDENT * depth


class Row(NamedTuple):
    """What a path has come through: the names of its statements, and the longest said of each role."""

    names: int
    said: Mapping[str, int]

    @classmethod
    def of(cls, size: Size) -> "Row":
        """Return the row of the path that has only come to a thing."""
        return cls(0, {}).on(size)

    def on(self, size: Size) -> "Row":
        """Return the row of the path that goes on to a thing."""
        names = self.names + size.name if size.role == _TWICE else self.names
        if size.said <= self.said.get(size.role, -1):
            return Row(names, self.said)
        return Row(names, {**self.said, size.role: size.said})

    @property
    def size(self) -> int:
        """At most how many bytes the row has."""
        return self.names + sum(self.said.values()) + self.said.get(_TWICE, 0)


class Budget:
    """What may still be added; once something does not fit, nothing more does."""

    def __init__(self) -> None:
        self._document = self._table = MAX_SIZE
        self.spent = False

    def takes(self, document: int, table: int) -> bool:
        """Whether so many bytes of the document and the table fit; they are spent then."""
        self.spent = self.spent or document > self._document or table > self._table
        if not self.spent:
            self._document -= document
            self._table -= table
        return not self.spent


def size_of(role: str, said: Object) -> Size:
    """Return the size of what is said of a thing."""
    text = json.dumps(said, ensure_ascii=False).encode()
    return Size(role, len(str(said["id"])), len(text), _lines(said))


def _lines(value: Any) -> int:
    if isinstance(value, dict):
        return 2 + sum(map(_lines, value.values()))
    return 2 + sum(map(_lines, value)) if isinstance(value, list) else 1
