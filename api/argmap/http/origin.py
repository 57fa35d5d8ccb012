"""Under which address callers see this server."""

import re
from urllib.parse import quote

from starlette.requests import Request

from argmap.settings import Settings

# A name, an IPv4 address or a bracketed IPv6 address, with a port (RFC 3986 §3.2.2, without its oddities).
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


def root(request: Request, settings: Settings) -> str:
    """Return the root address, without a slash at its end, that links in the answer to `request` start with.

    The deployer's public address wins. Otherwise it is the `Host` that the caller named (a trusted proxy may
    have told which, see `forwarded`); as anyone can write anything there, one that does not look like a host
    is replaced by the address we listen on.
    """
    if settings.public_url:
        return settings.public_url.rstrip("/")
    scheme = request.scope["scheme"]
    return f"{scheme}://{_host(request)}{quote(request.scope.get('root_path', '').rstrip('/'))}"


def is_host(text: str) -> bool:
    """Whether `text` can be the value of a `Host` field."""
    return _HOST.fullmatch(text) is not None


def _host(request: Request) -> str:
    named = request.headers.get("host", "")
    if is_host(named):
        return named
    host, port = request.scope.get("server") or ("localhost", None)
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{port}" if port else host
