"""What each query file can be answered as, in our order of preference."""

from argmap.catalogue.query_file import QueryFile
from argmap.formats.citations import RECORDS, RecordFormat
from argmap.formats.registry import N_TRIPLES, RDF_XML, TURTLE
from argmap.http import graph_answer
from argmap.http.negotiation import Offer

# `?format=json` is JSON-LD all the same.
JSON_LD = Offer("json", "application/ld+json")
JSON = Offer("json", "application/json")
CSV = Offer("csv", "text/csv")
MARKDOWN = Offer("markdown", "text/markdown")
TEXT = Offer("text", "text/plain")
# https://www.iana.org/assignments/media-types/text/vnd.graphviz
DOT = Offer("dot", "text/vnd.graphviz")
QUERY = Offer("sparql", "application/sparql-query")
# Bibliographic records, of what is a work or a list of works.
_RECORDS = {Offer(each.name, each.media_type): each for each in RECORDS}
_GRAPHS = graph_answer.offers_of((TURTLE, N_TRIPLES, RDF_XML))


def offers(query: QueryFile) -> tuple[Offer, ...]:
    """Return what `query` is answered as: JSON, a table of a SELECT, RDF of a CONSTRUCT; and its text."""
    if query.shape == "none":
        return (*_unshaped(query), QUERY)
    if query.shape in ("trace", "impact", "bearing"):
        return (JSON_LD, JSON, MARKDOWN, CSV, *_GRAPHS, QUERY)
    if query.shape == "explanation":
        return (JSON_LD, JSON, MARKDOWN, TEXT, DOT, CSV, *_GRAPHS, QUERY)
    records = _RECORDS if query.csl or query.records else ()
    return (JSON_LD, JSON, *((CSV,) if query.form == "select" else _GRAPHS), *records, QUERY)


def record_format(offer: Offer) -> RecordFormat | None:
    """Return the format of bibliographic records that is offered so, or None."""
    return _RECORDS.get(offer)


def _unshaped(query: QueryFile) -> tuple[Offer, ...]:
    """Return what a query is answered as whose head does not say what its rows or triples are about."""
    if query.form in ("construct", "describe"):
        return graph_answer.OFFERS
    return (JSON, CSV) if query.form == "select" else (JSON,)
