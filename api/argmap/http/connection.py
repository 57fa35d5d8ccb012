"""One connection: what a client may send, and how long it may take to send and to read.

uvicorn limits neither the size of the fields, nor how long a request takes to arrive, nor how long an answer
waits to be read; a stranger who opens connections and goes silent would hold them for good.
"""

import asyncio
from typing import Any, ClassVar

from starlette.exceptions import HTTPException
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from argmap.http import problems
from argmap.http.admission import CROWDED
from argmap.http.connection_watch import Watch, unread
from argmap.http.fields import EVERYWHERE, POLICY, Field
from argmap.settings import Settings

_FIELDS_BYTES = 16_384
# The longest address that the parser takes apart; it counts in 16 bits.
_ADDRESS_BYTES = 65_535
# What frames the chunks of a body. One beyond its limit is read on for a while, so that the client, which
# still writes, does not miss our 413: a connection that is closed at once loses what was not yet read.
_SLACK_BYTES = 1_000_000
# A client may begin with the next request when it has the last byte of an answer, a moment before we know.
_PILED_UP = 4
# A reader that takes less in `stall_seconds` takes nothing.
_LEAST_BYTES = 4_096
# Beyond the settings' `connections` a client is told to come back; beyond these many more, hung up on.
_TOLD = 200


