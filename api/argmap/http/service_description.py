"""The SPARQL endpoint, described (SPARQL 1.1 Service Description)."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, Triple

from argmap.formats.registry import GRAPHS, RESULTS
from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import RDF

SD = "http://www.w3.org/ns/sparql-service-description#"
NAMES = {"sd": SD, "formats": "http://www.w3.org/ns/formats/"}
_TYPE = NamedNode(RDF + "type")
_DATASET, _DEFAULT_GRAPH = BlankNode("dataset"), BlankNode("default")


def triples(graph: ArgumentMap, endpoint: str) -> Iterator[Triple]:
    """Yield the description of the service at the address `endpoint`."""
    service = NamedNode(endpoint)
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    # Without a dataset of its own a query sees the union of all named graphs.
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for format_ in (*RESULTS, *GRAPHS):
        yield Triple(service, _sd("resultFormat"), NamedNode(format_.iri))
    yield Triple(service, _sd("defaultDataset"), _DATASET)
    yield from _dataset(graph)


def _dataset(graph: ArgumentMap) -> Iterator[Triple]:
    yield Triple(_DATASET, _TYPE, _sd("Dataset"))
    yield Triple(_DATASET, _sd("defaultGraph"), _DEFAULT_GRAPH)
    yield Triple(_DEFAULT_GRAPH, _TYPE, _sd("Graph"))
    for number, name in enumerate(sorted(graph.store.graphs())):
        entry = BlankNode(f"graph{number}")
        yield Triple(_DATASET, _sd("namedGraph"), entry)
        yield Triple(entry, _TYPE, _sd("NamedGraph"))
        yield Triple(entry, _sd("name"), NamedNode(name))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
