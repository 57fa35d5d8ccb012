"""The reply to one question, as it comes from a worker."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from argmap.errors import QueryFailed, QueryTimeout, QueryTooLarge
from argmap.settings import Limits
from argmap.store.workers.messages import DATA, FAILED, HEAD, QUESTION, Question, Started, frame

# Up to here an answer is taken from the worker at once, however slow its reader is.
_TAKEN_BYTES = 262_144
# After this a finished answer has a slow reader; whoever waits for a worker waits no longer for that.
_PATIENCE_SECONDS = 0.2
# The kernel ends a worker whose time is up; this is for the case that it does not.
_GRACE_SECONDS = 2.0
_OUT_OF_TIME = -signal.SIGALRM
_OUT_OF_MEMORY = -signal.SIGABRT  # what the engine does when it gets no memory


class WorkerFailed(Exception):
    """The worker could not answer for the reason that it tells: `reason`, and `members` that say more."""

    def __init__(self, reason: str, members: dict[str, Any]) -> None:
        super().__init__(reason)
        self.reason, self.members = reason, members


@dataclass(eq=False)
class Worker:
    """A worker as the server sees it; `died` will hold its exit status.

    One that is `leaving` only waits for its reader, and has been replaced.
    """

    process: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    died: "asyncio.Future[int]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    asked: bool = False
    leaving: bool = False


class Owner(Protocol):
    """Whose workers they are."""

    def put_back(self, worker: Worker) -> None:
        """Take a worker back that has answered, for the next question."""

    def leave(self, worker: Worker) -> None:
        """Replace a worker that has only its reader to wait for."""

    def kill(self, worker: Worker) -> None:
        """End a worker, whatever it does, and replace it."""


class Reply:
    """The reply to a question: what it begins with (`started`), and then its bytes, in pieces."""

    def __init__(
        self, owner: Owner, limits: Limits, worker: Worker, give_turn_back: Callable[[], None]
    ) -> None:
        self.started = Started("", None, None, None, None, 0.0)
        self._owner, self._limits, self._worker = owner, limits, worker
        self._turn: Callable[[], None] | None = give_turn_back
        self._closed = self._over = self._retiring = False
        self._early: list[bytes] = []
        self._patience: asyncio.TimerHandle | None = None

    async def begin(self, question: Question) -> None:
        """Put the question and wait for the first word."""
        self._worker.asked = True
        self._worker.writer.write(frame(QUESTION, question.body()))
        kind, body = await self._frame(self._limits.seconds + _GRACE_SECONDS)
        if kind == FAILED:
            members = self._last_word(body)
            raise WorkerFailed(members.pop("reason"), members)
        self.started = Started(**json.loads(body))
        if self.started.length is not None:
            await self._finished(self.started.length)

    async def _finished(self, length: int) -> None:
        """Take a short answer at once. Of a long one, wait a moment whether its reader is fast."""
        if length > _TAKEN_BYTES:
            self._patience = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, self._leave)
            return
        while not self._over:
            self._early += await self._piece()
        self.close()

    def _leave(self) -> None:
        """Replace the worker, which still waits for its reader."""
        if not (self._over or self._closed):
            self._worker.leaving = True
            self._owner.leave(self._worker)
            self._give_turn_back()

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the bytes. Raises QueryTimeout, QueryTooLarge or QueryFailed where they break off."""
        for piece in self._early:
            yield piece
        while not self._over:
            for piece in await self._piece():
                yield piece

    async def _piece(self) -> list[bytes]:
        kind, body = await self._frame(None)
        if kind == DATA:
            return [body]
        members = self._last_word(body)
        if kind == FAILED:
            raise QueryTooLarge(self._limits.megabytes)
        self.started = replace(self.started, rows=members["rows"], truncated=members["truncated"])
        return []

    def _last_word(self, body: bytes) -> dict[str, Any]:
        members: dict[str, Any] = json.loads(body)
        self._over, self._retiring = True, members.pop("last")
        return members

    async def _frame(self, seconds: float | None) -> tuple[bytes, bytes]:
        reader = self._worker.reader
        try:
            async with asyncio.timeout(seconds):
                kind, size = HEAD.unpack(await reader.readexactly(HEAD.size))
                return kind, await reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise await self._cause() from None
        except TimeoutError:
            raise QueryTimeout(self._limits.seconds) from None

    async def _cause(self) -> Exception:
        """Return why the worker hung up."""
        self._over = self._retiring = True
        status = 0
        with suppress(TimeoutError):
            status = await asyncio.wait_for(asyncio.shield(self._worker.died), _GRACE_SECONDS)
        if status == _OUT_OF_TIME:
            return QueryTimeout(self._limits.seconds)
        return QueryTooLarge(self._limits.megabytes) if status == _OUT_OF_MEMORY else QueryFailed()

    def close(self) -> None:
        """Let go of the worker, which is killed unless it has said everything; and of the turn."""
        if not self._closed:
            self._closed = True
            if self._patience is not None:
                self._patience.cancel()
            self._let_go()
        self._give_turn_back()

    def _let_go(self) -> None:
        if not self._over:
            self._owner.kill(self._worker)
        elif not (self._worker.leaving or self._retiring):
            self._owner.put_back(self._worker)
        else:
            self._worker.writer.close()  # with that it ends by itself

    def _give_turn_back(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn()
