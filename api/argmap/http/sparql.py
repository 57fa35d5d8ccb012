"""`/sparql`: the SPARQL 1.1 Protocol, for queries only."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import MissingParameter, QueryRefused
from argmap.formats.registry import GRAPHS, JSON, JSON_LD, N_TRIPLES, RDF_XML, RESULTS, TURTLE, XML
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.sparql_result import SparqlResult
from argmap.http import graph_answer, service_description, sparql_request
from argmap.http.negotiation import Offer, choose
from argmap.http.origin import root
from argmap.http.routing import allowed, in_thread
from argmap.http.sparql_request import SparqlRequest
from argmap.settings import Settings

PATH = "/sparql"
_VARY = {"Vary": "Accept"}

_TABLES = (
    *graph_answer.offers_of(RESULTS),
    Offer(JSON.name, "application/json"),
    Offer(XML.name, "application/xml"),
)
_GRAPHS = (
    *graph_answer.OFFERS,
    Offer(JSON_LD.name, "application/json"),
    Offer(N_TRIPLES.name, "text/plain"),
    Offer(RDF_XML.name, "application/xml"),
)
# Clients name graph formats as they like; SPARQLWrapper sends `format=xml` with every CONSTRUCT.
_GRAPH_ALIASES = {
    **dict.fromkeys(("json", "json-ld"), JSON_LD.name),
    **dict.fromkeys(("xml", "rdf", "rdf+xml"), RDF_XML.name),
    **dict.fromkeys(("n3", "ttl"), TURTLE.name),
    "nt": N_TRIPLES.name,
}


def sparql_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of the endpoint."""

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return allowed("GET, HEAD, POST, OPTIONS")
        asked = await sparql_request.read(request)
        return await in_thread(lambda request: _respond(graph, settings, request, asked), request)

    return [Route(PATH, endpoint, methods=["GET", "HEAD", "POST", "OPTIONS"])]


def _respond(graph: ArgumentMap, settings: Settings, request: Request, asked: SparqlRequest) -> Response:
    accept, wanted = _wishes(request, asked)
    if asked.query is not None:
        return _result(graph, asked, asked.query, accept, wanted)
    if request.method == "POST":
        raise MissingParameter("query", "ASK {}")
    offer = _choose(_GRAPHS, accept, wanted, _GRAPH_ALIASES)
    described = service_description.triples(graph, root(request, settings) + PATH)
    body = graph_answer.serialized(described, offer, service_description.NAMES)
    return Response(body, headers=_VARY, media_type=offer.media_type)


def _wishes(request: Request, asked: SparqlRequest) -> tuple[str | None, str | None]:
    """Return the `Accept` field and the name of a format; a media type for `format` counts as the former."""
    if asked.format and "/" in asked.format:
        return asked.format, None
    return request.headers.get("accept"), asked.format or None


def _result(
    graph: ArgumentMap, asked: SparqlRequest, query: str, accept: str | None, wanted: str | None
) -> Response:
    # Only the query can tell whether a table or a graph comes back; what is neither is refused at once.
    _choose((*_TABLES, *_GRAPHS), accept, wanted, _GRAPH_ALIASES)
    try:
        result = graph.sparql(query, asked.default_graphs or None, asked.named_graphs or None)
        return _written(result, accept, wanted)
    except (
        RuntimeError
    ) as error:  # the engine's word for what it understands and cannot do: functions of others
        raise QueryRefused(f"{error}.") from error


def _written(result: SparqlResult, accept: str | None, wanted: str | None) -> Response:
    is_graph = result.formats == GRAPHS
    offer = (
        _choose(_GRAPHS, accept, wanted, _GRAPH_ALIASES) if is_graph else _choose(_TABLES, accept, wanted, {})
    )
    format_ = next((each for each in result.formats if each.name == offer.name), None)
    if format_ is None:  # a truth value has no form in CSV and TSV
        return Response("true" if result.raw else "false", headers=_VARY, media_type="text/plain")
    return Response(result.write(format_), headers=_VARY, media_type=offer.media_type)


def _choose(
    offers: Sequence[Offer], accept: str | None, wanted: str | None, aliases: Mapping[str, str]
) -> Offer:
    names = {offer.name for offer in offers}
    return choose(
        offers, accept, wanted if wanted is None or wanted in names else aliases.get(wanted, wanted)
    )
