"""The REST endpoints: each one a query file with a path."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.http.query_answer import BASE, answer
from argmap.http.routing import route
from argmap.settings import Settings


def rest_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return a route for every query file that has a path."""
    queries = sorted(graph.catalogue.endpoints(), key=_fixed_parts_first)
    return [
        route(f"{BASE}{query.path}", partial(_answer, graph, settings, query), is_slow=query.shape in _SLOW)
        for query in queries
    ]


# More is worked out for these than a query finds.
_SLOW = ("bearing", "explanation", "impact")


def _fixed_parts_first(query: QueryFile) -> list[tuple[bool, str]]:
    """Order paths so that the router, which takes the first that fits, meets `/a/b` before `/a/{x}`."""
    return [(part.startswith("{"), part) for part in (query.path or "").split("/")]


def _answer(graph: ArgumentMap, settings: Settings, query: QueryFile, request: Request) -> Response:
    return answer(graph, settings, query, request, request.path_params)