class Connection(HttpToolsProtocol):
    """The server's side of a connection (see `connections`)."""

    settings: ClassVar[Settings]
    watch: ClassVar[Watch]

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        # Since when we wait for (the rest of) a request, and what has come of it.
        self._since: float | None = self.loop.time()
        self._received = 0
        self._in_head = True
        self._excess = 0
        self._refused = self._piled = False
        self._unanswered: list[RequestResponseCycle] = []
        # What a reader had not taken at the last look, and since when it takes nothing.
        self._unread = 0
        self._stalled: float | None = None
        self._resumed = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a new connection, or hang up where there are far too many."""
        super().connection_made(transport)
        self.watch.add(self)
        if len(self.connections) > self.settings.connections:
            self.app_state = {**self.app_state, CROWDED: True}
        if len(self.connections) > self.settings.connections + _TOLD:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the connection go, and tell all who answer on it."""
        self.watch.discard(self)
        for cycle in self._unanswered:  # uvicorn tells the last one only
            if not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on in the request, as long as it is not too large."""
        if self._refused:
            return
        if self._since is None:
            self._since = self.loop.time()
        self._received += len(data)
        super().data_received(data)
        if self._received > self._most():
            self._refuse(413 if not self._in_head else 414 if self._address_is_long() else 431)

    def on_message_begin(self) -> None:
        """Begin a request, unless too many wait for their answers."""
        self._unanswered = [cycle for cycle in self._unanswered if not cycle.response_complete]
        if len(self._unanswered) > _PILED_UP:
            self._piled = True
            raise ValueError("piled up")  # which ends the reading, see `send_400_response`
        super().on_message_begin()
        self._since = self.loop.time()
        self._in_head = True
        self._received = self._received or 1  # what came of it with the end of the one before

    def on_headers_complete(self) -> None:
        """Start to answer, as soon as the fields are known."""
        if self._address_is_long():
            self._excess = 414
        elif self._received > _FIELDS_BYTES and self._fields() > _FIELDS_BYTES:
            self._excess = 431
        elif self.parser.get_http_version() == "1.1" and self._hosts() != 1:
            self._excess = 400  # RFC 9112 §3.2
        if self._excess:
            raise ValueError("refused")  # which the parser takes for a malformed request
        super().on_headers_complete()
        self._unanswered.append(self.cycle)
        self._in_head = False
        self.headers = _Trailers()

    def on_message_complete(self) -> None:
        """Note that the whole request is there."""
        super().on_message_complete()
        self._since, self._received = None, 0

    def send_400_response(self, msg: str) -> None:
        """Answer a malformed request as a problem; drop one that came before its turn.

        Who piles requests up (pipelining) could have the server hold any number of them. So the first few are
        answered, and then the connection is closed, which tells a client to send the others again (RFC 9112
        §9.3.2).
        """
        if self._piled and self.cycle is not None:
            self._refused = True
            self.cycle.keep_alive = False
        else:
            self._refuse(self._excess or 400)

    def resume_writing(self) -> None:
        """Write on: the reader has taken something."""
        self._resumed = True
        super().resume_writing()

    def look(self, now: float) -> None:
        """End the connection if its client keeps us waiting for too long."""
        if self._keeps_us_writing(now):
            self.transport.abort()
        elif self._since is None:
            return
        elif not self._refused and (self.flow.read_paused or self._answering()):
            self._since = now  # it is the client who waits
        elif now - self._since > self.settings.request_seconds:
            self._give_up(now)

    def _most(self) -> int:
        head = _ADDRESS_BYTES + _FIELDS_BYTES
        return head if self._in_head else head + self.settings.limits.request_bytes + _SLACK_BYTES

    def _address_is_long(self) -> bool:
        return len(self.url) > _ADDRESS_BYTES

    def _hosts(self) -> int:
        return sum(name == b"host" for name, _ in self.headers)

    def _fields(self) -> int:
        return sum(len(name) + len(value) + 4 for name, value in self.headers)

    def _answering(self) -> bool:
        """Whether the answer to an earlier, complete request is under way."""
        cycle = self.cycle
        if cycle is None or cycle.response_complete:
            return False
        return bool(self.pipeline) or self._in_head or not cycle.more_body

    def _give_up(self, now: float) -> None:
        if self._refused or not self._received:
            self.transport.close()
            return
        self._since = now
        self._refuse(408)

    def _refuse(self, status: int) -> None:
        """Answer a request that will not be read to its end; what still comes is dropped until time is up."""
        self._refused = True
        cycle = None if self._in_head else self.cycle
        if cycle is not None and cycle.response_complete:
            return
        if self._answering() or (cycle is not None and cycle.response_started):
            self.transport.abort()  # in the middle of another answer there is no place for this one
            return
        if cycle is not None:
            cycle.disconnected = True
            cycle.message_event.set()
        self.flow.resume_reading()
        self.transport.write(_answer(status, self.server_state.default_headers))
        if self.transport.can_write_eof():
            self.transport.write_eof()

    def _keeps_us_writing(self, now: float) -> bool:
        """Whether an answer waits to be read, and nothing of it was, for too long."""
        left = unread(self.transport)
        if left and self._stalled is not None and not self._resumed and left > self._unread - _LEAST_BYTES:
            return now - self._stalled > self.settings.stall_seconds
        self._unread, self._stalled, self._resumed = left, now if left else None, False
        return False


def connections(settings: Settings) -> type[Connection]:
    """Return the class of one server's connections, for `uvicorn.Config(http=…)`."""
    seconds = min(settings.request_seconds, settings.stall_seconds) / 4

    class OneServersConnection(Connection):
        pass

    OneServersConnection.settings, OneServersConnection.watch = settings, Watch(min(1.0, seconds))
    return OneServersConnection


class _Trailers(list[Field]):
    """Fields after a body; nobody asked for them, so they are dropped (RFC 9110 §6.5.1)."""

    def append(self, field: Field) -> None:
        pass


_DETAILS = {
    400: "This is no request that the server understands.",
    408: "The request did not arrive in time.",
    413: "The request is too large.",
    414: "The address is too long; a long query can be sent by POST.",
    431: "The fields of the request are too large.",
}


def _answer(status: int, default: list[Field]) -> bytes:
    response = problems.response(problems.describe(HTTPException(status, _DETAILS[status])))
    fields = [*default, *response.raw_headers, *EVERYWHERE, POLICY, (b"connection", b"close")]
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    return STATUS_LINE[status] + lines + b"\r\n" + bytes(response.body)
