"""`/.well-known/void`: the data set, described (https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/).

It says what the store's own description says, and adds the addresses, which only a request tells.
"""

from collections.abc import Iterator
from typing import cast

from pyoxigraph import NamedNode, QueryTriples, Triple
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.description import DATASET, NAMES, TYPE, name
from argmap.http.graph_answer import answer_graph
from argmap.http.origin import root
from argmap.http.query_answer import BASE
from argmap.http.routing import route
from argmap.settings import Settings
from argmap.vocabulary import GRAPH_DESCRIPTION

PATH = "/.well-known/void"
_PROTOCOL = NamedNode("http://www.w3.org/TR/sparql11-protocol/")
_EXAMPLE = name("sh:SPARQLExecutable")
_PREFIXES = NAMES | {"part": f"{GRAPH_DESCRIPTION}#"}

# The description, and what the data say of themselves: who published which data set, under which terms.
_DESCRIPTION = f"""
PREFIX dcat: <{NAMES["dcat"]}>
PREFIX void: <{NAMES["void"]}>
CONSTRUCT {{ ?subject ?property ?value }} WHERE {{
  {{
    GRAPH <{GRAPH_DESCRIPTION}> {{ ?subject ?property ?value }}
  }} UNION {{
    VALUES ?kind {{ dcat:Dataset void:Dataset }}
    ?subject a ?kind .
    ?subject ?property ?value .
  }}
}}
"""


def dataset_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of the description."""

    def description(request: Request) -> Response:
        here = root(request, settings)
        identity = (graph.digest, "void", here)
        return answer_graph(request, _once(_triples(graph, here)), identity, _PREFIXES)

    return [route(PATH, description)]


def _once(triples: Iterator[Triple]) -> Iterator[Triple]:
    """Yield each triple once; nothing is asked before the first is wanted."""
    yield from set(triples)


def _triples(graph: ArgumentMap, here: str) -> Iterator[Triple]:
    said = set(cast("QueryTriples", graph.store.query(_DESCRIPTION)))
    yield from said
    yield from _document(here)
    endpoint = NamedNode(f"{here}/sparql")
    for dataset in sorted({DATASET, *_of_type(said, name("dcat:Dataset"))}, key=str):
        yield from _distributions(dataset, here)
    for example in _of_type(said, _EXAMPLE):
        yield Triple(example, name("schema:target"), endpoint)


def _of_type(triples: set[Triple], kind: NamedNode) -> Iterator[NamedNode]:
    found = (triple.subject for triple in triples if triple.predicate == TYPE and triple.object == kind)
    return (subject for subject in found if isinstance(subject, NamedNode))


def _document(here: str) -> Iterator[Triple]:
    document = NamedNode(here + PATH)
    yield Triple(document, TYPE, name("void:DatasetDescription"))
    yield Triple(document, name("foaf:primaryTopic"), DATASET)
    yield Triple(DATASET, TYPE, name("dcat:Dataset"))
    yield Triple(DATASET, name("void:sparqlEndpoint"), NamedNode(f"{here}/sparql"))


def _distributions(dataset: NamedNode, here: str) -> Iterator[Triple]:
    """Yield the two ways to the data: the SPARQL endpoint, which describes itself, and the REST API."""
    yield from _distribution(dataset, f"{here}{PATH}#sparql", f"{here}/sparql", f"{here}/sparql")
    yield Triple(NamedNode(f"{here}{PATH}#sparql-service"), name("dcterms:conformsTo"), _PROTOCOL)
    yield from _distribution(dataset, f"{here}{PATH}#rest", here + BASE, f"{here}/openapi.json")


def _distribution(dataset: NamedNode, iri: str, address: str, description: str) -> Iterator[Triple]:
    distribution, service = NamedNode(iri), NamedNode(f"{iri}-service")
    yield Triple(dataset, name("dcat:distribution"), distribution)
    yield Triple(distribution, TYPE, name("dcat:Distribution"))
    yield Triple(distribution, name("dcat:accessURL"), NamedNode(address))
    yield Triple(distribution, name("dcat:accessService"), service)
    yield Triple(service, TYPE, name("dcat:DataService"))
    yield Triple(service, name("dcat:endpointURL"), NamedNode(address))
    yield Triple(service, name("dcat:endpointDescription"), NamedNode(description))
    yield Triple(service, name("dcat:servesDataset"), dataset)
