"""Threads for what must not stop the event loop, with fair turns where more is asked for than they can do.

They are reached in two thirds of the time that it takes through the framework's (anyio), which carries along
contexts and scopes that nothing here looks at. The one that was free last is taken first: few are awake where
few are needed, and what they have in the processor's caches and in memory of their own is used again.
"""

import asyncio
import atexit
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")

# Who asked for something so long ago is not to be waited for.
_LATELY_SECONDS = 2.0


class Job(Generic[Result]):
    """A client's call, and the event loop in which somebody waits for what becomes of it.

    It `waits` until it is begun.
    """

    def __init__(self, client: str, function: Callable[..., Result], arguments: tuple[Any, ...]) -> None:
        self.client, self.waits = client, True
        self._function, self._arguments = function, arguments
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Result] = self._loop.create_future()

    def run(self) -> Callable[[], object]:
        """Make the call, in a thread, and return how to tell the loop."""
        try:
            result = self._function(*self._arguments)
        except BaseException as error:  # noqa: BLE001 (it is raised where the call is waited for)
            return partial(self._tell, self.future.set_exception, error)
        return partial(self._tell, self.future.set_result, result)

    def _tell(self, tell: Callable[[Any], None], what: Any) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits
            self._loop.call_soon_threadsafe(self._told, tell, what)

    def _told(self, tell: Callable[[Any], None], what: Any) -> None:
        if not self.future.done():  # who waited may have been cancelled
            tell(what)


_Jobs = SimpleQueue[Job[Any] | None]


class Threads:
    """At most `most` threads, each started when it is first needed; they end with the process.

    Clients have turns: whoever asks for much waits for itself, not others for it. One client has `alone`
    threads at most (None: all), and while others ask its `share` (None: a quarter of all, at least one).
    """

    def __init__(self, most: int, alone: int | None = None, share: int | None = None) -> None:
        self._most, self._alone, self._share = most, alone or most, share or max(1, most // 4)
        self._lock = Lock()
        self._free: list[_Jobs] = []
        self._started: list[tuple[Thread, _Jobs]] = []
        self._running: Counter[str] = Counter()
        # Who asked lately, and what waits, of each client in the order in which it came; whose turn is next
        # stands first in both.
        self._lately: OrderedDict[str, float] = OrderedDict()
        self._waiting: OrderedDict[str, deque[Job[Any]]] = OrderedDict()
        atexit.register(self._end)

    def begin(self, client: str, function: Callable[..., Result], *arguments: Any) -> Job[Result]:
        """Have a function called in a thread, as soon as it is the client's turn."""
        job = Job(client, function, arguments)
        with self._lock:
            self._lately[client] = monotonic()
            self._lately.move_to_end(client)
            self._waiting.setdefault(client, deque()).append(job)
            self._begin_what_may()
        return job

    async def end(self, job: Job[Result]) -> Result:
        """Return what the function of a job returns; whoever is cancelled here gives up the turn."""
        try:
            return await job.future
        except asyncio.CancelledError:
            self._forget(job)
            raise

    async def run(self, client: str, function: Callable[..., Result], *arguments: Any) -> Result:
        """Return what a function returns, from a thread, when it is the client's turn."""
        return await self.end(self.begin(client, function, *arguments))

    def _begin_what_may(self) -> None:
        now = monotonic()
        while self._lately and now - next(iter(self._lately.values())) > _LATELY_SECONDS:
            self._lately.popitem(last=False)
        while (client := self._next()) is not None and (jobs := self._thread()):
            waiting = self._waiting.pop(client)
            job = waiting.popleft()
            if waiting:
                self._waiting[client] = waiting  # behind the others
            self._running[client] += 1
            job.waits = False
            jobs.put(job)

    def _next(self) -> str | None:
        """Return the client whose turn it is, of those for whom something waits."""
        most = self._alone if len(self._lately) < 2 else self._share
        return next((client for client in self._waiting if self._running[client] < most), None)

    def _thread(self) -> _Jobs | None:
        """Return what brings a free thread its jobs; start another, if there may be one."""
        if self._free:
            return self._free.pop()
        if len(self._started) == self._most:
            return None
        jobs: _Jobs = SimpleQueue()
        thread = Thread(target=self._work, args=(jobs,), name="argmap", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # the system has no more of them for us: those there are must do
            if not self._started:
                raise
            return None
        self._started.append((thread, jobs))
        return jobs

    def _forget(self, job: Job[Any]) -> None:
        with self._lock:
            waiting = self._waiting.get(job.client, ())
            if job in waiting:
                self._waiting[job.client].remove(job)
                if len(waiting) == 0:
                    del self._waiting[job.client]

    def _work(self, jobs: _Jobs) -> None:
        while (job := jobs.get()) is not None:
            tell = job.run()
            self._go_on(job.client, jobs)  # first, so that who is told finds this thread free
            tell()
            del job, tell  # an answer is not to be kept until the next

    def _go_on(self, client: str, jobs: _Jobs) -> None:
        """Note that a thread is done with what a client asked for, and begin whatever may begin now."""
        with self._lock:
            self._running[client] -= 1
            if not self._running[client]:
                del self._running[client]
            self._free.append(jobs)
            self._begin_what_may()

    def _end(self) -> None:
        """Wait for what is being done: a thread that is ended in the engine takes the process with it."""
        for _, jobs in self._started:
            jobs.put(None)
        for thread, _ in self._started:
            thread.join()
