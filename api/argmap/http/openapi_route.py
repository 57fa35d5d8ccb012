"""`/openapi.json`: the document, made when it is first asked for and kept."""

import json
from functools import cache
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.http.conditional import conditional
from argmap.http.openapi import document
from argmap.http.openapi_examples import Examples
from argmap.http.origin import root
from argmap.http.routing import route
from argmap.settings import Settings

# Stands for the root address in the document that is kept: the address is the caller's word, one a caller.
_HERE = "http://root.invalid"


def openapi_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of the document; its examples are answers, so it takes a moment to make."""
    lock = Lock()

    @cache
    def text() -> str:
        made = document(graph.catalogue.endpoints(), _HERE, Examples(graph, _HERE))
        return json.dumps(made, ensure_ascii=False)

    def openapi(request: Request) -> Response:
        here = root(request, settings)
        return conditional(request, (graph.digest, "openapi", here), lambda: _response(here))

    def _response(here: str) -> Response:
        with lock:  # two callers at once would make it twice
            made = text()
        return Response(made.replace(_HERE, here), media_type="application/json")

    return [route("/openapi.json", openapi)]
