"""A server that knows the wording of somebody's copy: for whoever sits at this machine, and for nobody else.

The copy may be read by its owner, not passed on. So such a server listens on the loopback only, behind no
proxy, and refuses what did not come from here: a request that was forwarded, one for another host name (a
page of a stranger whose name was made to mean this machine: DNS rebinding), and one that a page of another
origin sent. What it answers is stored nowhere.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.errors import UsageError
from argmap.http import problems
from argmap.http.client_address import read
from argmap.http.facts import note
from argmap.http.problems import PRIVATE, Problem
from argmap.settings import Settings

_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))
# What proxies add, whatever they are (RFC 7239, RFC 9110 §7.6.3, and custom).
_PASSED_ON = frozenset((b"forwarded", b"via", b"x-real-ip", b"x-client-ip", b"x-original-host"))
_DROPPED = b"access-control-"
_SET = {
    b"cache-control": b"no-store, private",
    b"cross-origin-resource-policy": b"same-origin",
}


def refuse_public(settings: Settings) -> None:
    """Raise UsageError if others than this machine could reach a server with these settings."""
    if not is_loopback(settings.host):
        raise UsageError(
            f"--text: the wording is for this machine alone, and {settings.host} can be reached from others. "
            "Leave out --host (and ARGMAP_HOST), or give 127.0.0.1."
        )
    for variable, value in (
        ("ARGMAP_TRUSTED_PROXIES", settings.trusted_proxies),
        ("ARGMAP_PUBLIC_URL", settings.public_url),
    ):
        if value:
            raise UsageError(
                f"--text: the wording is for this machine alone, and {variable} says that a proxy passes "
                "requests on. Unset it, or serve without --text."
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class Private:
    """ASGI application around another that, while `active`, answers this machine alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.active = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application inside does, or refuse."""
        if not self.active or scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reason = _against(scope)
        if reason is None:
            await self._app(scope, receive, _Kept(send))
            return
        note(scope, outcome=PRIVATE.name)
        await problems.response(Problem(PRIVATE, f"{reason} {_WHY}"))(scope, receive, _Kept(send))


_WHY = "This server shows the wording of its owner's copy of a text, and answers on that machine alone."


def _against(scope: Scope) -> str | None:
    """Return what speaks against a request."""
    fields = scope["headers"]
    client = read(str((scope.get("client") or ("",))[0]))
    if client is None or not client.is_loopback:
        return "The request comes from another machine."
    if any(name in _PASSED_ON or name.startswith(b"x-forwarded") for name, _ in fields):
        return "The request was passed on by a proxy."
    hosts = [value.decode("latin-1") for name, value in fields if name == b"host"]
    if len(hosts) != 1 or _name(hosts[0]) not in _NAMES:
        return "The request names another host; use http://127.0.0.1 or http://localhost."
    origins = [value.decode("latin-1") for name, value in fields if name == b"origin"]
    if any(urlsplit(origin).netloc != hosts[0] for origin in origins):
        return "The request comes from a page of another site."
    return None


def _name(host: str) -> str:
    """Return the name in the value of a `Host` field, without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


class _Kept:
    """Passes an answer on so that it is stored nowhere, and no other origin may read it."""

    __slots__ = ("_send",)

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            fields = [
                (name, value)
                for name, value in message.get("headers", ())
                if name not in _SET and not name.startswith(_DROPPED)
            ]
            message = {**message, "headers": [*fields, *_SET.items()]}
        await self._send(message)
