"""Comunica, as it comes from npm, given nothing but the address of the endpoint."""

import json
from pathlib import Path
from typing import Any

from tests.clients import node

from argmap.formats.registry import GRAPHS, RESULTS
from argmap.vocabulary import AM, ID, RDF

_SCRIPT = Path(__file__).with_name("comunica.mjs")
THESIS = f"{ID}kuperman-1996/claim/mediators-can-provoke-tragedy"
SD = "http://www.w3.org/ns/sparql-service-description#"


def ask(address: str, query: str) -> Any:
    return json.loads(node.run(_SCRIPT, address, text=query))


def test_comunica_reads_rows(root: str) -> None:
    told = ask(f"{root}/sparql", f"SELECT ?thesis {{ ?thesis a <{AM}Thesis> }}")
    assert told["answer"] == [{"thesis": THESIS}]


def test_comunica_reads_a_graph(root: str) -> None:
    told = ask(f"{root}/sparql", f"CONSTRUCT WHERE {{ ?thesis a <{AM}Thesis> }}")
    assert told["answer"] == [[THESIS, f"{RDF}type", f"{AM}Thesis"]]


def test_comunica_reads_a_truth_value(root: str) -> None:
    told = ask(f"{root}/sparql", f"ASK {{ <{THESIS}> a <{AM}Thesis> }}")
    assert (told["type"], told["answer"]) == ("boolean", True)


def test_comunica_has_the_whole_query_answered_here(root: str) -> None:
    query = f"SELECT ?kind (COUNT(*) AS ?n) {{ ?s <{AM}text> ?text; a ?kind }} GROUP BY ?kind ORDER BY ?kind"
    told = ask(f"{root}/sparql", query)
    assert len(told["answer"]) > 5
    assert [(each["asks"], each["status"]) for each in told["requests"]] == [(False, 200), (True, 200)]


def test_comunica_learns_from_the_service_description(root: str) -> None:
    learnt = ask(f"{root}/sparql", "ASK {}")["learnt"]
    assert learnt["sparqlService"] == f"{root}/sparql"
    assert learnt["unionDefaultGraph"] is True
    assert f"{SD}SPARQL11Query" in learnt["supportedLanguages"]
    assert {format_.iri for format_ in (*RESULTS, *GRAPHS)} == set(learnt["resultFormats"])
