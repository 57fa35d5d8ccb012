"""`/api/v1/queries`: the catalogue of query files, and any of them run with the parameters it declares."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.http import query_answer
from argmap.http.conditional import conditional
from argmap.http.negotiation import choose
from argmap.http.origin import root
from argmap.http.parameters import pairs, wanted_format
from argmap.http.representations import JSON, QUERY, offers
from argmap.http.routing import route
from argmap.model.parameter import Parameter
from argmap.settings import Settings


def query_catalogue_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the routes of the catalogue and of its query files."""

    def catalogue(request: Request) -> Response:
        choose([JSON], request.headers.get("accept"), wanted_format(request.scope["query_string"]))
        here = root(request, settings)
        return conditional(request, (graph.digest, "queries", here), lambda: _listed(graph, here))

    def query(request: Request) -> Response:
        named = graph.catalogue.named(request.path_params["name"])
        return _text(graph, named, request) or query_answer.answer(graph, settings, named, request, {})

    def start(request: Request) -> Response:
        # Relative, so that it also leads there below a path of somebody else's server.
        return Response(status_code=307, headers={"Location": "v1/queries"})

    return [
        route(query_answer.BASE, start),
        route(query_answer.QUERIES, catalogue),
        route(f"{query_answer.QUERIES}/{{name:path}}", query),
    ]


def _text(graph: ArgumentMap, query: QueryFile, request: Request) -> Response | None:
    """Return the file as it is if its text is wanted and no parameter given; with any, instantiated."""
    given = dict(pairs(request.scope["query_string"]))
    wanted = given.pop("format", None)
    if given or choose(offers(query), request.headers.get("accept"), wanted) != QUERY:
        return None
    return conditional(
        request, (graph.digest, query.name), lambda: Response(query.text, media_type=QUERY.media_type)
    )


def _listed(graph: ArgumentMap, here: str) -> Response:
    items = [_described(query, here) for query in graph.catalogue]
    text = json.dumps({"items": items, "total": len(items)}, ensure_ascii=False)
    return Response(text, media_type=JSON.media_type)


def _described(query: QueryFile, here: str) -> dict[str, Any]:
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "form": query.form,
        "shape": query.shape,
        "path": query_answer.BASE + query.path if query.path else None,
        "url": f"{here}{query_answer.QUERIES}/{query.name}",
        "parameters": [_parameter(parameter) for parameter in query.parameters],
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "type": parameter.type,
        "description": parameter.description,
        "required": parameter.required,
        "many": parameter.many,
        "example": parameter.example,
        "default": parameter.default,
        "choices": list(parameter.choices),
    }
