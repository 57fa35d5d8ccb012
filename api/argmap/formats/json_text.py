"""JSON text, byte for byte what `json.dumps(…, ensure_ascii=False, indent=1)` gives, but sooner.

Python's encoder indents only in Python code, and writes an object anew wherever it stands. Here an object
that stands in several places is written once: shapes put the same Python object into all of them.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from json.encoder import encode_basestring
from typing import Any, final

from argmap.formats.indented import Written, deeper
from argmap.formats.remembered import Remembered

_text = json.JSONEncoder(ensure_ascii=False).encode
_indented = json.JSONEncoder(ensure_ascii=False, indent=1).encode


def json_text(document: Mapping[str, Any]) -> bytes:
    """Return a document of strings, numbers, booleans, dicts and lists as indented JSON in UTF-8."""
    writing = _Writing()
    writing.object(document, 0)
    return b"".join(writing.pieces)


def value_text(value: Any) -> str:
    """Return a single value as text, indented as if its first line began at the edge."""
    return encode_basestring(value) if type(value) is str else _indented(value)


def with_first(document: bytes, name: str, value: Any) -> bytes:
    """Return a document that is text, and not empty, with one more entry before all others."""
    return f"{{\n {value_text(name)}: {deeper(value_text(value), 1)},".encode() + document[1:]


def with_last(document: bytes, name: str, value: Any) -> bytes:
    """Return a document that is text, and not empty, with one more entry behind all others."""
    return document[:-2] + f",\n {value_text(name)}: {deeper(value_text(value), 1)}\n}}".encode()


def _texts(before: bytes = b"", behind: bytes = b"") -> Remembered[bytes]:
    """Return strings as JSON, between what stands before and behind."""
    return Remembered(lambda text: before + encode_basestring(text).encode() + behind)


# Answers say the same strings again and again.
_TEXTS = _texts()


def plain(document: Mapping[str, Any] | bytes) -> dict[str, Any]:
    """Return a document, which may be text or have entries that are, as values."""
    if isinstance(document, bytes):
        found: dict[str, Any] = json.loads(document)
        return found
    return {
        name: json.loads(item.at(0)) if type(item) is Written else item for name, item in document.items()
    }


@final
class Continued(dict[str, Any]):
    """An object with the entries of another, `beginning`, and more behind them.

    Many may begin alike: what they have in common is written once for every depth.
    """

    __slots__ = ("beginning",)

    def __init__(self, beginning: Mapping[str, Any]) -> None:
        super().__init__(beginning)
        self.beginning = beginning


class _Lines:
    """How the lines of an object or array begin and end whose opening stands at a depth."""

    def __init__(self, depth: int) -> None:
        edge = _edge(depth)
        self.comma = b"," + edge + b" "
        self.first_item = b"[" + edge + b" "
        self.first_names = _texts(b"{" + edge + b" ", b": ")
        self.names = _texts(self.comma, b": ")
        self.end_of_object = edge + b"}"
        self.end_of_array = edge + b"]"


@cache
def _lines(depth: int) -> _Lines:
    return _Lines(depth)


class _Writing:
    """The pieces of text so far, and which of them say what.

    Objects and arrays call one another without a step between: Python stops at a depth of a thousand calls.
    """

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._written: dict[int, tuple[int, slice]] = {}
        self._copies: dict[tuple[int, int], bytes] = {}
        self._beginnings: dict[tuple[int, int], bytes] = {}

    def object(self, entries: Mapping[str, Any], depth: int) -> None:
        """Write an object whose opening brace stands at a depth."""
        if id(entries) in self._written:
            self._again(entries, depth)
            return
        lines = _lines(depth)
        texts, write = _TEXTS, self.pieces.append
        start = len(self.pieces)
        items, names = iter(entries.items()), lines.first_names
        if type(entries) is Continued and entries.beginning:
            write(self._beginning(entries.beginning, depth))
            items, names = islice(items, len(entries.beginning), None), lines.names
        for name, item in items:
            write(names[name])
            names = lines.names
            if type(item) is str:
                write(texts[item])
            elif type(item) is dict or type(item) is Continued:
                self.object(item, depth + 1)
            elif type(item) is list:
                self.array(item, depth + 1)
            else:
                write(_scalar(item, depth + 1))
        write(lines.end_of_object if entries else b"{}")
        self._written[id(entries)] = depth, slice(start, len(self.pieces))

    def _beginning(self, entries: Mapping[str, Any], depth: int) -> bytes:
        """Return an object whose opening brace stands at a depth, but for its end."""
        at = id(entries), depth
        if at not in self._beginnings:
            writing = _Writing()  # as what is written here can be copied by its place
            writing.object(entries, depth)
            self._beginnings[at] = b"".join(writing.pieces[:-1])
        return self._beginnings[at]

    def array(self, items: Sequence[Any], depth: int) -> None:
        """Write an array whose opening bracket stands at a depth."""
        if id(items) in self._written:
            self._again(items, depth)
            return
        lines = _lines(depth)
        texts, write = _TEXTS, self.pieces.append
        start = len(self.pieces)
        before = lines.first_item
        for item in items:
            write(before)
            before = lines.comma
            if type(item) is str:
                write(texts[item])
            elif type(item) is dict or type(item) is Continued:
                self.object(item, depth + 1)
            elif type(item) is list:
                self.array(item, depth + 1)
            else:
                write(_scalar(item, depth + 1))
        write(lines.end_of_array if items else b"[]")
        self._written[id(items)] = depth, slice(start, len(self.pieces))

    def _again(self, part: Any, depth: int) -> None:
        """Write what has been written before, maybe at another depth. Strings hold no line breaks."""
        copy = self._copies.get((id(part), depth))
        if copy is None:
            first, pieces = self._written[id(part)]
            copy = _moved(b"".join(self.pieces[pieces]), depth - first)
            self._copies[id(part), depth] = copy
        self.pieces.append(copy)


def _moved(text: bytes, levels: int) -> bytes:
    """Return a text some levels deeper, or less deep if there are fewer than none."""
    # To look for one byte is seven times faster than for several.
    if levels < 0:
        return text.replace(_edge(-levels), b"\n")
    return text.replace(b"\n", _edge(levels)) if levels else text


def _scalar(item: float | Written | None, depth: int) -> bytes:
    if type(item) is Written:
        return item.at(depth)
    if type(item) is bool:
        return b"true" if item else b"false"
    return str(item).encode() if type(item) is int else _text(item).encode()


@cache
def _edge(depth: int) -> bytes:
    """Return the line break before what stands at a depth."""
    return b"\n" + b" " * depth
