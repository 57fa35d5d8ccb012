"""`/.well-known/void`: the data set, described (https://www.w3.org/TR/void/)."""

from collections.abc import Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.http.graph_answer import answer_graph
from argmap.http.origin import root
from argmap.http.routing import route
from argmap.settings import Settings
from argmap.vocabulary import ID, ONTOLOGY, PREFIXES, RDF, term

PATH = "/.well-known/void"
_LICENSE = NamedNode("https://creativecommons.org/licenses/by/4.0/")

_CLASSES = f"""
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE {{
  ?thing a ?class .
  FILTER(STRSTARTS(STR(?thing), "{ID}") && STRSTARTS(STR(?class), "{term("")}"))
}}
GROUP BY ?class
ORDER BY ?class
"""


def dataset_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of the description."""

    def description(request: Request) -> Response:
        here = root(request, settings)
        return answer_graph(request, _triples(graph, here), (graph.digest, "void", here))

    return [route(PATH, description)]


def _triples(graph: ArgumentMap, here: str) -> Iterator[Triple]:
    dataset = NamedNode(f"{here}{PATH}#dataset")
    yield Triple(dataset, NamedNode(RDF + "type"), _void("Dataset"))
    yield Triple(dataset, NamedNode(PREFIXES["dcterms"] + "license"), _LICENSE)
    yield Triple(dataset, _void("sparqlEndpoint"), NamedNode(f"{here}/sparql"))
    yield Triple(dataset, _void("uriSpace"), Literal(ID))
    yield Triple(dataset, _void("vocabulary"), NamedNode(ONTOLOGY + "#"))
    yield Triple(dataset, _void("triples"), Literal(len(graph.store)))
    for class_, count in _counts(graph):
        part = NamedNode(f"{here}{PATH}#{class_.value.removeprefix(term(''))}")
        yield Triple(dataset, _void("classPartition"), part)
        yield Triple(part, _void("class"), class_)
        yield Triple(part, _void("entities"), count)


def _counts(graph: ArgumentMap) -> list[tuple[NamedNode, Literal]]:
    rows = cast("QuerySolutions", graph.store.query(_CLASSES))
    return [(cast("NamedNode", row["class"]), cast("Literal", row["count"])) for row in rows]


def _void(name: str) -> NamedNode:
    return NamedNode(PREFIXES["void"] + name)
