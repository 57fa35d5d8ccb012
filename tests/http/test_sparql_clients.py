"""Clients that others wrote, against our endpoint."""

from typing import Any

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

AM = "https://w3id.org/argmap/ontology#"
SELECT = f"SELECT ?claim {{ ?claim a <{AM}Thesis> }}"
CONSTRUCT = f"CONSTRUCT {{ ?x a <{AM}Thesis> }} WHERE {{ ?x a <{AM}Thesis> }}"


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("way", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
def test_sparqlwrapper_reads_rows(root: str, method: str, way: str) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{root}/sparql")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setReturnFormat(SPARQLWrapper.JSON)
    wrapper.setQuery(SELECT)
    answer: Any = wrapper.queryAndConvert()
    assert answer["results"]["bindings"][0]["claim"]["value"].startswith(
        "https://w3id.org/argmap/id/kuperman-1996/"
    )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("format_", [SPARQLWrapper.XML, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD])
def test_sparqlwrapper_reads_a_graph(root: str, format_: str) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{root}/sparql")
    wrapper.setReturnFormat(format_)
    wrapper.setQuery(CONSTRUCT)
    answer: Any = wrapper.queryAndConvert()
    assert len(answer) == 1


def test_sparqlwrapper_reads_turtle(root: str) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{root}/sparql")
    wrapper.setReturnFormat(SPARQLWrapper.TURTLE)
    wrapper.setQuery(CONSTRUCT)
    answer: Any = wrapper.queryAndConvert()
    assert len(rdflib.Graph().parse(data=answer, format="turtle")) == 1


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_reads_rows(root: str, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{root}/sparql", method=method))
    assert len(list(graph.query(SELECT))) == 1


def test_rdflib_walks_triples(root: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{root}/sparql"))
    (thesis,) = graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{AM}Thesis"))
    assert graph.value(thesis, rdflib.RDFS.label) is not None


def test_rdflib_reads_a_graph(root: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{root}/sparql"))
    assert len(graph.query(CONSTRUCT).graph or ()) == 1
