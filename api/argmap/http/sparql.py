"""`/sparql`: the SPARQL 1.1 Protocol, for queries only."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import ArgmapError, MissingParameter
from argmap.formats.registry import GRAPHS, JSON, JSON_LD, N_TRIPLES, RDF_XML, RESULTS, TURTLE, XML
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.strangers import Strangers
from argmap.http import encoding, graph_answer, service_description, sparql_request
from argmap.http.conditional import VARY
from argmap.http.facts import client, note
from argmap.http.holding_back import HoldingBack
from argmap.http.negotiation import Offer, choose
from argmap.http.origin import root
from argmap.http.routing import allowed
from argmap.http.sparql_answer import SparqlAnswer, unless_gone
from argmap.http.sparql_request import SparqlRequest
from argmap.settings import Settings
from argmap.store.workers.messages import Question
from argmap.store.workers.reply import WorkerFailed

PATH = "/sparql"

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
_ENGINE_TYPES = {format_.name: format_.media_type for format_ in (*RESULTS, *GRAPHS)}
_NO_BOOLEANS = ("csv", "tsv")
_LONGEST_KEPT = 300


def sparql_routes(graph: ArgumentMap, strangers: Strangers, settings: Settings) -> list[Route]:
    """Return the route of the endpoint."""

    holding_back = HoldingBack(settings.refusal_seconds)

    async def answer(request: Request) -> Response:
        try:
            return await respond(request)
        except ArgmapError:
            await holding_back.refused(client(request.scope))
            raise

    async def respond(request: Request) -> Response:
        if request.method == "OPTIONS":
            return allowed("GET, HEAD, POST, OPTIONS")
        asked = await sparql_request.read(request, settings.limits.request_bytes)
        accept, wanted = _wishes(request, asked)
        if asked.query is not None:
            endpoint = root(request, settings) + PATH
            return await _answer(strangers, request, asked, _chosen(accept, wanted), endpoint)
        if request.method == "POST":
            raise MissingParameter("query", "ASK {}")
        return _description(graph, settings, request, accept, wanted)

    return [Route(PATH, answer, methods=["GET", "HEAD", "POST", "OPTIONS"])]


class _Chosen:
    """What the caller takes: an offer for tables and truth values, one for graphs; at least one of them."""

    def __init__(self, accept: str | None, wanted: str | None) -> None:
        # Only the query can tell which of them is needed; what is neither is refused at once.
        _choose((*_TABLES, *_GRAPHS), accept, wanted, _GRAPH_ALIASES)
        self.table = _choose_or_none(_TABLES, accept, wanted, {})
        self.graph = _choose_or_none(_GRAPHS, accept, wanted, _GRAPH_ALIASES)

    def offer(self, kind: str) -> Offer:
        """Return the offer for a kind of result; raises what speaks against it."""
        chosen = self.graph if kind == "graph" else self.table
        if isinstance(chosen, ArgmapError):
            raise chosen
        if kind == "boolean" and chosen.name in _NO_BOOLEANS:
            return Offer(chosen.name, "text/plain")
        return chosen

    def formats(self) -> dict[str, str | None]:
        """Return the media type in which the engine writes each kind of result."""
        return {kind: self._format(kind) for kind in ("solutions", "boolean", "graph")}

    def _format(self, kind: str) -> str | None:
        try:
            offer = self.offer(kind)
        except ArgmapError:
            return None
        if kind == "boolean" and offer.name in _NO_BOOLEANS:
            return offer.media_type
        return _ENGINE_TYPES[offer.name]


def _chosen(accept: str | None, wanted: str | None) -> _Chosen:
    """Return what the caller takes; what usual callers send is found out once."""
    if len(accept or "") + len(wanted or "") > _LONGEST_KEPT:
        return _Chosen(accept, wanted)
    return _kept_choice(accept, wanted)


@lru_cache(maxsize=256)
def _kept_choice(accept: str | None, wanted: str | None) -> _Chosen:
    return _Chosen(accept, wanted)


async def _answer(
    strangers: Strangers, request: Request, asked: SparqlRequest, chosen: _Chosen, endpoint: str
) -> Response:
    text = asked.query or ""
    note(request.scope, query=sha256(text.encode("utf-8", "replace")).hexdigest()[:16])
    coding = encoding.chosen(request.headers.get("accept-encoding", "").encode("latin-1"))
    question = Question(
        text,
        asked.default_graphs or None,
        asked.named_graphs or None,
        chosen.formats(),
        coding.name,
        base=endpoint,  # the place that a query was sent to is its base (RFC 3986 §5.1.3)
    )
    try:
        reply = await unless_gone(request.receive, strangers.ask(question, client(request.scope)))
    except WorkerFailed as failure:
        chosen.offer(failure.members["kind"])  # raises
        raise
    if reply is None:
        note(request.scope, outcome="gone")
        return Response(status_code=204)  # which nobody reads
    return SparqlAnswer(reply, chosen.offer(reply.started.kind).media_type)


def _description(
    graph: ArgumentMap, settings: Settings, request: Request, accept: str | None, wanted: str | None
) -> Response:
    offer = _choose(_GRAPHS, accept, wanted, _GRAPH_ALIASES)
    described = service_description.triples(graph, root(request, settings) + PATH, settings.limits)
    body = graph_answer.serialized(described, offer, service_description.NAMES)
    return Response(body, headers={"Vary": VARY.decode()}, media_type=offer.media_type)


def _wishes(request: Request, asked: SparqlRequest) -> tuple[str | None, str | None]:
    """Return the `Accept` field and the name of a format; a media type for `format` counts as the former."""
    if asked.format and "/" in asked.format:
        return asked.format, None
    return request.headers.get("accept"), asked.format or None


def _choose_or_none(
    offers: Sequence[Offer], accept: str | None, wanted: str | None, aliases: Mapping[str, str]
) -> Offer | ArgmapError:
    """Return an offer, or the error that says why there is none."""
    try:
        return _choose(offers, accept, wanted, aliases)
    except ArgmapError as error:
        return error


def _choose(
    offers: Sequence[Offer], accept: str | None, wanted: str | None, aliases: Mapping[str, str]
) -> Offer:
    names = {offer.name for offer in offers}
    return choose(
        offers, accept, wanted if wanted is None or wanted in names else aliases.get(wanted, wanted)
    )
