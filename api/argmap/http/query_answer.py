"""One query file, asked over HTTP.

In this order: what is wanted and in which format, before any work; whether the caller has it already, before
any query; and only then the answer.
"""

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from argmap.catalogue.query_file import BoundQuery, QueryFile
from argmap.errors import BadParameter, NotFound
from argmap.graph.answer import Answer
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.explanations import ExplanationReport
from argmap.http import graph_answer, parameters
from argmap.http.conditional import conditional
from argmap.http.links import Link, header, page_links
from argmap.http.negotiation import Offer, choose
from argmap.http.origin import root
from argmap.http.parameters import Asked
from argmap.http.representations import CSV, DOT, MARKDOWN, QUERY, TEXT, offers, record_format
from argmap.settings import Settings

CONTEXT = "/context.jsonld"
BASE = "/api/v1"
QUERIES = BASE + "/queries"
# Says of an answer that there was not the time for the best one.
HURRIED = "Hurried"


def answer(
    graph: ArgumentMap, settings: Settings, query: QueryFile, request: Request, fixed: Mapping[str, str]
) -> Response:
    """Return the answer of `query` to a request whose path says `fixed`: its variables, or parameters."""
    asked = parameters.read(query, request.scope["query_string"], fixed)
    offer = choose(offers(query), request.headers.get("accept"), asked.format)
    bound = _bound(query, asked, fixed)
    here = root(request, settings)
    url = here + request.scope["path"]
    identity = (graph.digest, url, str(sorted(asked.given.items())), bound.text, offer.media_type)
    seconds = settings.explanation_seconds
    response = conditional(
        request, identity, lambda: _written(graph, bound, asked, offer, here, url, seconds)
    )
    return _not_to_be_kept(response) if HURRIED in response.headers else response


def _bound(query: QueryFile, asked: Asked, fixed: Mapping[str, str]) -> BoundQuery:
    try:
        return query.bind(asked.values, asked.page)
    except BadParameter as error:
        # In a path, a name that no thing can have is the name of no thing.
        if error.name in parameters.filled_by_path(query) | fixed.keys():
            raise NotFound("/".join(fixed.values())) from error
        raise


def _written(
    graph: ArgumentMap, bound: BoundQuery, asked: Asked, offer: Offer, here: str, url: str, seconds: float
) -> Response:
    links = [Link(f"{here}{QUERIES}/{bound.query.name}", "describedby", QUERY.media_type)]
    if offer == QUERY:
        return Response(bound.text, headers={"Link": header(links)}, media_type=QUERY.media_type)
    found = graph.answer_bound(bound, asked.page, asked.style, seconds)
    if found.page is not None and found.total is not None:
        links += page_links(url, asked.given, found.page, found.total)
    if found.trace is not None:
        links.append(Link(found.trace.iri, "cite-as"))
    flags = {"Truncated": found.truncated, HURRIED: not found.lasting}
    headers = {"Link": header(links), **{name: "true" for name, said in flags.items() if said}}
    return Response(body(found, offer, here), headers=headers, media_type=offer.media_type)


def _not_to_be_kept(response: Response) -> Response:
    """Return an answer that was made in a hurry so that nobody keeps it: there may be a better one."""
    del response.headers["ETag"]
    response.headers["Cache-Control"] = "no-store"
    return response


def body(found: Answer, offer: Offer, here: str) -> bytes:
    """Return an answer in the format of `offer`, for a server at `here`."""
    if offer == CSV:
        return found.csv()
    if offer == MARKDOWN:
        return found.markdown()
    if isinstance(found, ExplanationReport) and offer in (TEXT, DOT):
        return found.text().encode() if offer == TEXT else found.dot()
    if records := record_format(offer):
        return found.records(records)
    if offer in graph_answer.OFFERS:
        return graph_answer.serialized(found.triples, offer)
    if found.query.query.shape == "none":  # rows or a truth value, which say nothing in RDF
        return json.dumps(found.document, ensure_ascii=False).encode()
    return found.json(here + CONTEXT)
