"""What the server has done, in numbers: counted here, told at `/metrics` (see `exposition`)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from typing import Any

from argmap.http import problems

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

# Every label has few values, whatever strangers send: else each new one would take memory for good.
_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS"))
_OUTCOMES = frozenset(kind.name for kind in problems.KINDS) | {"gone", "broken-off"}
_OTHER = "other"
_NO_ROUTE = "none"
_SPARQL = "/sparql"


class Histogram:
    """How many of the observed seconds lie under each bound of `SECONDS`, and their sum."""

    __slots__ = ("counts", "sum")

    def __init__(self) -> None:
        self.counts = [0] * (len(SECONDS) + 1)
        self.sum = 0.0

    def observe(self, seconds: float) -> None:
        """Count one more."""
        self.counts[bisect_left(SECONDS, seconds)] += 1
        self.sum += seconds

    def buckets(self) -> list[tuple[str, float]]:
        """Return the bounds, each with the number of observations up to it."""
        bounds = [*map(str, SECONDS), "+Inf"]
        return [(bound, sum(self.counts[: place + 1])) for place, bound in enumerate(bounds)]


class Metrics:
    """The numbers of one server.

    They are kept in plain counters, and given to the Prometheus library only when they are asked for: a
    request costs about a microsecond, where the library's own counters would cost several. They are counted
    on one event loop, so nothing is locked.
    """

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, str, str]] = Counter()
        self.bytes: Counter[str] = Counter()
        self.seconds: dict[str, Histogram] = {}
        self.cached = 0
        self.outcomes: Counter[str] = Counter()
        self.truncated: Counter[str] = Counter()
        self.worker_seconds = Histogram()

    def count(
        self, method: str, status: int | None, sent: int, seconds: float, facts: Mapping[str, Any]
    ) -> None:
        """Count an answer of `sent` bytes, with what is known of it."""
        route = facts.get("route", _NO_ROUTE)
        self.requests[method if method in _METHODS else _OTHER, route, str(status or 0)] += 1
        self.bytes[route] += sent
        if route not in self.seconds:
            self.seconds[route] = Histogram()
        self.seconds[route].observe(seconds)
        if "cached" in facts:
            self.cached += 1
        elif route == _SPARQL and "query" in facts:
            self._count_query(facts)

    def _count_query(self, facts: Mapping[str, Any]) -> None:
        outcome = facts.get("outcome", "ok")
        self.outcomes[outcome if outcome == "ok" or outcome in _OUTCOMES else _OTHER] += 1
        if facts.get("truncated"):
            self.truncated[str(facts["truncated"])] += 1
        if facts.get("worker_seconds") is not None:
            self.worker_seconds.observe(facts["worker_seconds"])
