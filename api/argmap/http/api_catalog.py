"""`/.well-known/api-catalog`: where our interfaces are described (RFC 9727, a linkset of RFC 9264)."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.http.links import Link, header
from argmap.http.origin import root
from argmap.http.query_answer import BASE
from argmap.http.routing import route
from argmap.settings import Settings

PATH = "/.well-known/api-catalog"
MEDIA_TYPE = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'


def api_catalog_routes(settings: Settings) -> list[Route]:
    """Return the route of the catalogue."""

    def catalogue(request: Request) -> Response:
        here = root(request, settings)
        links = header([Link(here + PATH, "api-catalog")])
        return Response(json.dumps(_linkset(here), indent=2), 200, {"Link": links}, MEDIA_TYPE)

    return [route(PATH, catalogue)]


def _linkset(here: str) -> dict[str, object]:
    rest = {
        "anchor": here + BASE,
        "service-desc": [{"href": f"{here}/openapi.json", "type": "application/json"}],
        "service-doc": [{"href": f"{here}/docs", "type": "text/html"}],
        "service-meta": [{"href": f"{here}/context.jsonld", "type": "application/ld+json"}],
        "status": [{"href": f"{here}/health", "type": "application/json"}],
    }
    sparql = {
        "anchor": f"{here}/sparql",
        "service-desc": [{"href": f"{here}/sparql", "type": "text/turtle"}],
        "service-meta": [{"href": f"{here}/.well-known/void", "type": "text/turtle"}],
    }
    return {"linkset": [rest, sparql]}
