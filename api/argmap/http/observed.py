"""The outermost layer: who asks and from where, and afterwards what became of it."""

from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.http.access_log import AccessLog
from argmap.http.facts import KEY
from argmap.http.forwarded import Forwarded
from argmap.http.metrics import Metrics
from argmap.settings import Settings


class Observed:
    """ASGI application around another that counts and logs its answers.

    Inside, the scope is as the client meant it (see `forwarded`) and holds the facts that others may note
    (see `facts`). `metrics` None counts nothing; without `settings.access_log` nothing is logged.
    """

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics | None = None) -> None:
        self._app, self._metrics = app, metrics
        self._forwarded = Forwarded(settings)
        self._log = AccessLog(settings.access_log) if settings.access_log else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application inside does."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = self._forwarded.seen(scope)
        # Layers inside change the path or the scope as they like; the log tells what was asked.
        method, path = scope["method"], scope["path"]
        sending = _Sending(send, method == "HEAD")
        start = perf_counter()
        try:
            await self._app(scope, receive, sending)
        finally:
            seconds, facts = perf_counter() - start, scope[KEY]
            if self._metrics is not None:
                self._metrics.count(method, sending.status, sending.sent, seconds, facts)
            if self._log is not None:
                self._log.write(method, path, sending.status, sending.sent, seconds, facts)


class _Sending:
    """Passes an answer on, and keeps its status and the bytes of its body."""

    __slots__ = ("_bodiless", "_send", "sent", "status")

    def __init__(self, send: Send, bodiless: bool) -> None:
        self._send, self._bodiless = send, bodiless
        self.status: int | None = None
        self.sent = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif not self._bodiless:  # the server below drops the body of an answer to HEAD
            self.sent += len(message.get("body", b""))
        await self._send(message)
