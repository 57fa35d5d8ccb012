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
from typing import Any, TypeVar

Result = TypeVar("Result")

# Who asked for something so long ago is not to be waited for.
_LATELY_SECONDS = 2.0


class _Job:
    """A client's call, and the event loop in which somebody waits for what becomes of it."""

    def __init__(self, client: str, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.client = client
        self._function, self._arguments = function, arguments
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Any] = self._loop.create_future()

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


_Jobs = SimpleQueue[_Job | None]


class Threads:
    """At most `most` threads, each started when it is first needed; they end with the process.

    Clients have turns: whoever asks for much waits for itself, not others for it. One client has `alone`
    threads at most (None: all), and while others ask a quarter of all, but one in any case.
    """

    def __init__(self, most: int, alone: int | None = None) -> None:
        self._most, self._alone, self._share = most, alone or most, max(1, most // 4)
        self._lock = Lock()
        self._free: list[_Jobs] = []
        self._started: list[tuple[Thread, _Jobs]] = []
        self._running: Counter[str] = Counter()
        # Who asked lately, and what waits, of each client in the order in which it came; whose turn is next
        # stands first in both.
        self._lately: OrderedDict[str, float] = OrderedDict()
        self._waiting: OrderedDict[str, deque[_Job]] = OrderedDict()
        atexit.register(self._end)

    async def run(self, client: str, function: Callable[..., Result], *arguments: Any) -> Result:
        """Return what a function returns, from a thread, when it is the client's turn."""
        job = _Job(client, function, arguments)
        with self._lock:
            self._note(client)
            if client not in self._waiting and self._may_run(client) and (jobs := self._thread()):
                self._begin(job, jobs)
            else:
                self._waiting.setdefault(client, deque()).append(job)
        found: Result = await job.future
        return found

    def _note(self, client: str) -> None:
        now = monotonic()
        self._lately[client] = now
        self._lately.move_to_end(client)
        while now - next(iter(self._lately.values())) > _LATELY_SECONDS:
            self._lately.popitem(last=False)

    def _may_run(self, client: str) -> bool:
        return self._running[client] < (self._alone if len(self._lately) < 2 else self._share)

    def _thread(self) -> _Jobs | None:
        """Return what brings a free thread its jobs; start another, if there may be one."""
        if self._free:
            return self._free.pop()
        if len(self._started) == self._most:
            return None
        jobs: _Jobs = SimpleQueue()
        thread = Thread(target=self._work, args=(jobs,), name="argmap", daemon=True)
        self._started.append((thread, jobs))
        thread.start()
        return jobs

    def _begin(self, job: _Job, jobs: _Jobs) -> None:
        self._running[job.client] += 1
        jobs.put(job)

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
            while self._free and (job := self._next()):
                self._begin(job, self._free.pop())

    def _next(self) -> _Job | None:
        """Take what is to be done next, of the client whose turn it is; what was cancelled is passed over."""
        for client in list(self._waiting):
            if not self._may_run(client):
                continue
            jobs = self._waiting.pop(client)
            while jobs and jobs[0].future.cancelled():
                jobs.popleft()
            if jobs:
                job = jobs.popleft()
                if jobs:
                    self._waiting[client] = jobs  # behind the others
                return job
        return None

    def _end(self) -> None:
        """Wait for what is being done: a thread that is ended in the engine takes the process with it."""
        for _, jobs in self._started:
            jobs.put(None)
        for thread, _ in self._started:
            thread.join()
