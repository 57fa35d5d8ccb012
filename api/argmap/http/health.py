"""`/health`: whether the server is well, and which data it holds."""

import json
from typing import cast

from pyoxigraph import QuerySolutions
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.http.routing import route
from argmap.vocabulary import term

_ARTICLES = f"SELECT (COUNT(DISTINCT ?article) AS ?count) WHERE {{ ?article a <{term('Article')}> }}"


def health_routes(graph: ArgumentMap) -> list[Route]:
    """Return the route; each answer asks the store something, so that a broken one is found out."""

    def health(request: Request) -> Response:
        found = {
            "status": "ok",
            "digest": graph.digest,
            "articles": _articles(graph),
            "triples": len(graph.store),
        }
        return Response(
            json.dumps(found), headers={"Cache-Control": "no-store"}, media_type="application/json"
        )

    return [route("/health", health)]


def _articles(graph: ArgumentMap) -> int:
    rows = cast("QuerySolutions", graph.store.query(_ARTICLES))
    return sum(int(row["count"].value) for row in rows)
