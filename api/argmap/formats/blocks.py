"""Text of the engine in blocks of lines that begin alike, each worked out once: the store never changes.

The engine writes what it says of a thing in one go, and says the same again when it is asked again. So the
text is cut where a known block ends, and is not taken apart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

# In bytes of the engine; what is made of them takes some four times as much. Enough for all of an article.
_MOST_BYTES = 8_000_000
# One query may say much of a thing when it is asked about it, and little when it only leads there.
_VARIANTS = 3


@dataclass
class Memory:
    """How much is remembered in all, and where."""

    taken: int = 0
    held: list[dict[bytes, Any]] = field(default_factory=list)

    def take(self, size: int) -> None:
        """Count what will be remembered now; where it is too much, forget everything else."""
        if self.taken + size > _MOST_BYTES:
            for known in self.held:
                known.clear()
            self.taken = 0
        self.taken += size


class Blocks(Generic[Value]):
    """Reads texts block by block; a line begins with all up to the first `end`.

    `value` gives what a block is worth, from how its lines begin and the block.
    """

    def __init__(self, memory: Memory, end: bytes, value: Callable[[bytes, bytes], Value]) -> None:
        self._memory, self._end, self._value = memory, end, value
        self._known: dict[bytes, tuple[tuple[bytes, Value], ...]] = {}
        memory.held.append(self._known)

    def read(self, text: bytes, start: int = 0) -> dict[bytes, Value]:
        """Return what the blocks of a text from a place on are worth, by how their lines begin."""
        found: dict[bytes, Value] = {}
        at, size, blocks = start, len(text), 0
        while at < size:
            beginning = text[at : text.index(self._end, at) + 1]
            block, found[beginning] = self._block(text, at, beginning)
            at += len(block)
            blocks += 1
        return found if blocks == len(found) else self.read(self._together(text[start:]))

    def _block(self, text: bytes, at: int, beginning: bytes) -> tuple[bytes, Value]:
        for known in self._known.get(beginning, ()):
            block = known[0]
            if text.startswith(block, at) and not text.startswith(beginning, at + len(block)):
                return known
        end = at
        while text.startswith(beginning, end):
            end = text.index(b"\n", end) + 1
        found = text[at:end], self._value(beginning, text[at:end])
        self._memory.take(end - at)
        self._known[beginning] = (found, *self._known.get(beginning, ()))[:_VARIANTS]
        return found

    def _together(self, text: bytes) -> bytes:
        """Return the lines of a text so that those which begin alike stand together."""
        lines: dict[bytes, list[bytes]] = {}
        for line in text.split(b"\n")[:-1]:
            lines.setdefault((line + b"\n").partition(self._end)[0], []).append(line)
        return b"".join([line + b"\n" for alike in lines.values() for line in alike])
