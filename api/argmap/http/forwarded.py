"""What a request looked like before proxies passed it on: its client, scheme, host, and path."""

import re
from urllib.parse import unquote, urlsplit

from starlette.types import Scope

from argmap.errors import UsageError
from argmap.http.client_address import ClientAddresses
from argmap.http.facts import KEY
from argmap.http.origin import is_host
from argmap.settings import Settings

_FOR, _PROTO = b"x-forwarded-for", b"x-forwarded-proto"
_HOST, _PREFIX = b"x-forwarded-host", b"x-forwarded-prefix"
_FIELDS = frozenset((_FOR, _PROTO, _HOST, _PREFIX))
_SCHEMES = frozenset(("http", "https"))
_OWN = frozenset(("api", "id", "sparql", "ontology", "docs", "health", "metrics", ".well-known"))
_SAFE_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]{1,64}){1,8}")


class Forwarded:
    """Turns the scope of a request into what its client meant; only `trusted_proxies` are believed.

    Below it, `scheme`, the field `Host` and `root_path` are those of the client, and `path` is the path under
    the root, whether a proxy has cut the root off or not: under `/argmap` (`X-Forwarded-Prefix`, or the path
    of the public address), `/argmap/health` and `/health` are the same.
    """

    def __init__(self, settings: Settings) -> None:
        self._addresses = ClientAddresses(settings.trusted_proxies)
        self._trusting = bool(settings.trusted_proxies)
        self._public = settings.public_url is not None
        self._prefix = unquote(urlsplit(settings.public_url or "").path.rstrip("/"))
        if self._prefix.partition("/")[2].partition("/")[0] in _OWN:
            raise UsageError(
                f"ARGMAP_PUBLIC_URL: a path of the server itself is {self._prefix}; choose another."
            )

    def seen(self, scope: Scope) -> Scope:
        """Return a new scope, with the client among its facts (see `facts`)."""
        peer = (scope.get("client") or ("",))[0]
        if self._trusting and self._addresses.trusts(peer):
            return self._believed(scope, peer)
        return _below({**scope, KEY: {"client": self._addresses.client(peer)}}, self._prefix)

    def _believed(self, scope: Scope, peer: str) -> Scope:
        said: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in _FIELDS:  # several lines of a field are one list (RFC 9110 §5.3)
                said[name] = said[name] + b"," + value if name in said else value
        client = self._addresses.client(peer, said.get(_FOR, b""))
        found = {**scope, KEY: {"client": client}}
        scheme, host, prefix = (_last(said.get(name, b"")) for name in (_PROTO, _HOST, _PREFIX))
        if scheme.lower() in _SCHEMES:
            found["scheme"] = scheme.lower()
        if is_host(host):
            fields = [field for field in scope["headers"] if field[0] != b"host"]
            found["headers"] = [*fields, (b"host", host.encode())]
        if _SAFE_PREFIX.fullmatch(prefix.rstrip("/")) and not self._public:
            found["root_path"] = prefix.rstrip("/")
            return _below(found, found["root_path"])
        return _below(found, self._prefix)


def _last(field: bytes) -> str:
    """Return what the nearest proxy said: it stands last, and only that proxy is known to us."""
    return field.rpartition(b",")[2].strip().decode("latin-1")


def _below(scope: Scope, prefix: str) -> Scope:
    if prefix and scope["path"].startswith(prefix + "/"):
        scope["path"] = scope["path"][len(prefix) :]
    return scope
