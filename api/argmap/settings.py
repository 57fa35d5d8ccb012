"""What a deployer may set: environment variables, all optional."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from argmap.errors import UsageError

Network: TypeAlias = IPv4Network | IPv6Network


# Not a setting: the tests then fail, and do not skip, without Java.
_FOR_TESTS = ("ARGMAP_REQUIRE_JAVA",)


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise UsageError(f'{name}: "{text}" is no whole number; give one like 10.')
    return int(text)


def _at_least_one(name: str, text: str) -> int:
    number = _whole(name, text)
    if number == 0:
        raise UsageError(f"{name}: must be at least 1.")
    return number


def _seconds(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f'{name}: "{text}" is no number of seconds; give one like 2.5.') from error
    if not 0.001 <= number <= 86_400:
        raise UsageError(f"{name}: {text} seconds is out of range; give 0.001 to 86400.")
    return number


def _or_nought(name: str, text: str) -> float:
    """Read a number of which 0 means none at all."""
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f'{name}: "{text}" is no number; give one like 2.5, or 0.') from error
    if number != 0 and not 0.001 <= number <= 86_400:
        raise UsageError(f"{name}: {text} is out of range; give 0, or 0.001 to 86400.")
    return number


def _port(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise UsageError(f'{name}: "{text}" is no port; give a number from 0 to 65535.')
    return int(text)


def _root(name: str, url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise UsageError(f'{name}: "{url}" is no root; give one like https://example.org/argmap.')
    return url.rstrip("/")


def _truth(name: str, text: str) -> bool:
    if text.lower() not in ("true", "false", "1", "0", "yes", "no"):
        raise UsageError(f'{name}: "{text}" is neither true nor false.')
    return text.lower() in ("true", "1", "yes")


def _networks(name: str, text: str) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise UsageError(f"{name}: {error}; give addresses or networks like 127.0.0.1,10.0.0.0/8.") from error


def _token(name: str, text: str) -> str:
    if not text.isascii() or not text.isprintable() or any(sign.isspace() for sign in text) or len(text) < 16:
        raise UsageError(f"{name}: a token has at least 16 letters, digits and signs, and no spaces.")
    return text


def _names(name: str, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _text(name: str, text: str) -> str:
    return text


def _path(name: str, text: str) -> Path:
    return Path(text)


def _default_cache() -> Path:
    """Return the user's cache folder for argmap (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "argmap"


def _default_workers() -> int:
    return max(2, os.cpu_count() or 2)


def setting(
    default: Any, variable: str, read: Callable[[str, str], Any], meaning: str, shown: str | None = None
) -> Any:
    """Return a field that an environment variable may set; `default` may be a function that makes it.

    `shown` is the default as the documentation tells it.
    """
    metadata = {"variable": variable, "read": read, "meaning": meaning, "shown": shown}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Limits:
    """What one stranger's SPARQL query may cost, and how many may run and wait."""

    seconds: float = setting(10.0, "ARGMAP_QUERY_SECONDS", _seconds, "how long a query may run")
    megabytes: int = setting(
        512, "ARGMAP_QUERY_MEGABYTES", _at_least_one, "memory that a query may take beside the data"
    )
    rows: int = setting(100_000, "ARGMAP_RESULT_ROWS", _at_least_one, "rows or triples of a result")
    result_bytes: int = setting(
        50_000_000, "ARGMAP_RESULT_BYTES", _at_least_one, "bytes of a result, before compression"
    )
    query_bytes: int = setting(32_000, "ARGMAP_QUERY_BYTES", _at_least_one, "bytes of a query's text")
    depth: int = setting(64, "ARGMAP_QUERY_DEPTH", _at_least_one, "how deep brackets may nest in a query")
    patterns: int = setting(100, "ARGMAP_QUERY_PATTERNS", _at_least_one, "patterns that a query may join")
    operators: int = setting(
        1_000, "ARGMAP_QUERY_OPERATORS", _at_least_one, "operators and clauses of a query"
    )
    request_bytes: int = setting(
        200_000, "ARGMAP_REQUEST_BYTES", _at_least_one, "bytes of the body of a request"
    )
    workers: int = setting(
        _default_workers,
        "ARGMAP_WORKERS",
        _at_least_one,
        "queries that run at once",
        "one a core, at least 2",
    )
    per_client: int = setting(
        2, "ARGMAP_CLIENT_QUERIES", _at_least_one, "queries of one client that run at once"
    )
    queue: int = setting(64, "ARGMAP_QUEUE", _whole, "queries that wait for a worker; more get 503")
    client_queue: int = setting(
        32, "ARGMAP_CLIENT_QUEUE", _whole, "queries of one client that wait; more get 429"
    )


