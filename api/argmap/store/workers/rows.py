"""A table on its way out: whole rows are passed on, and no more of them than the limits allow.

The engine writes a result from its first to its last row and cannot be asked to stop. So the bytes that it
writes are read just enough to know where a row ends.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BLOCK_BYTES = 65_536


class LimitReached(Exception):
    """Told to the engine through the file that it writes into: the table is as long as it may be."""


class RowTooLarge(Exception):
    """The first row alone is more than a whole result may be."""


@dataclass(frozen=True)
class Notation:
    """How a format tells its rows apart.

    `separator` is found between rows and, outside of quotation marks, nowhere else. The row N is over at the
    separator N + `first`, `end` bytes after its start; that there is another row is known from the separator
    N + `another` on. `quoted` tells that a separator may stand in a quotation, `escaped` that a backslash in
    it takes the meaning of the next character. `closing` ends a table that was cut.
    """

    separator: bytes
    first: int
    another: int
    end: int
    quoted: bool = False
    escaped: bool = False
    closing: bytes = b""


# As the engine writes them, without white space: SPARQL 1.1 Query Results JSON and XML, and CSV and TSV.
NOTATIONS = {
    "application/sparql-results+json": Notation(b"},{", 0, 0, 1, True, True, b']},"truncated":true}'),
    "application/sparql-results+xml": Notation(
        b"<result>", 1, 1, 0, closing=b"</results><!-- truncated --></sparql>"
    ),
    "text/csv": Notation(b"\r\n", 1, 2, 2, True),
    "text/tab-separated-values": Notation(b"\n", 1, 2, 1),
}
_REST_OF_QUOTATION = re.compile(rb'(?:[^"\\]|\\.)*+"?', re.DOTALL)
_EMPTY_JSON = b'"bindings":[]}}'


class Rows:
    """The file that the engine writes a table into.

    Bytes go on to `sink` once it is known that they are not cut off. `truncated` says by which limit the
    table was cut (`rows`, `bytes`, or None), `rows` how many rows went on.
    """

    def __init__(
        self, notation: Notation, max_rows: int, max_bytes: int, sink: Callable[[bytes], object]
    ) -> None:
        self.truncated: str | None = None
        self.rows = 0
        self._notation, self._sink = notation, sink
        self._max_rows, self._max_bytes = max_rows, max_bytes
        self._fresh = bytearray()  # not looked at yet
        self._kept = bytearray()  # looked at, from the block on that the last separator is in
        self._kept_in_quotation = self._in_quotation = False
        self._kept_after = self._separators = self._passed_on = 0

    def write(self, chunk: bytes) -> int:
        """Take what the engine writes; raises LimitReached once the table is as long as it may be."""
        if self.truncated is not None:  # the engine empties its buffer once more when it is stopped
            raise LimitReached
        self._fresh += chunk
        if len(self._fresh) >= _BLOCK_BYTES:
            self._look(self._block())
        return len(chunk)

    def flush(self) -> None:
        """Do nothing: what is kept back waits until more is known."""

    def finish(self) -> None:
        """Pass on what is left of the table, and close it if it was cut."""
        if self.truncated is None:
            try:
                self._look(bytes(self._fresh))
            except LimitReached:
                pass
            else:
                self._pass_on(bytes(self._kept))
                self.rows = self._separators + 1 - max(self._notation.another, self._none_at_all())
                return
        self._pass_on(self._notation.closing)

    def _none_at_all(self) -> bool:
        return self._kept.endswith(_EMPTY_JSON)

    def _block(self) -> bytes:
        """Return what can be looked at now: no escape and no separator is torn apart at its end."""
        fresh, separator = self._fresh, self._notation.separator
        end = len(fresh)
        if self._notation.escaped:
            end -= (end - len(fresh.rstrip(b"\\"))) % 2
        torn = (size for size in range(len(separator) - 1, 0, -1) if fresh.endswith(separator[:size], 0, end))
        end -= next(torn, 0)
        block = bytes(fresh[:end])
        del fresh[:end]
        return block

    def _look(self, block: bytes) -> None:
        before = self._in_quotation
        found = self._outside(block).count(self._notation.separator)
        if self._separators + found >= self._max_rows + self._notation.another:
            self._cut(block, "rows")
        if self._passed_on + len(self._kept) + len(block) > self._max_bytes:
            self._cut(block, "bytes")
        if found:
            self._pass_on(bytes(self._kept))
            self._kept.clear()
            self._kept_in_quotation, self._kept_after = before, self._separators
        self._kept += block
        self._separators += found

    def _outside(self, block: bytes) -> bytes:
        """Return the block without what is in quotation marks, and remember whether it ends in one."""
        if not self._notation.quoted:
            return block
        if self._notation.escaped:
            block = block.replace(b"\\\\", b"").replace(b'\\"', b"")
        parts = block.split(b'"')
        outside = parts[self._in_quotation :: 2]
        self._in_quotation ^= len(parts) % 2 == 0
        return b'"'.join(outside)

    def _cut(self, block: bytes, limit: str) -> None:
        """Pass on the rows that are within the limits and raise LimitReached."""
        data = bytes(self._kept) + block
        rows, end = 0, 0
        for number, start in enumerate(self._places(data), self._kept_after + 1 - self._notation.first):
            within = self._passed_on + start + self._notation.end <= self._max_bytes
            if number > self._max_rows or not within:
                break
            rows, end = number, start + self._notation.end
        if rows < 1:
            raise RowTooLarge
        self._pass_on(data[:end])
        self.rows, self.truncated = rows, limit
        raise LimitReached

    def _places(self, data: bytes) -> Iterator[int]:
        """Yield where the separators in `data` start."""
        separator = re.escape(self._notation.separator)
        if not self._notation.quoted:
            yield from (match.start() for match in re.finditer(separator, data))
            return
        escaped = rb'"(?:[^"\\]|\\.)*+"?' if self._notation.escaped else rb'"[^"]*+"?'
        start = 0
        if self._kept_in_quotation:
            rest = _REST_OF_QUOTATION if self._notation.escaped else re.compile(rb'[^"]*+"?')
            found = rest.match(data)
            start = found.end() if found else 0
        for match in re.compile(escaped + rb"|(" + separator + rb")", re.DOTALL).finditer(data, start):
            if match[1]:
                yield match.start()

    def _pass_on(self, data: bytes) -> None:
        self._passed_on += len(data)
        self._sink(data)
