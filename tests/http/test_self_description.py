"""Clients that know nothing of us but the endpoint's address: editors, federated and language-model clients.

They ask the endpoint, without naming a graph, for its classes and their properties (VoID), for example
queries (SHACL) and for prefixes, and write queries from what they get.
"""

from typing import Any

import httpx
import pytest

PREFIXES = """
PREFIX am: <https://w3id.org/argmap/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX void-ext: <http://ldf.fi/void-ext#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SCHEMA = """
SELECT DISTINCT ?class ?property ?valueClass ?datatype WHERE {
  ?part void:class ?class .
  ?part void:propertyPartition ?used .
  ?used void:property ?property .
  OPTIONAL { ?used void:classPartition/void:class ?valueClass }
  OPTIONAL { ?used void-ext:datatypePartition/void-ext:datatype ?datatype }
}
"""
EXAMPLES = """
SELECT DISTINCT ?query ?comment ?text WHERE {
  ?query a sh:SPARQLExecutable .
  ?query rdfs:comment ?comment .
  ?query sh:select|sh:construct|sh:ask|sh:describe ?text .
}
ORDER BY ?query
"""
NAMESPACES = "SELECT ?prefix ?namespace WHERE { ?any sh:prefix ?prefix . ?any sh:namespace ?namespace }"
AM = "https://w3id.org/argmap/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def schema(client: httpx.Client) -> set[tuple[str, str, str]]:
    """Class, property, and the class or datatype of the value."""
    rows = asked(client, SCHEMA)
    return {(row["class"], row["property"], row.get("valueClass", row.get("datatype", ""))) for row in rows}


@pytest.fixture(scope="module")
def examples(client: httpx.Client) -> list[dict[str, str]]:
    return asked(client, EXAMPLES)


def test_a_class_leads_to_its_properties_and_their_values(schema: set[tuple[str, str, str]]) -> None:
    assert (f"{AM}Claim", f"{AM}text", f"{XSD}string") in schema
    assert (f"{AM}Claim", f"{AM}expressedIn", f"{AM}Passage") in schema
    assert (f"{AM}Argument", f"{AM}hasPremise", f"{AM}Testimony") in schema
    assert (f"{AM}Footnote", f"{AM}noteNumber", f"{XSD}integer") in schema


def test_classes_and_properties_that_follow_are_there_too(schema: set[tuple[str, str, str]]) -> None:
    assert (f"{AM}Counterargument", f"{AM}text", f"{XSD}string") in schema
    assert f"{AM}tracesToSource" in {
        property_ for class_, property_, _ in schema if class_ == f"{AM}Statement"
    }


def test_a_query_made_from_the_schema_finds_something(client: httpx.Client) -> None:
    rows = asked(
        client,
        "SELECT ?text { ?claim a am:Claim ; am:text ?text ; am:expressedIn ?place . ?place a am:Passage }",
    )
    assert len(rows) > 10


def test_an_example_is_found_by_what_it_tells(examples: list[dict[str, str]]) -> None:
    (trace,) = [each for each in examples if each["comment"].startswith("Every path from a claim")]
    assert "CONSTRUCT" in trace["text"]
    assert "am:citesNote" in trace["text"]


def test_every_example_is_answered(client: httpx.Client, examples: list[dict[str, str]]) -> None:
    refused = {
        each["query"]: answer.text
        for each in examples
        if (answer := client.post("/sparql", data={"query": each["text"]})).status_code != 200
    }
    assert len(examples) > 50
    assert refused == {}


def test_every_example_about_a_thing_finds_something(
    client: httpx.Client, examples: list[dict[str, str]]
) -> None:
    about = [each for each in examples if "detail?" in each["query"] or "/list" in each["query"]]
    assert len(about) > 20
    for each in about:
        answer = client.post(
            "/sparql", data={"query": each["text"]}, headers={"Accept": "text/csv, application/n-triples"}
        )
        assert len(answer.text.splitlines()) > 1, each["query"]


def test_prefixes_can_be_had(client: httpx.Client) -> None:
    declared = {row["prefix"]: row["namespace"] for row in asked(client, NAMESPACES)}
    assert declared["am"] == AM
    assert declared["void"] == "http://rdfs.org/ns/void#"


def asked(client: httpx.Client, query: str) -> list[dict[str, str]]:
    headers = {"Accept": "application/sparql-results+json"}
    answer = client.get("/sparql", params={"query": PREFIXES + query}, headers=headers)
    assert answer.status_code == 200, answer.text
    bindings: list[dict[str, Any]] = answer.json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]
