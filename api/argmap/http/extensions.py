"""`/api/v1/claims.csv`, `/id/kuperman-1996.ttl`: the format as the end of the path, for people and `wget`."""

from urllib.parse import urlencode

from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.formats.citations import RECORDS
from argmap.formats.registry import GRAPHS, JSON, JSON_LD, RDF_XML, RESULTS, XML
from argmap.http.parameters import FORMAT

# Below these, nothing has a name with a dot in it that is also the extension of a format.
_BELOW = ("/api/v1/", "/id/")
_EXACTLY = ("/sparql", "/.well-known/void")
# The ontology, its versions and its alignments: pages, too.
_ONTOLOGY = "/ontology"
_NAMES = {
    **{format_.extension: format_.name for format_ in (*RESULTS, *GRAPHS, *RECORDS)},
    **{"json": JSON.name, "xml": XML.name, "rq": "sparql", "md": "markdown", "txt": "text", "gv": "dot"},
    **{"tgf": "tgf", "apx": "apx"},
}
_OF_ONTOLOGY = {
    **{format_.extension: format_.name for format_ in GRAPHS},
    **{"html": "html", "owl": RDF_XML.name, "xml": RDF_XML.name, "json": JSON_LD.name},
}


class Extensions:
    """ASGI application around another that takes an extension at the end of a path for `?format=`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as if the format had been asked for by the parameter."""
        if scope["type"] == "http" and "." in scope["path"].rpartition("/")[2]:
            scope = _with_format(scope)
        await self._app(scope, receive, send)


def _with_format(scope: Scope) -> Scope:
    path, _, extension = scope["path"].rpartition(".")
    if path == _ONTOLOGY or path.startswith(f"{_ONTOLOGY}/"):
        return _asked(scope, path, _OF_ONTOLOGY.get(extension))
    name = _NAMES.get(extension)
    if name is None or not (path in _EXACTLY or path.startswith(_BELOW)):
        return scope
    if path.startswith(_BELOW) and name == JSON_LD.name:
        name = JSON.name  # which is JSON-LD there
    return _asked(scope, path, name)


def _asked(scope: Scope, path: str, name: str | None) -> Scope:
    """Return the scope that asks for a format by the parameter; as it is if there is none of that name."""
    if name is None:
        return scope
    wanted = urlencode({FORMAT: name}).encode()
    query = scope["query_string"]
    return {**scope, "path": path, "query_string": query + b"&" + wanted if query else wanted}
