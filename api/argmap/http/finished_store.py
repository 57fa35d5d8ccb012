"""Finished answers in memory, within bounds: what was not asked for longest goes first."""

from collections import OrderedDict
from collections.abc import Hashable
from sys import getsizeof
from typing import Any, Generic, TypeAlias, TypeVar

from argmap.http.finished_answer import FinishedAnswer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# What of a request an answer depends on, as it came.
Key: TypeAlias = tuple[Hashable, ...]
# What names an answer: the path (a tag is unique to its address only), and the tag.
Name: TypeAlias = tuple[str, bytes]

# What the tables, the tuples and the bookkeeping take beside keys and values (measured, rounded up). As every
# entry counts at least this, the bound on bytes is one on entries too.
_OVERHEAD = 400
# One part in so many is for keys, and no answer takes a greater part of the whole.
_PART = 4
# Nobody's address and `Accept` are longer, unless to crowd out those of others.
_LONGEST_KEY = 4096


class Bounded(Generic[K, V]):
    """A mapping that holds at most `most` bytes, and nothing that takes more than `largest`."""

    def __init__(self, most: int, largest: int) -> None:
        self._most, self.largest = most, largest
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """Return what is kept under `key`, which is now the last to go."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: K, value: V, size: int) -> bool:
        """Keep `value`, which takes `size` bytes with its key; return False if that is too large."""
        if size > self.largest or size > self._most:
            return False
        self._remove(key)
        self._entries[key] = value, size
        self.bytes += size
        while self.bytes > self._most:
            self._remove(next(iter(self._entries)))
        return True

    def _remove(self, key: K) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.bytes -= entry[1]


class FinishedAnswers:
    """The answers that are kept, at most `most` bytes with all that leads to them.

    A request leads to the name of an answer, the name to its bytes: whoever asks the same thing in a thousand
    ways fills a table of names, not the memory for answers. Only the event loop may touch it.
    """

    def __init__(self, most: int) -> None:
        self.largest = most // _PART
        self._names: Bounded[Key, Name] = Bounded(most // _PART, _LONGEST_KEY)
        self._answers: Bounded[Name, FinishedAnswer] = Bounded(most - most // _PART, self.largest)

    @property
    def bytes(self) -> int:
        """The bytes that are taken now."""
        return self._names.bytes + self._answers.bytes

    def __len__(self) -> int:
        return len(self._answers)

    def find(self, key: Key) -> FinishedAnswer | None:
        """Return the answer to a request that was answered before."""
        name = self._names.get(key)
        return None if name is None else self._answers.get(name)

    def find_again(self, key: Key, name: Name) -> FinishedAnswer | None:
        """Return the answer of this name, which another request led to; from now on this one does too."""
        answer = self._answers.get(name)
        if answer is not None:
            self._names.put(key, name, _size(key))
        return answer

    def keep(self, key: Key, name: Name, answer: FinishedAnswer) -> None:
        """Keep an answer, unless it is too large."""
        if self._answers.put(name, answer, answer.size + _size(name)):
            self._names.put(key, name, _size(key))


def _size(parts: tuple[Any, ...]) -> int:
    return sum(getsizeof(part) for part in parts) + _OVERHEAD
