"""New data while the server runs: on SIGHUP they are built beside the old, and then take their place."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from argmap.errors import ArgmapError
from argmap.graph.argument_map import ArgumentMap

Build = Callable[[], ArgumentMap]
Say = Callable[[str], None]
_STANDARD_INPUT = 0


class Reloading:
    """Builds a graph and swaps it in, once at a time; data that cannot be used change nothing."""

    def __init__(self, build: Build, swap: Callable[[ArgumentMap], Awaitable[None]], say: Say) -> None:
        self._build, self._swap, self._say = build, swap, say
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """Reload soon; asked again meanwhile, it does so once more afterwards."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._run())

    async def _run(self) -> None:
        while self._wanted:
            self._wanted = False
            await self._once()

    async def _once(self) -> None:
        self._say("reloading")
        try:
            graph = await asyncio.to_thread(self._build)
            await self._swap(graph)
        except (ArgmapError, OSError) as error:  # a TimeoutError is an OSError
            self._say(f"the data cannot be used, so the old are kept: {error or 'it took too long'}")
            return
        self._say(f"reloaded: {graph.digest[:12]}")


@contextmanager
def on_hangup(reloading: Reloading | None) -> Iterator[None]:
    """Reload on SIGHUP while the block runs, where the system has that signal."""
    if reloading is None or not hasattr(signal, "SIGHUP"):
        yield
        return
    loop = asyncio.get_running_loop()
    on_terminal = os.isatty(_STANDARD_INPUT)

    def hung_up() -> None:
        # The same signal tells that the terminal was closed, and then there is nobody to go on for.
        if on_terminal and not os.isatty(_STANDARD_INPUT):
            signal.raise_signal(signal.SIGTERM)
        else:
            reloading.ask()

    loop.add_signal_handler(signal.SIGHUP, hung_up)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGHUP)
