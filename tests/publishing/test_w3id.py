"""The redirects for w3id.org/argmap lead each name to what the server answers there."""

import re
from pathlib import Path
from typing import cast

import httpx
import pytest
from pyoxigraph import QuerySolutions
from tests.publishing.htaccess import read, redirect

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import BASE

FILE = Path("ontology/w3id/.htaccess")
SERVER = "https://argmap.example.org"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
PROTEGE = "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09"
NT = "application/n-triples"
JENA = "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3"
TABLE = [
    ("", BROWSER, 302, "/", "text/html"),
    ("context.jsonld", "application/ld+json", 302, "/context.jsonld", "application/ld+json"),
    ("context", "*/*", 302, "/context.jsonld", "application/ld+json"),
    ("ontology", BROWSER, 303, "/ontology.html", "text/html"),
    ("ontology", "text/turtle", 303, "/ontology.ttl", "text/turtle"),
    ("ontology", "TEXT/TURTLE", 303, "/ontology.ttl", "text/turtle"),
    ("ontology", "application/rdf+xml", 303, "/ontology.rdf", "application/rdf+xml"),
    ("ontology", "application/ld+json", 303, "/ontology.jsonld", "application/ld+json"),
    ("ontology", "application/n-triples", 303, "/ontology.nt", "application/n-triples"),
    ("ontology", "application/n-triples, text/turtle;q=0.5", 303, "/ontology", "application/n-triples"),
    ("ontology", "text/html;q=0.1, text/turtle", 303, "/ontology", "text/turtle"),
    ("ontology", "text/turtle;q=0.5, text/html;q=0.9", 303, "/ontology", "text/html"),
    ("ontology", PROTEGE, 303, "/ontology", "application/rdf+xml"),
    ("ontology", JENA, 303, "/ontology", "text/turtle"),
    ("ontology", "*/*", 303, "/ontology", "text/turtle"),
    ("ontology", "", 303, "/ontology", "text/turtle"),
    ("ontology.ttl", BROWSER, 302, "/ontology.ttl", "text/turtle"),
    ("ontology/1.0.0", BROWSER, 303, "/ontology/1.0.0.html", "text/html"),
    ("ontology/1.0.0", "text/turtle", 303, "/ontology/1.0.0.ttl", "text/turtle"),
    ("ontology/1.0.0.rdf", "*/*", 302, "/ontology/1.0.0.rdf", "application/rdf+xml"),
    ("ontology/1.0.0/alignments", "*/*", 303, "/ontology/1.0.0/alignments", "text/turtle"),
    ("ontology/alignments", BROWSER, 303, "/ontology/alignments.html", "text/html"),
    ("ontology/alignments/spar", "text/turtle", 303, "/ontology/alignments/spar.ttl", "text/turtle"),
    ("ontology/alignments/spar/1.0.0", BROWSER, 303, "/ontology/alignments/spar/1.0.0.html", "text/html"),
    ("id/kuperman-1996", "text/turtle", 303, "/id/kuperman-1996", "text/turtle"),
    ("id/kuperman-1996/footnote/23", "*/*", 303, "/id/kuperman-1996/footnote/23", "application/ld+json"),
    ("id/source/african-rights-1994.nt", "", 303, "/id/source/african-rights-1994.nt", NT),
    ("query/claims/list", "*/*", 303, "/api/v1/queries/claims/list", "application/ld+json"),
    ("graph/kuperman-1996", "text/turtle", 303, "/.well-known/void", "text/turtle"),
    ("problem/not-found", BROWSER, 303, "/docs", "text/html"),
    ("limit", BROWSER, 303, "/docs", "text/html"),
]
RULES = read(FILE)


@pytest.mark.parametrize(("path", "accept", "status", "target", "media_type"), TABLE)
def test_a_name_leads_to_its_document(
    client: httpx.Client, path: str, accept: str, status: int, target: str, media_type: str
) -> None:
    assert redirect(RULES, path, {"Accept": accept}) == (status, SERVER + target)
    answer = client.get(target, headers={"Accept": accept or "*/*"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize("path", ["ontologies", "ontology.exe", "idea", "id/", "contexts", "x/ontology"])
def test_what_has_no_name_is_not_redirected(path: str) -> None:
    assert redirect(RULES, path, {"Accept": BROWSER}) is None


def test_every_rule_is_taken_by_a_row_of_the_table() -> None:
    used = {
        rule.substitution
        for path, accept, *_ in TABLE
        for rule in RULES
        if redirect([RULES[0], rule], path, {"Accept": accept}) == redirect(RULES, path, {"Accept": accept})
    }
    assert used == {rule.substitution for rule in RULES} - {"-"}


def test_every_iri_in_the_data_is_redirected(shipped: ArgumentMap) -> None:
    ours = f'FILTER(ISIRI(?s) && STRSTARTS(STR(?s), "{BASE}"))'
    query = f"SELECT DISTINCT (STR(?s) AS ?iri) {{ ?s ?p ?o {ours} }}"
    rows = cast("QuerySolutions", shipped.store.query(query))
    iris = [re.split("[?#]", row["iri"].value.removeprefix(BASE))[0] for row in rows]
    assert len(iris) > 1000
    assert [iri for iri in iris if redirect(RULES, iri, {"Accept": "*/*"}) is None] == []


def test_the_server_stands_in_one_line() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.count(SERVER) == 1
    assert "TO BE FILLED IN" in text
    assert re.findall(r"https?://(?!w3id\.org|argmap\.example)\S+", text) == []


def test_a_rule_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    file = tmp_path / ".htaccess"
    file.write_text("RewriteRule ^x$ /y [R=302,PT]\n")
    with pytest.raises(ValueError, match="unknown flags"):
        read(file)
