"""The answer to a SPARQL query, passed on from a worker as it comes."""

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from argmap.errors import ArgmapError
from argmap.http import problems
from argmap.http.conditional import VARY
from argmap.http.facts import note
from argmap.store.workers.reply import Reply

_T = TypeVar("_T")
_MOMENT_SECONDS = 0.05


class SparqlAnswer(Response):
    """An answer whose body is passed on piece by piece; the worker behind it is let go in any case."""

    def __init__(self, reply: Reply, media_type: str) -> None:
        self._reply = reply
        super().__init__(headers=_fields(reply), media_type=media_type)
        if reply.started.length is None:
            del self.headers["content-length"]
        else:
            self.headers["content-length"] = str(reply.started.length)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the fields, then the pieces; stop where they break off or nobody is there any more."""
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if scope["method"] == "HEAD":
                await send({"type": "http.response.body", "body": b""})
            else:
                await unless_gone(receive, self._send_pieces(scope, send))
        finally:
            self._reply.close()
            started = self._reply.started
            note(scope, rows=started.rows, truncated=started.truncated, worker_seconds=started.seconds)

    async def _send_pieces(self, scope: Scope, send: Send) -> None:
        try:
            async for piece in self._reply.pieces():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        except ArgmapError as error:
            # Too late for another status. An answer without its end cannot be taken for a whole one.
            note(scope, outcome=problems.describe(error).kind.name)
            raise BrokenOff(str(error)) from error
        if self._cut_unsaid():
            note(scope, outcome="broken-off")
            raise BrokenOff("the result was cut, and its format has no way left to say so")
        await send({"type": "http.response.body", "body": b""})

    def _cut_unsaid(self) -> bool:
        """Whether the result was cut after the fields had gone out, in a format that cannot tell."""
        late = self._reply.started.length is None and self._reply.started.truncated is not None
        return late and self.headers["content-type"].partition(";")[0] in _MUTE


_MUTE = ("text/csv", "text/tab-separated-values", "application/ld+json")


class BrokenOff(Exception):
    """An answer that cannot be finished; the connection is closed in the middle of it."""


def is_a_fault(record: logging.LogRecord) -> bool:
    """Tell what the server logs for a fault from an answer that broke off as it should (a logging filter)."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, RuntimeError) and "handler is closed" in str(error):
        return False  # uvloop's word for a caller who hung up just now
    return not isinstance(error, BrokenOff | asyncio.CancelledError)


def _fields(reply: Reply) -> dict[str, str]:
    started = reply.started
    fields = {"Vary": VARY.decode(), "Cache-Control": "no-cache"}
    if started.truncated:
        fields["Truncated"] = "true"
    return {**fields, **({"Content-Encoding": started.coding} if started.coding else {})}


async def unless_gone(receive: Receive, work: Awaitable[_T]) -> _T | None:
    """Return what `work` gives; cancel it and return None when the caller hangs up first."""
    task = asyncio.ensure_future(work)
    gone: asyncio.Future[None] | None = None
    try:
        # Most work is done before anybody could hang up.
        done, _ = await asyncio.wait((task,), timeout=_MOMENT_SECONDS)
        if not done:
            gone = asyncio.ensure_future(_hung_up(receive))
            await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        await _ended(task)
        await _ended(gone)


async def _ended(task: "asyncio.Future[Any] | None") -> None:
    if task is not None and not task.done():
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
