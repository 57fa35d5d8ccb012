"""The query files as examples that clients of the endpoint find and run."""

import re
from typing import Any

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, URIRef
from tests.graph.description import description_of

from argmap.graph.argument_map import ArgumentMap

EXAMPLES = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ;
  sh:targetClass sh:SPARQLExecutable ;
  sh:property [ sh:path rdfs:comment ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path schema:keywords ; sh:minCount 1 ] ;
  sh:property [ sh:path ( sh:prefixes sh:declare ) ; sh:minCount 10 ] ;
  sh:xone (
    [ sh:class sh:SPARQLSelectExecutable ; sh:property [ sh:path sh:select ; sh:minCount 1 ] ]
    [ sh:class sh:SPARQLConstructExecutable ; sh:property [ sh:path sh:construct ; sh:minCount 1 ] ]
    [ sh:class sh:SPARQLAskExecutable ; sh:property [ sh:path sh:ask ; sh:minCount 1 ] ]
  ) .
[] a sh:NodeShape ;
  sh:targetObjectsOf sh:declare ;
  sh:property [ sh:path sh:prefix ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path sh:namespace ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:anyURI ] .
"""


@pytest.fixture(scope="module")
def description(shipped: ArgumentMap) -> rdflib.Graph:
    return description_of(shipped)


def test_every_query_that_reads_is_an_example(shipped: ArgumentMap, description: rdflib.Graph) -> None:
    names = {
        str(each).removeprefix("https://w3id.org/argmap/query/").partition("?")[0]
        for each in _examples(description)
    }
    assert names == {query.name for query in shipped.catalogue}


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_an_example_has_the_form_that_clients_look_for(description: rdflib.Graph) -> None:
    conforms, _, report = pyshacl.validate(description, shacl_graph=EXAMPLES, shacl_graph_format="turtle")
    assert conforms, report


def test_an_example_is_told_in_a_sentence_and_asked_without_a_head(description: rdflib.Graph) -> None:
    for example in _examples(description):
        (text,) = [o for p in (SH.select, SH.construct, SH.ask) for o in description.objects(example, p)]
        assert "#+" not in str(text)
        assert pyoxigraph.Store().query(str(text)) is not None
        assert re.fullmatch(r"[A-Z].+\.", str(description.value(example, RDFS.comment)))


def test_an_example_names_the_thing_it_asks_about(description: rdflib.Graph) -> None:
    trace = URIRef(
        "https://w3id.org/argmap/query/claims/trace?claim=kuperman-1996%2Fclaim%2Fpressure-drove-habyarimana"
    )
    assert "The claim: kuperman-1996/claim/pressure-drove-habyarimana." in str(
        description.value(trace, RDFS.comment)
    )
    assert "VALUES ?claim { <https://w3id.org/argmap/id/kuperman-1996/claim/pressure" in str(
        description.value(trace, SH.construct)
    )


def test_no_example_asks_about_what_is_not_here(tiny: ArgumentMap) -> None:
    asked = {str(example) for example in _examples(description_of(tiny))}
    assert "https://w3id.org/argmap/query/claims/list" in asked
    assert [
        example for example in asked if "kuperman-1996%2Fclaim" in example and "start=" not in example
    ] == []


def _examples(description: rdflib.Graph) -> list[Any]:
    return sorted(description.subjects(RDF.type, SH.SPARQLExecutable))
