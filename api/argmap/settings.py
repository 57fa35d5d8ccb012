"""What a deployer may set: environment variables, all optional."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from argmap.errors import UsageError


def _default_cache() -> Path:
    """Return the user's cache folder for argmap (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "argmap"


@dataclass(frozen=True)
class Settings:
    """What a deployer may set.

    `host` and `port` are where `argmap serve` listens; `public_url` is the root that readers see, without a
    trailing slash, or None when it is taken from each request; `cache` is where passed checks are remembered.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    cache: Path = field(default_factory=_default_cache)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read ARGMAP_HOST, ARGMAP_PORT, ARGMAP_PUBLIC_URL and ARGMAP_CACHE.

        Raises UsageError for a port that is no port and a public URL that is no http(s) URL.
        """
        given = os.environ if environment is None else environment
        return cls(
            host=given.get("ARGMAP_HOST") or "127.0.0.1",
            port=_port(given.get("ARGMAP_PORT") or "8000"),
            public_url=_root(given.get("ARGMAP_PUBLIC_URL") or None),
            cache=Path(given["ARGMAP_CACHE"]) if given.get("ARGMAP_CACHE") else _default_cache(),
        )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise UsageError(f'ARGMAP_PORT: "{text}" is no port; give a number from 0 to 65535.')
    return int(text)


def _root(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise UsageError(f'ARGMAP_PUBLIC_URL: "{url}" is no root; give one like https://example.org/argmap.')
    return url.rstrip("/")
