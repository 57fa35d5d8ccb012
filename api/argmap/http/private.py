"""A server that knows the wording of somebody's copy: for whoever sits at this machine, and for nobody else.

The copy may be read by its owner, not passed on. So such a server listens on the loopback only, behind no
proxy, and refuses what did not come from here: a request that was forwarded, one for another host name (a
page of a stranger whose name was made to mean this machine: DNS rebinding), and one that a page of another
origin sent. What it answers is stored nowhere.
"""

import re
from ipaddress import ip_address

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.errors import UsageError
from argmap.http import problems
from argmap.http.client_address import read
from argmap.http.facts import note
from argmap.http.problems import PRIVATE, Problem
from argmap.settings import Settings

# What a `Host` field may hold here, whole: one spelled otherwise is read otherwise by somebody on the way.
_HERE = re.compile(r"(?:localhost\.?|127\.0\.0\.1|\[::1\])(?::([1-9][0-9]{0,4}))?")
_LAST_PORT = 65535
# The target of a request in absolute form, which names a host too (RFC 9112 §3.2.2).
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)")
# What proxies add, whatever they are (RFC 7239, RFC 8586, RFC 9110 §7.6, and custom).
_PASSED_ON = frozenset(
    (
        b"cdn-loop",
        b"forwarded",
        b"max-forwards",
        b"proxy-connection",
        b"true-client-ip",
        b"via",
        b"x-client-ip",
        b"x-cluster-client-ip",
        b"x-originating-ip",
        b"x-real-ip",
    )
)
_PASSED_ON_AS = (b"cf-", b"fly-", b"tailscale-", b"x-envoy-", b"x-forwarded", b"x-original-")
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
    client = read(str((scope.get("client") or ("",))[0]))
    if client is None or not client.is_loopback:
        return "The request comes from another machine."
    if any(_is_of_a_proxy(name) for name, _ in scope["headers"]):
        return "The request was passed on by a proxy."
    hosts = _values(scope, b"host")
    if len(hosts) != 1 or not all(_is_here(name) for name in (*hosts, *_in_target(scope))):
        return "The request names another host; use http://127.0.0.1 or http://localhost."
    if _is_of_another_page(scope, hosts[0]):
        return "The request comes from a page of another site."
    return None


def _values(scope: Scope, wanted: bytes) -> list[str]:
    return [
        value.decode("latin-1").strip(" \t").lower() for name, value in scope["headers"] if name == wanted
    ]


def _is_of_a_proxy(name: bytes) -> bool:
    name = name.replace(b"_", b"-")  # as gateways to CGI do, which cannot tell the two apart
    return name in _PASSED_ON or name.startswith(_PASSED_ON_AS)


def _is_here(host: str) -> bool:
    """Whether the value of a `Host` field names this machine."""
    found = _HERE.fullmatch(host)
    return found is not None and int(found[1] or 0) <= _LAST_PORT


def _in_target(scope: Scope) -> list[str]:
    """Return the host that the target of a request names, where the server shows it; most name none."""
    targets = (scope["path"], (scope.get("raw_path") or b"").decode("latin-1"))
    return [found[1].lower() for found in map(_ABSOLUTE.match, targets) if found]


def _is_of_another_page(scope: Scope, host: str) -> bool:
    """Whether a browser says that a page of another origin sent a request to `host`.

    Origins are compared as text, as browsers write them in one way: what is no URL is then foreign too.
    """
    own = f"{scope['scheme']}://{host}"
    return any(origin != own for origin in _values(scope, b"origin")) or "cross-site" in _values(
        scope, b"sec-fetch-site"
    )


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
