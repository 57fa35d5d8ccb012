"""Pieces of JSON text that stand at several depths: each is indented once for every depth, and kept."""

from collections.abc import Sequence
from functools import cache
from typing import final


def deeper(text: str, levels: int) -> str:
    """Return a text some levels deeper. Strings hold no line breaks."""
    return text.replace("\n", "\n" + " " * levels) if "\n" in text else text


@final
class Indented(dict[int, bytes]):
    """A text as if its first line began at the edge; by depth, the same in UTF-8 and so much deeper."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def __missing__(self, depth: int) -> bytes:
        found = self[depth] = deeper(self.text, depth).encode()
        return found


@final
class Written:
    """An array of members that are text already."""

    __slots__ = ("_members",)

    def __init__(self, members: Sequence[Indented]) -> None:
        self._members = members

    def at(self, depth: int) -> bytes:
        """Return the array whose opening bracket stands in a line at a depth."""
        if not self._members:
            return b"[]"
        lines = array_lines(depth)
        return lines.first + lines.next.join([member[depth + 1] for member in self._members]) + lines.end


class ArrayLines:
    """How the lines of an array begin and end whose opening bracket stands in a line at a depth."""

    __slots__ = ("end", "first", "next")

    def __init__(self, depth: int) -> None:
        edge = b"\n" + b" " * depth
        self.first, self.next, self.end = b"[" + edge + b" ", b"," + edge + b" ", edge + b"]"


# Called for every array of every answer.
array_lines = cache(ArrayLines)
