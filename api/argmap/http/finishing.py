"""From what the application sends to a finished answer: tagged, encoded, kept."""

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.types import Message, Scope, Send

from argmap.content_coding import Encoder, encoded, encoder
from argmap.http import facts
from argmap.http.encoding import SMALLEST
from argmap.http.finished_answer import (
    BODY,
    START,
    FinishedAnswer,
    Wish,
    described,
    not_modified,
    tagged,
)
from argmap.http.finished_store import FinishedAnswers, Key

# Up to here encoding takes less than a millisecond, about what going to another thread and back costs.
_AT_ONCE = 32_768
# What is worth knowing of the answer when it is given again.
_LASTING = ("query", "route", "rows", "truncated")


class Finishing:
    """The `send` that one request's application is given.

    Only what the application gave a strong tag, and no reason not to, is finished; the rest goes through
    as it comes. `_take` is what becomes of the next message.
    """

    def __init__(self, key: Key, wish: Wish, scope: Scope, kept: FinishedAnswers, send: Send) -> None:
        self._key, self._wish, self._scope, self._kept, self._send = key, wish, scope, kept, send
        self._take: Send = self._first
        self._start: Message = {}
        self._fields: Mapping[bytes, bytes] = {}
        self._pieces: list[bytes] = []
        self._size = 0

    async def __call__(self, message: Message) -> None:
        """Take the next message of the application."""
        await self._take(message)

    async def _first(self, message: Message) -> None:
        fields = dict(message.get("headers", ()))
        if message["type"] != START or not _to_be_finished(message["status"], fields):
            await self._through(message)
        elif message["status"] == 304:
            headers = described(message["headers"], tagged(fields[b"etag"], self._wish.coding), None, None)
            await self._through({**message, "headers": headers})
        else:
            self._start, self._fields, self._take = message, fields, self._collect

    async def _through(self, *messages: Message) -> None:
        """Pass on these messages and all that follow."""
        self._take = self._send
        for message in messages:
            await self._send(message)

    async def _collect(self, message: Message) -> None:
        if message["type"] != BODY:  # an extension: the body takes another way
            await self._through(self._start, message)
            return
        self._pieces.append(message.get("body", b""))
        self._size += len(self._pieces[-1])
        if not message.get("more_body", False):
            await self._finish(b"".join(self._pieces))
        elif self._size > max(self._kept.largest, SMALLEST):
            await self._stream()

    async def _finish(self, body: bytes) -> None:
        length = self._length()
        if length in (None, len(body)):
            answer = await self._answer(body)
            await answer.send(self._wish, self._send)
        elif self._wish.head:  # the application knows what it would send, and does not
            await self._only_fields(length)
        else:
            await self._through(self._start, {"type": BODY, "body": body})

    async def _answer(self, body: bytes) -> FinishedAnswer:
        name = self._scope["path"], self._tag
        known = self._kept.find_again(self._key, name)
        if known is not None:
            return known
        encoding = self._wish.coding.of(self._type, len(body))
        if encoding is not None:
            # Another request may be at the same bytes now: that costs a little time, and no answer.
            body = await _aside(len(body), encoded, encoding, body)
        headers = described(self._start["headers"], self._tag, encoding, len(body))
        answer = FinishedAnswer(self._tag, headers, body, self._facts())
        self._kept.keep(self._key, name, answer)
        return answer

    async def _stream(self) -> None:
        """Send what came, and pass on what comes: it is too much to be kept."""
        length = self._length()
        if self._wish.head or self._wish.has(self._tag):
            await self._only_fields(length)
            return
        encoding = self._wish.coding.of(self._type, self._size)
        headers = described(self._start["headers"], self._tag, encoding, None if encoding else length)
        await self._send({**self._start, "headers": headers})
        self._take = self._send if encoding is None else _Encoded(encoder(encoding), self._send)
        await self._take({"type": BODY, "body": b"".join(self._pieces), "more_body": True})
        self._pieces.clear()

    async def _only_fields(self, length: int | None) -> None:
        """Answer 304, or HEAD, without a body; whatever the application still sends is dropped."""
        self._take = _drop
        encoding = self._wish.coding.of(self._type, length)
        # Nobody knows how long it would be encoded.
        headers = described(self._start["headers"], self._tag, encoding, None if encoding else length)
        if self._wish.has(self._tag):
            await self._send({"type": START, "status": 304, "headers": not_modified(headers)})
        else:
            await self._send({**self._start, "headers": headers})
        await self._send({"type": BODY, "body": b""})

    def _length(self) -> int | None:
        text = self._fields.get(b"content-length")
        return None if text is None else int(text)

    @property
    def _tag(self) -> bytes:
        return tagged(self._fields[b"etag"], self._wish.coding)

    @property
    def _type(self) -> bytes:
        return self._fields.get(b"content-type", b"")

    def _facts(self) -> dict[str, Any]:
        known = self._scope.get(facts.KEY) or {}
        return {name: known[name] for name in _LASTING if name in known}


class _Encoded:
    """The `send` that encodes a body on its way."""

    def __init__(self, one: Encoder, send: Send) -> None:
        self._encoder, self._send = one, send

    async def __call__(self, message: Message) -> None:
        piece, more = message.get("body", b""), message.get("more_body", False)
        ready = await _aside(len(piece), self._encoder.compress, piece)
        if not more:
            ready += await _aside(len(piece), self._encoder.finish)
        if ready or not more:
            await self._send({**message, "body": ready})


async def _drop(message: Message) -> None:
    pass


async def _aside(size: int, function: Any, *arguments: Any) -> bytes:
    """Run `function` on `size` bytes, in another thread if that takes longer than going there."""
    if size <= _AT_ONCE:
        return bytes(function(*arguments))
    return bytes(await run_in_threadpool(function, *arguments))


def _to_be_finished(status: int, fields: Mapping[bytes, bytes]) -> bool:
    return (
        status in (200, 304)
        and fields.get(b"etag", b"").startswith(b'"')
        and b"content-encoding" not in fields
        and b"set-cookie" not in fields
        and b"no-store" not in fields.get(b"cache-control", b"").lower()
    )
