"""What each query file can be answered as, in our order of preference."""

from argmap.catalogue.query_file import QueryFile
from argmap.formats.registry import N_TRIPLES, RDF_XML, TURTLE
from argmap.http import graph_answer
from argmap.http.negotiation import Offer

# `?format=json` is JSON-LD all the same.
JSON_LD = Offer("json", "application/ld+json")
JSON = Offer("json", "application/json")
CSV = Offer("csv", "text/csv")
QUERY = Offer("sparql", "application/sparql-query")
_GRAPHS = graph_answer.offers_of((TURTLE, N_TRIPLES, RDF_XML))


def offers(query: QueryFile) -> tuple[Offer, ...]:
    """Return what `query` is answered as: JSON, a table of a SELECT, RDF of a CONSTRUCT; and its text."""
    if query.shape == "none":
        return (*_unshaped(query), QUERY)
    return (JSON_LD, JSON, *((CSV,) if query.form == "select" else _GRAPHS), QUERY)


def _unshaped(query: QueryFile) -> tuple[Offer, ...]:
    """Return what a query is answered as whose head does not say what its rows or triples are about."""
    if query.form in ("construct", "describe"):
        return graph_answer.OFFERS
    return (JSON, CSV) if query.form == "select" else (JSON,)
