"""An answer whose every byte is ready to be sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from starlette.types import Send

from argmap.http.conditional import is_any, tags
from argmap.http.encoding import Coding

Field: TypeAlias = tuple[bytes, bytes]
START, BODY = "http.response.start", "http.response.body"

# What 304 repeats of the fields of 200 (RFC 9110 §15.4.5).
_REPEATED = frozenset((b"cache-control", b"content-location", b"date", b"etag", b"expires", b"vary"))
_REPLACED = frozenset((b"content-encoding", b"content-length", b"etag", b"vary"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request wants beside the answer: its coding, no body (HEAD), nothing if it has it already."""

    coding: Coding
    head: bool
    none_match: bytes

    def has(self, tag: bytes) -> bool:
        """Whether the caller has the answer of this tag (weak comparison, RFC 9110 §13.1.2)."""
        known = self.none_match
        return bool(known) and (known == tag or is_any(known) or tag in tags(known))


@dataclass(frozen=True)
class FinishedAnswer:
    """The answer 200 of a strong `tag`: its fields and its bytes, encoded or not.

    `facts` are what is noted of a request that it answers, for the log. The fields are never changed; whoever
    gets them gets a copy, as what is around may add its own.
    """

    tag: bytes
    headers: list[Field]
    body: bytes = field(repr=False)
    facts: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def unchanged(self) -> list[Field]:
        """The fields of 304."""
        return not_modified(self.headers)

    @cached_property
    def size(self) -> int:
        """The bytes of memory it takes, roughly, and rather too many."""
        fields = sum(len(name) + len(value) + 150 for name, value in self.headers)
        return len(self.body) + fields + 800

    async def send(self, wish: Wish, send: Send) -> None:
        """Answer by it: 304 to a caller that has it, no body to HEAD."""
        if wish.none_match and wish.has(self.tag):
            await send({"type": START, "status": 304, "headers": self.unchanged.copy()})
            await send({"type": BODY, "body": b""})
            return
        await send({"type": START, "status": 200, "headers": self.headers.copy()})
        await send({"type": BODY, "body": b"" if wish.head else self.body})


def not_modified(headers: Iterable[Field]) -> list[Field]:
    """Return those fields of an answer that 304 repeats."""
    return [(name, value) for name, value in headers if name in _REPEATED]


def tagged(tag: bytes, coding: Coding) -> bytes:
    """Return the tag of what the application tagged `tag`, when it is negotiated as `coding`."""
    return tag[:-1] + coding.suffix + b'"'


def described(headers: Iterable[Field], tag: bytes, encoding: str | None, length: int | None) -> list[Field]:
    """Return the fields of an answer with the tag, coding and length (if known) under which it is sent."""
    fields = list(headers)
    made = [(name, value) for name, value in fields if name not in _REPLACED]
    made += [(b"etag", tag), (b"vary", _vary(fields))]
    if encoding is not None:
        made.append((b"content-encoding", encoding.encode()))
    if length is not None:
        made.append((b"content-length", str(length).encode()))
    return made


def _vary(headers: Iterable[Field]) -> bytes:
    named = b", ".join(value for name, value in headers if name == b"vary")
    if b"accept-encoding" in named.lower() or named == b"*":
        return named
    return named + b", Accept-Encoding" if named else b"Accept-Encoding"
