"""Whose turn it is: how many queries run at once, in all and of one client, and how many wait."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field

from argmap.errors import TooManyQueries, WorkersBusy
from argmap.settings import Limits


@dataclass(eq=False)
class _Waiting:
    client: str
    turn: "asyncio.Future[None]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Turns:
    """Turns to run a query: first come, first served, but no client has more than its share."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._running: Counter[str] = Counter()
        self._queue: deque[_Waiting] = deque()

    @property
    def running(self) -> int:
        """How many queries run."""
        return self._running.total()

    @property
    def waiting(self) -> int:
        """How many queries wait."""
        return len(self._queue)

    async def take(self, client: str) -> None:
        """Wait for a turn; raise TooManyQueries or WorkersBusy where there is no more room to wait."""
        if self._may_run(client):
            self._running[client] += 1
            return
        if sum(each.client == client for each in self._queue) >= self._limits.client_queue:
            raise TooManyQueries(self._limits.per_client, self._patience())
        if len(self._queue) >= self._limits.queue:
            raise WorkersBusy(self._limits.workers, self._patience())
        await self._wait(_Waiting(client))

    def give_back(self, client: str) -> None:
        """Give a turn to the next who may have it."""
        self._running[client] -= 1
        if not self._running[client]:
            del self._running[client]
        self._call_next()

    async def _wait(self, waiting: _Waiting) -> None:
        self._queue.append(waiting)
        try:
            await waiting.turn
        except asyncio.CancelledError:
            if waiting in self._queue:
                self._queue.remove(waiting)
            else:  # it was called, and will not come
                self.give_back(waiting.client)
            raise

    def _call_next(self) -> None:
        for waiting in list(self._queue):
            # One that has hung up takes itself out of the queue as soon as its task goes on.
            if not waiting.turn.cancelled() and self._may_run(waiting.client):
                self._queue.remove(waiting)
                self._running[waiting.client] += 1
                waiting.turn.set_result(None)

    def _may_run(self, client: str) -> bool:
        return self.running < self._limits.workers and self._running[client] < self._limits.per_client

    def _patience(self) -> int:
        """Return after how many seconds it is worth coming back: those who run are done by then."""
        return max(1, round(self._limits.seconds))
