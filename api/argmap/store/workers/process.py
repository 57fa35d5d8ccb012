"""The zygote as the server sees it: a process that is started, given orders and listened to."""

import asyncio
import json
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from argmap.settings import Limits
from argmap.store.contract import Store
from argmap.store.workers.messages import FORK, KILL, NEWS, ORDER

logger = logging.getLogger(__name__)

# What happened, to which process, with which exit status; and the socket of a worker that was born.
Hear = Callable[[bytes, int, int, socket.socket | None], None]

_PATIENCE_SECONDS = 2.0
# The rest of the environment may hold secrets, which have no business in there.
_VARIABLES = ("PATH", "PYTHONPATH", "PYTHONHOME", "LANG", "LC_ALL", "TZ")


class ZygoteProcess:
    """A zygote that runs. `hear` is told its news on this event loop, `lost` that it is gone unexpectedly."""

    def __init__(self, store: Store, limits: Limits, hear: Hear, lost: Callable[[], None]) -> None:
        self._hear, self._lost = hear, lost
        self._loop = asyncio.get_running_loop()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (nothing in it comes from outside)
                _command(theirs, limits, len(store)),
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                env={name: os.environ[name] for name in _VARIABLES if name in os.environ},
                start_new_session=True,  # Ctrl-C in a terminal is for the server alone
            )
        self._control.setblocking(False)
        self._loop.add_reader(self._control, self._listen)
        threading.Thread(target=self._feed, args=(store,), daemon=True).start()

    def fork(self) -> None:
        """Have a worker born."""
        self._order(FORK)

    def kill(self, process: int) -> None:
        """Have a worker ended; nothing happens if it has ended already."""
        self._order(KILL, process)

    def hang_up(self) -> None:
        """Stop listening; with that the zygote ends its workers and itself."""
        if self._control.fileno() >= 0:
            self._loop.remove_reader(self._control)
            self._control.close()

    def wait(self) -> None:
        """Wait until it has ended, after it was hung up on; end it if it does not."""
        try:
            self._process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _order(self, order: bytes, process: int = 0) -> None:
        if self._control.fileno() >= 0:
            with suppress(BrokenPipeError, ConnectionResetError):
                self._control.sendall(ORDER.pack(order, process))

    def _listen(self) -> None:
        """Read one piece of news; the event loop calls again as long as there is more."""
        try:
            news, passed, _, _ = socket.recv_fds(self._control, NEWS.size, 1)
        except (BlockingIOError, InterruptedError):
            return
        except ConnectionResetError:
            news, passed = b"", []
        if len(news) < NEWS.size:
            self.hang_up()
            self._lost()
            return
        kind, process, status = NEWS.unpack(news)
        self._hear(kind, process, status, socket.socket(fileno=passed[0]) if passed else None)

    def _feed(self, store: Store) -> None:
        """Write the data to the zygote; this takes a second for a million triples."""
        data = self._process.stdin
        if data is None:
            return
        try:
            with data:
                store.dump(data)
        except Exception:  # whatever it is, a part of the data must not pass for the whole
            self._process.kill()
            logger.exception("the data could not be copied for SPARQL")


def _command(control: socket.socket, limits: Limits, quads: int) -> list[str]:
    start = [sys.executable, "-P", "-m", "argmap.store.workers.zygote"]
    return [*start, str(control.fileno()), json.dumps(asdict(limits)), str(quads)]
