"""`/api/v1/audits` over HTTP."""

import csv
from collections.abc import Iterator
from io import StringIO

import httpx
import pytest
from tests.audits.conftest import by_audit, expected

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.audit import short_name

AUDITS = "/api/v1/audits"


@pytest.fixture(scope="module")
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root) as asking:
        yield asking


def test_the_index_lists_every_audit(client: httpx.Client, shipped: ArgumentMap) -> None:
    items = client.get(AUDITS).json()["items"]
    assert [item["name"] for item in items] == [short_name(query) for query in shipped.catalogue.audits()]
    assert all(client.get(item["url"]).status_code == 200 for item in items)


def test_the_note_audits_are_run_together(client: httpx.Client) -> None:
    answer = client.get(f"{AUDITS}/notes").json()
    assert by_audit(answer["items"]) == expected("kuperman-1996.json")
    assert answer["total"] == len(answer["items"]) == answer["warnings"] + answer["remarks"]
    assert "numbering-gaps" in answer["audits"]
    assert "circular-support" not in answer["audits"]


def test_one_audit_names_its_query_and_gives_it(client: httpx.Client) -> None:
    answer = client.get(f"{AUDITS}/misprinted-numbers")
    query = answer.links["describedby"]["url"]
    assert query.endswith("/api/v1/queries/audits/misprinted-numbers")
    accept = {"Accept": "application/sparql-query"}
    given = client.get(f"{AUDITS}/misprinted-numbers?article=kuperman-1996", headers=accept).text
    assert "VALUES ?article { <https://w3id.org/argmap/id/kuperman-1996> }" in given


def test_a_finding_says_where_to_look_and_what_to_do(client: httpx.Client) -> None:
    [first, _] = client.get(f"{AUDITS}/misprinted-numbers").json()["items"]
    assert first["subject"] == "https://w3id.org/argmap/id/kuperman-1996/marker/231-13"
    assert first["article"] == "https://w3id.org/argmap/id/kuperman-1996"
    assert (first["severity"], first["noteNumber"], first["pages"]) == ("warning", 23, [231])
    assert "https://w3id.org/argmap/id/source/watson-1992" in first["evidence"]
    assert first["remedy"] == "Print the number of the note."


def test_findings_come_as_a_table(client: httpx.Client) -> None:
    rows = list(csv.DictReader(StringIO(client.get(f"{AUDITS}/lost-markers.csv").text)))
    assert len(rows) == 17
    assert rows[0]["pages"] == "224; 225; 226"
    assert rows[0]["evidence"].endswith("/lacuna/three-sectors")


def test_findings_come_in_pages(client: httpx.Client) -> None:
    whole = client.get(f"{AUDITS}/notes").json()
    page = client.get(f"{AUDITS}/notes?limit=10&offset=10")
    assert page.json()["items"] == whole["items"][10:20]
    assert page.json()["total"] == whole["total"]
    assert {"first", "prev", "next", "last"} <= page.links.keys()


def test_an_article_with_nothing_to_find_is_no_error(client: httpx.Client) -> None:
    answer = client.get(f"{AUDITS}/circular-support?article=kuperman-1996")
    assert answer.json()["items"] == []


def test_the_same_question_has_the_same_answer(client: httpx.Client) -> None:
    first, second = client.get(f"{AUDITS}/notes"), client.get(f"{AUDITS}/notes")
    assert first.content == second.content
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"{AUDITS}/notes", headers=tag).status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/numbering-gap", 404, "not-found"),
        ("/notes?article=nobody-1900", 404, "not-found"),
        ("/notes?article=%3Cx%3E%20%7D", 400, "bad-parameter"),
        ("/notes?page=231", 400, "unknown-parameter"),
        ("/notes?limit=0", 400, "bad-parameter"),
        ("/notes?format=turtle", 400, "bad-parameter"),
        ("?article=kuperman-1996", 400, "unknown-parameter"),
    ],
)
def test_what_does_not_fit_is_told(client: httpx.Client, path: str, status: int, type_: str) -> None:
    answer = client.get(AUDITS + path)
    assert (answer.status_code, answer.json()["type"].rpartition("/")[2]) == (status, type_)


def test_a_mistyped_audit_is_told_its_neighbours(client: httpx.Client) -> None:
    assert "numbering-gaps" in client.get(f"{AUDITS}/numbering-gap").json()["nearest"]
