"""The SPARQL endpoint, described (SPARQL 1.1 Service Description)."""

from collections.abc import Iterator
from dataclasses import fields

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from argmap.formats.registry import GRAPHS, RESULTS
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.description import DATASET, totals
from argmap.settings import Limits
from argmap.vocabulary import BASE, PREFIXES, RDF

SD = "http://www.w3.org/ns/sparql-service-description#"
LIMIT = BASE + "limit#"
NAMES = {"void": PREFIXES["void"], "sd": SD, "limit": LIMIT, "formats": "http://www.w3.org/ns/formats/"}
_TYPE = NamedNode(RDF + "type")
_DEFAULT_GRAPH = BlankNode("default")


def triples(graph: ArgumentMap, endpoint: str, limits: Limits) -> Iterator[Triple]:
    """Yield the description of the service at the address `endpoint`, with its limits."""
    service = NamedNode(endpoint)
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    # Without a dataset of its own a query sees the union of all named graphs.
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for format_ in (*RESULTS, *GRAPHS):
        yield Triple(service, _sd("resultFormat"), NamedNode(format_.iri))
    for limit in fields(limits):
        yield Triple(service, _limit(limit.name), Literal(getattr(limits, limit.name)))
    yield Triple(service, _sd("defaultDataset"), DATASET)
    yield from _dataset(graph)
    yield Triple(DATASET, _TYPE, NamedNode(PREFIXES["void"] + "Dataset"))
    yield from totals(graph.open_store)


def _dataset(graph: ArgumentMap) -> Iterator[Triple]:
    yield Triple(DATASET, _TYPE, _sd("Dataset"))
    yield Triple(DATASET, _sd("defaultGraph"), _DEFAULT_GRAPH)
    yield Triple(_DEFAULT_GRAPH, _TYPE, _sd("Graph"))
    for number, name in enumerate(sorted(graph.open_store.graphs())):
        entry = BlankNode(f"graph{number}")
        yield Triple(DATASET, _sd("namedGraph"), entry)
        yield Triple(entry, _TYPE, _sd("NamedGraph"))
        yield Triple(entry, _sd("name"), NamedNode(name))


def _limit(name: str) -> NamedNode:
    """Return our property for a limit; no vocabulary in use has one (`result_bytes`: limit:resultBytes)."""
    first, *others = name.split("_")
    return NamedNode(LIMIT + first + "".join(word.capitalize() for word in others))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
