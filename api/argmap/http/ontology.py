"""`/ontology`, its versions and its alignments: for people as a page, for programs as RDF.

The IRI of a term leads a browser here (Cool URIs for the Semantic Web, W3C 2008, §4.1), so the page has an
anchor for each. What others cite stays: a version is served at its version IRI as it was released.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import cast

from pyoxigraph import QueryTriples, Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from argmap import shipped
from argmap.errors import NotAcceptable
from argmap.formats.ontology.alignment_page import alignment_page
from argmap.formats.registry import GRAPHS, JSON_LD, N_TRIPLES, RDF_XML
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.publishing import documents
from argmap.http.conditional import conditional
from argmap.http.graph_answer import OFFERS, serialized
from argmap.http.links import Link, header
from argmap.http.negotiation import Offer, choose
from argmap.http.origin import root
from argmap.http.parameters import wanted_format
from argmap.http.routing import route
from argmap.settings import Settings
from argmap.vocabulary import GRAPH_ONTOLOGY

PATH = "/ontology"
ALIGNMENTS = f"{PATH}/{documents.ALIGNMENTS}"
HTML = Offer("html", "text/html")
# What people try, because others call it so; each gets the format under its own media type. N-Triples was
# text/plain before RDF 1.1, and JSON-LD is JSON.
CALLED = {"rdf": RDF_XML.name, "xml": RDF_XML.name, "owl": RDF_XML.name}
_OFFERS = (*OFFERS, HTML)
_ALSO = (Offer(JSON_LD.name, "application/json"), Offer(N_TRIPLES.name, "text/plain"))

_EXTENSIONS = {each.name: each.extension for each in GRAPHS} | {HTML.name: "html"}
_TERMS = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH_ONTOLOGY}> {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"
# The pages run nothing and load nothing: text that got out of its place could do nothing.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class _Document:
    """A document: its path, its triples and its page, each made only if asked for, and the newest like it."""

    path: str
    triples: Callable[[], Iterable[Triple]]
    page: Callable[[], str]
    newest: str | None = None


def ontology_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the routes of the ontology: as it is now, its alignments, and released versions of both."""
    state = cache(lambda: f"{graph.digest} {_digest()}")

    def answering(document: Callable[..., _Document]) -> Callable[[Request], Response]:
        return lambda request: _answer(
            request, document(**request.path_params), root(request, settings), state()
        )

    def now() -> _Document:
        return _Document(PATH, lambda: cast("QueryTriples", graph.store.query(_TERMS)), _reference)

    def without_slash(request: Request) -> Response:
        asked = request.scope["query_string"].decode("ascii", "replace")
        return RedirectResponse(root(request, settings) + PATH + (asked and f"?{asked}"), status_code=308)

    return [
        route(PATH, answering(now)),
        route(f"{PATH}/", without_slash),
        route(ALIGNMENTS, answering(_together)),
        route(f"{ALIGNMENTS}/{{name}}", answering(_alignment)),
        route(f"{ALIGNMENTS}/{{name}}/{{version}}", answering(_alignment_version)),
        route(f"{PATH}/{{version}}", answering(_version)),
        route(f"{PATH}/{{version}}/{documents.ALIGNMENTS}", answering(_together_version)),
    ]


def _digest() -> str:
    """Return a name for the state of the files that documents are read from."""
    folder = shipped.folder("ontology")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    said = (f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}" for path in files)
    return sha256("\n".join(said).encode()).hexdigest()


def _reference() -> str:
    return (shipped.folder("ontology") / documents.REFERENCE).read_text(encoding="utf-8")


def _version(version: str) -> _Document:
    page = documents.released(version) / documents.PAGE
    return _Document(
        f"{PATH}/{version}",
        lambda: documents.read_released(version, documents.TERMS),
        lambda: page.read_text(encoding="utf-8"),
        PATH,
    )


def _together() -> _Document:
    return _aligned(ALIGNMENTS, documents.together)


def _together_version(version: str) -> _Document:
    documents.released(version)
    path = f"{PATH}/{version}/{documents.ALIGNMENTS}"
    return _aligned(path, lambda: documents.read_released(version, documents.TOGETHER), ALIGNMENTS)


def _alignment(name: str) -> _Document:
    triples = list(documents.alignment(name))
    return _aligned(f"{ALIGNMENTS}/{name}", lambda: triples)


def _alignment_version(name: str, version: str) -> _Document:
    triples = list(documents.alignment_version(name, version))
    return _aligned(f"{ALIGNMENTS}/{name}/{version}", lambda: triples, f"{ALIGNMENTS}/{name}")


def _aligned(path: str, triples: Callable[[], Iterable[Triple]], newest: str | None = None) -> _Document:
    def page() -> str:
        return alignment_page(triples(), _formats(path.rpartition("/")[2]), "../" * (path.count("/") - 1))

    return _Document(path, triples, page, newest)


def _answer(request: Request, document: _Document, here: str, state: str) -> Response:
    """Return a document in the format that is wanted; Turtle where anything will do."""
    offer = _chosen(request.headers.get("accept"), wanted_format(request.scope["query_string"]))

    def written() -> Response:
        return _page(document) if offer == HTML else _triples(document, offer)

    response = conditional(request, (state, document.path, offer.media_type, here), written)
    response.headers["Link"] = header(_links(document, offer, here))
    return response


def _chosen(accept: str | None, wanted: str | None) -> Offer:
    """Return the best format; raises BadParameter, or NotAcceptable that names what answers are."""
    try:
        best = choose((*_OFFERS, *_ALSO), accept, CALLED.get(wanted, wanted) if wanted else wanted)
    except NotAcceptable as error:
        raise NotAcceptable([each.media_type for each in _OFFERS]) from error
    return next(each for each in _OFFERS if each.name == best.name)


def _page(document: _Document) -> Response:
    return Response(document.page(), media_type=HTML.media_type, headers={"Content-Security-Policy": _POLICY})


def _triples(document: _Document, offer: Offer) -> Response:
    return Response(serialized(document.triples(), offer), media_type=offer.media_type)


def _links(document: _Document, offer: Offer, here: str) -> list[Link]:
    """Return links to the other formats: for RDF, the page tells of it; then to the newest version."""
    others = [other for other in _OFFERS if other != offer]
    found = [
        Link(f"{here}{document.path}.{_EXTENSIONS[other.name]}", relation, other.media_type)
        for other in others
        for relation in (("alternate", "describedby") if other == HTML else ("alternate",))
    ]
    return [*found, Link(here + document.newest, "latest-version")] if document.newest else found


def _formats(name: str) -> list[tuple[str, str]]:
    """Return links to a document's formats, relative to itself, with what they are called."""
    return [(f"{name}.{each.extension}", documents.FORMAT_NAMES[each.extension]) for each in GRAPHS]
