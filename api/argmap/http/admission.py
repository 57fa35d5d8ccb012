"""Who may come in: not more than the server can hold, not too often, and not without the token."""

from hashlib import sha256
from hmac import compare_digest

from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.http import problems
from argmap.http.facts import client, note
from argmap.http.problems import TOO_MANY_CONNECTIONS, TOO_MANY_REQUESTS, UNAUTHORIZED, Problem
from argmap.http.rate import Rate
from argmap.settings import Settings

# In `scope["state"]` of requests on connections beyond those that the server is to hold.
CROWDED = "argmap.crowded"
LIVE = "/health/live"
_RETRY_SECONDS = 5

_CROWDED = Problem(
    TOO_MANY_CONNECTIONS,
    "The server holds all the connections it can. Come back later.",
    {"retry_after": _RETRY_SECONDS},
    {"Retry-After": str(_RETRY_SECONDS), "Connection": "close"},
)
_NO_TOKEN = Problem(
    UNAUTHORIZED,
    "This server is for those who have its token; send it as: Authorization: Bearer TOKEN",
    headers={"WWW-Authenticate": 'Bearer realm="argmap"'},
)


class Admission:
    """ASGI application around another that lets in who may, and answers the others itself.

    `/health/live` is always open, and a preflight needs no token, as browsers send none with it (CORS). The
    rate counts before the token, which so cannot be guessed fast.

    Behind a token, answers stay `no-cache` without `private`: a shared cache may not keep the answer to a
    request with `Authorization` unless it says `public`, `s-maxage` or `must-revalidate`, and none of ours
    does (RFC 9111 §3.5).
    """

    def __init__(self, app: ASGIApp, settings: Settings, rate: Rate | None = None) -> None:
        self._app = app
        self._expected = None if settings.token is None else _digest(settings.token.encode())
        self._rate = Rate(settings.rate, settings.burst) if rate is None and settings.rate else rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer 401, 429 or 503."""
        if scope["type"] != "http" or scope["path"] == LIVE or (problem := self._against(scope)) is None:
            await self._app(scope, receive, send)
            return
        note(scope, outcome=problem.kind.name)
        await problems.response(problem)(scope, receive, send)

    def _against(self, scope: Scope) -> Problem | None:
        """Return what speaks against the request."""
        if CROWDED in scope.get("state", ()):
            return _CROWDED
        if self._rate is not None and (wait := self._rate.wait(client(scope))):
            return _too_many(wait)
        if self._expected is None or scope["method"] == "OPTIONS" or self._knows(scope):
            return None
        return _NO_TOKEN

    def _knows(self, scope: Scope) -> bool:
        given = [value for name, value in scope["headers"] if name == b"authorization"]
        scheme, _, token = given[0].partition(b" ") if len(given) == 1 else (b"", b"", b"")
        # Of digests, not even the length tells how near a guess was.
        return scheme.lower() == b"bearer" and compare_digest(_digest(token.strip()), self._expected or b"")


def _digest(token: bytes) -> bytes:
    return sha256(token).digest()


def _too_many(wait: int) -> Problem:
    return Problem(
        TOO_MANY_REQUESTS,
        f"You send requests faster than this server takes them from one client. Come back in {wait} s.",
        {"retry_after": wait},
        {"Retry-After": str(wait)},
    )
