"""A look at all connections every now and then, for those whose clients keep the server waiting.

One timer for all costs a request nothing, where timers of its own would cost each request microseconds.
"""

import asyncio
import fcntl
import struct
import termios
from typing import Protocol


class Watched(Protocol):
    """What is looked at."""

    def look(self, now: float) -> None:
        """Do what is due at `now`, a time of the event loop."""


class Watch:
    """Looks at each connection every `seconds`, as long as there are any."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._watched: set[Watched] = set()
        self._looking = False

    def add(self, connection: Watched) -> None:
        """Look at `connection` from now on."""
        self._watched.add(connection)
        if not self._looking:
            self._looking = True
            self._look_later()

    def discard(self, connection: Watched) -> None:
        """Look at `connection` no more."""
        self._watched.discard(connection)

    def _look_later(self) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._look)

    def _look(self) -> None:
        now = asyncio.get_running_loop().time()
        for connection in list(self._watched):
            connection.look(now)
        self._looking = bool(self._watched)
        if self._looking:
            self._look_later()


def unread(transport: asyncio.Transport) -> int:
    """Return how many bytes wait here for the reader: 0, or those of ours and those of the operating system.

    A slow reader empties the system's megabytes before ours move; only the sum tells it from one that reads
    nothing. Where the system does not tell, it is ours alone.
    """
    ours = transport.get_write_buffer_size()
    if not ours:
        return 0
    connection = transport.get_extra_info("socket")
    try:
        found = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")
    except OSError:
        return ours
    return int(ours + struct.unpack("i", found)[0])
