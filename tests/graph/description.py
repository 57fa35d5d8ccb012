"""The description in the terms of another library, to be counted again, and the quads it describes."""

from collections.abc import Iterable
from typing import Any, cast

import pyoxigraph
import rdflib
from pyoxigraph import QuerySolutions, QueryTriples, RdfFormat
from rdflib import RDF, VOID, URIRef

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import GRAPH_DESCRIPTION

DATASET = URIRef(f"{GRAPH_DESCRIPTION}#dataset")
QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
Quads = set[tuple[Any, Any, Any, Any]]


def quads_of(graph: ArgumentMap, without: Iterable[str]) -> Iterable[pyoxigraph.Quad]:
    rows = cast("QuerySolutions", graph.store.query(QUADS))
    hidden = {pyoxigraph.NamedNode(each) for each in without}
    quads = (pyoxigraph.Quad(*(cast("Any", row[n]) for n in range(4))) for row in rows)
    return [quad for quad in quads if quad.graph_name not in hidden]


def description_of(graph: ArgumentMap) -> rdflib.Graph:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH_DESCRIPTION}> {{ ?s ?p ?o }} }}"
    return graph_of(cast("QueryTriples", graph.store.query(query)))


def graph_of(triples: QueryTriples) -> rdflib.Graph:
    text = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text or b"", format="nt")


def counts(description: rdflib.Graph, part: Any) -> dict[str, int]:
    """What is counted of a part, by the name of VoID's property."""
    return {
        str(p).removeprefix(str(VOID)): int(o)
        for p, o in description.predicate_objects(part)
        if isinstance(o, rdflib.Literal) and o.datatype == rdflib.XSD.integer
    }


def property_partitions(description: rdflib.Graph) -> Iterable[tuple[Any, Any, Any]]:
    for part in description.objects(DATASET, VOID.classPartition):
        for property_ in description.objects(part, VOID.propertyPartition):
            yield (
                description.value(part, VOID["class"]),
                description.value(property_, VOID.property),
                property_,
            )


def types_in(quads: Quads) -> dict[Any, set[Any]]:
    types: dict[Any, set[Any]] = {}
    for s, p, o, _ in quads:
        if p == RDF.type and isinstance(o, URIRef):
            types.setdefault(s, set()).add(o)
    return types


def datatype_of(literal: rdflib.Literal) -> URIRef:
    return literal.datatype or (RDF.langString if literal.language else rdflib.XSD.string)


def dataset_of(quads: Iterable[pyoxigraph.Quad]) -> rdflib.Dataset:
    """The quads in a dataset whose default graph is the union of all graphs."""
    dataset, graphs = rdflib.Dataset(default_union=True), dict[str, list[pyoxigraph.Triple]]()
    for quad in quads:
        graphs.setdefault(str(cast("Any", quad.graph_name).value), []).append(quad.triple)
    for name, triples in graphs.items():
        text = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b""
        dataset.graph(URIRef(name)).parse(data=text, format="nt")
    return dataset
