"""What JSON answers mean as RDF is what the store holds."""

from io import BytesIO

import httpx
import pytest
import rdflib

from argmap.catalogue.catalogue import load
from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.http.openapi import path_example
from argmap.shipped import folder

# rdflib's own parser of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

ENDPOINTS = load(folder("queries")).endpoints()


def address(query: QueryFile) -> str:
    # Of the things that may be withdrawn together, none has to be: then there is nothing to say.
    something = "?source=african-rights-1994" if query.name == "impact/several" else ""
    if query.name == "explanations/thing":
        something = f"?thing={query.parameter('thing').example}"
    return "/api/v1" + str(query.path).format(**path_example(query)) + something


@pytest.fixture(scope="module")
def held(shipped: ArgumentMap) -> rdflib.Graph:
    everything = shipped.sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    text = everything.write(next(each for each in everything.formats if each.name == "ntriples"))
    return rdflib.Graph().parse(BytesIO(text), format="nt")


@pytest.mark.parametrize("query", ENDPOINTS, ids=lambda query: query.name)
def test_an_answer_says_only_what_the_store_holds(
    client: httpx.Client, held: rdflib.Graph, query: QueryFile
) -> None:
    answer = client.get(address(query))
    assert answer.status_code == 200
    said = rdflib.Graph().parse(data=answer.text, format="json-ld", base="urn:nothing:")
    assert len(said) > 3
    assert [triple for triple in said if triple not in held] == []


@pytest.mark.parametrize("thing", ["kuperman-1996", "kuperman-1996/footnote/23", "agent/alan-j-kuperman"])
def test_a_thing_says_only_what_the_store_holds(client: httpx.Client, held: rdflib.Graph, thing: str) -> None:
    said = rdflib.Graph().parse(data=client.get(f"/id/{thing}").text, format="json-ld")
    assert len(said) > 3
    assert [triple for triple in said if triple not in held] == []
