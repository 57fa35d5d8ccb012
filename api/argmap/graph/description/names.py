"""The names that the description needs beside our own."""

from pyoxigraph import NamedNode

from argmap.vocabulary import BASE, GRAPH_DESCRIPTION, PREFIXES, RDF

# All that the endpoint answers from, but the description itself; the query files have it too.
DATASET = NamedNode(GRAPH_DESCRIPTION + "#dataset")
QUERY = BASE + "query/"
TYPE = NamedNode(RDF + "type")

# Those of clients that read a description, and ours: `sh:declare` offers them to whoever writes a query.
NAMES: dict[str, str] = PREFIXES | {
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void-ext": "http://ldf.fi/void-ext#",
}


def name(short: str) -> NamedNode:
    """Return the term that a short form like `void:triples` stands for."""
    prefix, _, local = short.partition(":")
    return NamedNode(NAMES[prefix] + local)