@dataclass(frozen=True)
class Settings:
    """What a deployer may set.

    `public_url` is the root that readers see, without a trailing slash, or None when it is taken from each
    request; `cache` is where passed checks are remembered; `token` None lets everyone in.
    """

    host: str = setting("127.0.0.1", "ARGMAP_HOST", _text, "address to listen on")
    port: int = setting(8000, "ARGMAP_PORT", _port, "port to listen on; 0 takes any free one")
    public_url: str | None = setting(
        None, "ARGMAP_PUBLIC_URL", _root, "root that readers see, behind a proxy", "from each request"
    )
    trusted_proxies: tuple[Network, ...] = setting(
        (),
        "ARGMAP_TRUSTED_PROXIES",
        _networks,
        "addresses or networks, with commas between, whose `X-Forwarded-…` fields are believed",
        "none",
    )
    token: str | None = setting(
        None, "ARGMAP_TOKEN", _token, "callers must send it as `Authorization: Bearer …`", "none: open to all"
    )
    rate: float = setting(
        0.0, "ARGMAP_RATE", _or_nought, "requests a second that one client may send on average; 0: no limit"
    )
    burst: int = setting(50, "ARGMAP_BURST", _at_least_one, "requests that one client may send at once")
    refusal_seconds: float = setting(
        1.0,
        "ARGMAP_REFUSAL_SECONDS",
        _or_nought,
        "how long the refusal of a SPARQL query is held back from a client that gets many; 0: it is not",
    )
    access_log: str | None = setting(
        None, "ARGMAP_ACCESS_LOG", _text, "file for one JSON line a request; `-` is standard error", "none"
    )
    metrics: bool = setting(True, "ARGMAP_METRICS", _truth, "whether `/metrics` answers", "true")
    cache: Path = setting(
        _default_cache,
        "ARGMAP_CACHE",
        _path,
        "folder that remembers passed checks",
        "the user's cache folder",
    )
    answers_megabytes: int = setting(
        64, "ARGMAP_ANSWERS_MEGABYTES", _whole, "memory for finished REST answers; 0 keeps none"
    )
    connections: int = setting(
        1_000, "ARGMAP_CONNECTIONS", _at_least_one, "connections at once; more get 503"
    )
    request_seconds: float = setting(
        10.0, "ARGMAP_REQUEST_SECONDS", _seconds, "how long a request may take to arrive"
    )
    stall_seconds: float = setting(
        30.0, "ARGMAP_STALL_SECONDS", _seconds, "how long a reader may take nothing before it is cut off"
    )
    shutdown_seconds: float = setting(
        5.0,
        "ARGMAP_SHUTDOWN_SECONDS",
        _seconds,
        "how long requests may go on after the server is told to stop",
    )
    what_ifs: int = setting(2, "ARGMAP_WHAT_IFS", _at_least_one, "what-ifs that run at once; others wait")
    what_if_seconds: float = setting(
        10.0, "ARGMAP_WHAT_IF_SECONDS", _seconds, "how long a what-if may look for what stands"
    )
    explanation_seconds: float = setting(
        5.0, "ARGMAP_EXPLANATION_SECONDS", _seconds, "how long the smallest explanation may be looked for"
    )
    align: tuple[str, ...] = setting(
        (),
        "ARGMAP_ALIGN",
        _names,
        "alignments whose terms are answered too, with commas between; `all` for every one",
        "none",
    )
    semantics: tuple[str, ...] = setting(
        ("grounded", "preferred"),
        "ARGMAP_SEMANTICS",
        _names,
        "semantics under which all is labelled at the start, with commas between; `none` for no labels",
        "grounded,preferred",
    )
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the variables; one that is empty counts as not set, but for the token.

        Raises UsageError that names the variable for a value that makes no sense.
        """
        given = os.environ if environment is None else environment
        if given.get("ARGMAP_TOKEN") == "":  # what an unset variable in a unit file becomes
            raise UsageError("ARGMAP_TOKEN: is empty. Give a token, or unset it to let everyone in.")
        return cls(**_values(cls, given), limits=Limits(**_values(Limits, given)))


def variables() -> list[Field[Any]]:
    """Return the fields that a variable may set; the metadata have `variable`, `meaning`, `shown`."""
    return [each for owner in (Settings, Limits) for each in fields(owner) if each.metadata]


def unknown(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield a message for each variable that looks like a setting and is none."""
    known = [each.metadata["variable"] for each in variables()]
    for name in sorted(environment):
        if name.startswith("ARGMAP_") and name not in (*known, *_FOR_TESTS):
            nearest = get_close_matches(name, known, n=1)
            yield f"{name}: no such setting." + (f" Nearest: {nearest[0]}." if nearest else "")


def _values(owner: type[Settings] | type[Limits], given: Mapping[str, str]) -> dict[str, Any]:
    return {
        each.name: each.metadata["read"](variable, given[variable])
        for each in fields(owner)
        if (variable := each.metadata.get("variable")) and given.get(variable)
    }
