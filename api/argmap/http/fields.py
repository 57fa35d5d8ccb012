"""Fields of every answer: any page of any site may read what we publish, and nothing here can be misused.

CORS (fetch.spec.whatwg.org) is open, and never with credentials: a browser shows no cookie and no token of a
reader to a page of somebody else.
"""

import asyncio
import logging

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.http import problems
from argmap.http.facts import note
from argmap.http.problems import STOPPING, Problem

logger = logging.getLogger(__name__)

Field = tuple[bytes, bytes]

EVERYWHERE: tuple[Field, ...] = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Allow, Content-Encoding, ETag, Link, Retry-After, Truncated"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
# For what is no page; the pages say themselves what they load.
POLICY: Field = (
    b"content-security-policy",
    b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
)
# A year (RFC 6797); only an answer over TLS may say so.
_ONLY_TLS: Field = (b"strict-transport-security", b"max-age=31536000")
_PREFLIGHT: tuple[Field, ...] = (
    (b"access-control-allow-headers", b"Accept, Authorization, Content-Type, If-None-Match"),
    (b"access-control-max-age", b"86400"),
)
_STOPPED = Problem(
    STOPPING,
    "The server is being stopped, and cannot finish this. Try again in a moment.",
    headers={"Retry-After": "5", "Connection": "close"},
)


class Fields:
    """ASGI application around another that adds the fields to whatever comes back, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application inside does, with the fields; where it fails unforeseen, answer 500."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sending = _Sending(scope, send)
        try:
            await self._app(scope, receive, sending)
        except (
            ClientDisconnect
        ):  # in the middle of a request: there is nobody to answer, and no fault of ours
            note(scope, outcome="gone")
        except asyncio.CancelledError:  # the server is being stopped, and has waited as long as it may
            note(scope, outcome=STOPPING.name)
            if sending.begun:
                raise
            await problems.response(_STOPPED)(scope, receive, sending)
        except Exception as error:
            if sending.begun:
                raise
            logger.exception("%s %s failed", scope["method"], scope["path"])
            await problems.response(problems.describe(error))(scope, receive, sending)


class _Sending:
    """Passes an answer on with the fields added."""

    __slots__ = ("_scope", "_send", "begun")

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            # A message may be a finished answer's own, so it is never changed.
            message = {**message, "headers": with_fields(self._scope, message.get("headers", ()))}
        await self._send(message)


def with_fields(scope: Scope, own: list[Field]) -> list[Field]:
    """Return the fields of an answer: its own, and those that it needs."""
    headers = [*own, *EVERYWHERE]
    names = {name for name, _ in own}
    if POLICY[0] not in names:
        headers.append(POLICY)
    if scope["scheme"] == "https":
        headers.append(_ONLY_TLS)
    if scope["method"] == "OPTIONS" and b"allow" in names:
        methods = next(value for name, value in own if name == b"allow")
        headers += ((b"access-control-allow-methods", methods), *_PREFLIGHT)
    return headers
