"""Explanations over HTTP: every address, the forms, what is refused, and what is not kept."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Settings

ID = "https://w3id.org/argmap/id/"
HATRED = "/api/v1/claims/kuperman-1996/old-hatred-explains-genocide/explanation"


@pytest.fixture
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root, timeout=30) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("claims/kuperman-1996/mediators-can-provoke-tragedy", "in"),
        ("evidence/kuperman-1996/decades-of-relative-calm", "in"),
        ("arguments/kuperman-1996/hatred-and-violence-were-there", "out"),
        ("attacks/kuperman-1996/hatred-as-rival-cause", "out"),
        ("counterarguments/kuperman-1996/leverage-cuts-both-ways", "in"),
        ("counterarguments/kuperman-1996/evidence/decades-of-relative-calm", "in"),
    ],
)
def test_every_part_of_a_dispute_is_explained(client: httpx.Client, path: str, status: str) -> None:
    document = client.get(f"/api/v1/{path}/explanation").json()
    assert document["status"] == status
    assert document["explanation"]["minimum"]
    assert document["explanation"]["text"].startswith("Why this ")


def test_one_thing_is_the_same_at_both_addresses(client: httpx.Client) -> None:
    thing = {"thing": "kuperman-1996/claim/old-hatred-explains-genocide"}
    assert client.get(HATRED).json() == client.get("/api/v1/explanation", params=thing).json()


def test_the_readings_differ_about_a_claim_that_is_only_argued_for(client: httpx.Client) -> None:
    structured, flat = (
        client.get(HATRED, params={"reading": reading}).json() for reading in ("structured", "flat")
    )
    assert (structured["status"], flat["status"]) == ("out", "in")


@pytest.mark.parametrize(
    ("accept", "begins"),
    [
        ("text/plain", "Why this is defeated\n\n  Claim: "),
        (
            "text/markdown",
            "# Why this is defeated\n\n- [Claim](<https://w3id.org/argmap/id/kuperman-1996/claim/",
        ),
        ("text/vnd.graphviz", "digraph explanation {\n"),
        ("text/csv", "id,element,status,type,label,text,"),
        ("application/sparql-query", "#+ path: /claims/{article}/{slug}/explanation"),
    ],
)
def test_every_form_is_written(client: httpx.Client, accept: str, begins: str) -> None:
    answer = client.get(HATRED, headers={"Accept": accept})
    assert answer.headers["Content-Type"].partition(";")[0] == accept
    assert answer.text.startswith(begins)


def test_an_extension_chooses_the_form(client: httpx.Client) -> None:
    assert client.get(f"{HATRED}.gv").text == client.get(f"{HATRED}?format=dot").text
    assert client.get(f"{HATRED}.txt").text == client.get(f"{HATRED}?format=text").text


def test_a_row_of_the_table_is_a_thing_that_is_told(client: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{HATRED}.csv").text)))
    nodes = client.get(HATRED).json()["nodes"]
    assert [(row["id"], row["status"]) for row in rows] == [(node["id"], node["status"]) for node in nodes]


def test_the_triples_are_those_of_what_is_told(client: httpx.Client) -> None:
    text = client.get(HATRED, headers={"Accept": "application/n-triples"}).text
    for node in client.get(HATRED).json()["nodes"]:
        assert f"<{node['id']}> <http://www.w3.org/2000/01/rdf-schema#label>" in text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("claims/kuperman-1996/old-hatred-explains/explanation", 404, "old-hatred-explains-genocide"),
        ("claims/kuperman-1996/old-hatred-explains-genocide/explanation?semantics=naive", 400, "semi-stable"),
        (
            "claims/kuperman-1996/old-hatred-explains-genocide/explanation?reading=deep",
            400,
            "structured, flat",
        ),
        ("claims/kuperman-1996/old-hatred-explains-genocide/explanation?seconds=0", 400, "give 1 or more"),
        ("counterarguments/kuperman-1996/mediators-can-provoke-tragedy/explanation", 404, "no such thing"),
        ("explanation", 400, "thing: is required"),
        ("explanation?thing=kuperman-1996/footnote/3", 404, "no such thing"),
    ],
)
def test_what_makes_no_sense_is_refused(client: httpx.Client, path: str, status: int, said: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert said in answer.text


def test_the_server_has_the_last_word_on_seconds(shipped: ArgumentMap) -> None:
    with running(shipped, Settings(port=0, explanation_seconds=2.5)) as root:
        asked = [httpx.get(f"{root}{HATRED}?seconds={n}").json()["asked"]["seconds"] for n in (2, 900)]
    assert asked == [2, 2.5]


def test_an_answer_made_in_a_hurry_says_so_and_is_not_kept(shipped: ArgumentMap) -> None:
    with running(shipped, Settings(port=0, explanation_seconds=0.001)) as root:
        answer = httpx.get(f"{root}/api/v1/claims/kuperman-1996/signing-was-proximate-cause/explanation")
    assert answer.headers["Hurried"] == "true"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    document = answer.json()
    assert document["status"] == "in"
    assert document["explanation"]["forces"]
    assert not document["explanation"]["minimum"]
    assert "The time was over" in document["explanation"]["text"]
