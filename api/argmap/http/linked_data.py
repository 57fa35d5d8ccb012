"""Things at the path of their IRI, and the JSON-LD context."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.traces import query_of
from argmap.http import query_answer
from argmap.http.conditional import conditional
from argmap.http.routing import route
from argmap.settings import Settings
from argmap.vocabulary import ID

# The query that says all we know of a thing, and the parameter that names it.
DESCRIBE, THING = "things/describe", "thing"
# What follows the IRI of a thing in that of its trace.
TRACE = "trace"


def linked_data_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the routes of `/id/…`, `/id/…/trace` and `/context.jsonld`."""
    context = json.dumps(graph.context.document, ensure_ascii=False, indent=2).encode()

    def thing(request: Request) -> Response:
        return thing_named(request.path_params["thing"], request)

    def thing_named(name: str, request: Request) -> Response:
        named = {THING: name}
        return query_answer.answer(graph, settings, graph.catalogue.named(DESCRIBE), request, named)

    def trace(request: Request) -> Response:
        query = query_of(ID + request.path_params["thing"])
        if query is None:  # a thing may have that name
            return thing_named(f"{request.path_params['thing']}/{TRACE}", request)
        name, parameter = query
        named = {parameter: request.path_params["thing"]}
        return query_answer.answer(graph, settings, graph.catalogue.named(name), request, named)

    def context_document(request: Request) -> Response:
        return conditional(request, (graph.digest, "context"), lambda: _json_ld(context))

    return [
        route(f"/id/{{thing:path}}/{TRACE}", trace),
        route("/id/{thing:path}", thing),
        route(query_answer.CONTEXT, context_document),
    ]


def _json_ld(body: bytes) -> Response:
    return Response(body, media_type="application/ld+json")
