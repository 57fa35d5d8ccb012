"""Threads for what must not stop the event loop.

They are reached in two thirds of the time that it takes through the framework's (anyio), which carries along
contexts and scopes that nothing here looks at. The one that was free last is taken first: few are awake where
few are needed, and what they have in the processor's caches and in memory of their own is used again.
"""

import asyncio
import atexit
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Job:
    """A call, and the event loop in which somebody waits for what becomes of it."""

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
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
    """At most `most` threads, each started when it is first needed; they end with the process."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._lock = Lock()
        self._free: list[_Jobs] = []
        self._waiting: deque[_Job] = deque()
        self._started: list[tuple[Thread, _Jobs]] = []
        atexit.register(self._end)

    async def run(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Return what a function returns, from a thread; when all are busy, wait for the first free one."""
        job = _Job(function, arguments)
        with self._lock:
            jobs = self._free.pop() if self._free else self._another()
            if jobs is None:
                self._waiting.append(job)
            else:
                jobs.put(job)
        found: Result = await job.future
        return found

    def _another(self) -> _Jobs | None:
        """Start another thread, if there may be one, and return what brings it its jobs."""
        if not self._left:
            return None
        self._left -= 1
        jobs: _Jobs = SimpleQueue()
        thread = Thread(target=self._work, args=(jobs,), name="argmap", daemon=True)
        self._started.append((thread, jobs))
        thread.start()
        return jobs

    def _work(self, jobs: _Jobs) -> None:
        while (job := jobs.get()) is not None:
            tell = job.run()
            self._go_on(jobs)  # first, so that who is told finds this thread free
            tell()
            del job, tell  # an answer is not to be kept until the next

    def _go_on(self, jobs: _Jobs) -> None:
        with self._lock:
            if self._waiting:
                jobs.put(self._waiting.popleft())
            else:
                self._free.append(jobs)

    def _end(self) -> None:
        """Wait for what is being done: a thread that is ended in the engine takes the process with it."""
        for _, jobs in self._started:
            jobs.put(None)
        for thread, _ in self._started:
            thread.join()
