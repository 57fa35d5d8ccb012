"""`/health`: whether the server is well, and which data it holds.

`/health/live` answers as long as the process does (else restart it); `/health/ready` answers 200 when all
that queries need is there (else send requests elsewhere).
"""

import json
import logging
from collections.abc import Mapping
from typing import Any, cast

from pyoxigraph import QuerySolutions
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.http import problems
from argmap.http.facts import note
from argmap.http.load import Load
from argmap.http.problems import NOT_READY, Problem
from argmap.http.routing import allowed, route
from argmap.http.threads import Threads
from argmap.vocabulary import term

logger = logging.getLogger(__name__)

_ARTICLES = f"SELECT (COUNT(DISTINCT ?article) AS ?count) WHERE {{ ?article a <{term('Article')}> }}"


def health_routes(graph: ArgumentMap, load: Load | None = None) -> list[Route]:
    """Return the routes about `graph` and its workers; without `load` there are none to wait for."""

    def health(request: Request) -> Response:
        # The store is asked something, so that a broken one is found out.
        found = {
            "status": "ok",
            "ready": load is None or load.ready,
            "digest": graph.digest,
            "articles": _articles(graph),
            "triples": len(graph.store),
        }
        return _answer(found if load is None else {**found, "workers": _workers(load)})

    def ready(request: Request) -> Response:
        parts = {"store": _answers(graph), "workers": load is None or load.ready}
        if all(parts.values()):
            return _answer({"status": "ready", **parts})
        note(request.scope, outcome=NOT_READY.name)
        missing = " and ".join(part for part, is_ready in parts.items() if not is_ready)
        return problems.response(Problem(NOT_READY, f"Not ready: {missing}.", parts))

    return [
        route("/health", health, threads=_THREADS),
        route("/health/ready", ready, threads=_THREADS),
        Route("/health/live", _live, methods=_GET),
    ]


# Whoever watches the server is told, whatever else is asked for.
_THREADS = Threads(2)
_GET = ["GET", "HEAD", "OPTIONS"]


async def _live(request: Request) -> Response:
    """Answer on the event loop, waiting for nothing: no thread, no store, no worker."""
    return allowed(", ".join(_GET)) if request.method == "OPTIONS" else _answer({"status": "live"})


def _answer(found: Mapping[str, Any]) -> Response:
    return Response(json.dumps(found), headers={"Cache-Control": "no-store"}, media_type="application/json")


def _answers(graph: ArgumentMap) -> bool:
    try:
        return _articles(graph) >= 0
    except Exception:  # whatever a store has against it
        logger.exception("the store does not answer")
        return False


def _articles(graph: ArgumentMap) -> int:
    rows = cast("QuerySolutions", graph.store.query(_ARTICLES))
    return sum(int(row["count"].value) for row in rows)


def _workers(load: Load) -> dict[str, int]:
    return {
        "alive": load.workers,
        "running": load.running,
        "waiting": load.waiting,
        "killed": load.killed,
        "restarts": load.restarts,
    }
