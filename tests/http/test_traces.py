"""A trace over HTTP: its forms, how it is cited, and what it refuses."""

import csv
import io

import httpx
import pytest
import rdflib

from argmap import __version__
from argmap.graph.argument_map import ArgumentMap

CLAIM = "kuperman-1996/claim/pressure-drove-habyarimana"
TRACE = "/api/v1/claims/kuperman-1996/pressure-drove-habyarimana/trace"
ID = "https://w3id.org/argmap/id/"


@pytest.mark.parametrize(
    ("media_type", "extension"),
    [
        ("application/ld+json", "json"),
        ("text/markdown", "md"),
        ("text/csv", "csv"),
        ("text/turtle", "ttl"),
    ],
)
def test_each_form_is_had_by_accept_and_by_extension(
    client: httpx.Client, media_type: str, extension: str
) -> None:
    accepted = client.get(TRACE, headers={"Accept": media_type})
    assert accepted.headers["content-type"].partition(";")[0] == media_type
    assert client.get(f"{TRACE}.{extension}").content == accepted.content


def test_a_trace_says_what_it_is_cited_as(client: httpx.Client, shipped: ArgumentMap) -> None:
    answer = client.get(TRACE)
    assert f'<{ID}{CLAIM}/trace>; rel="cite-as"' in answer.headers["link"]
    assert answer.json()["dataset"] == {"version": __version__, "digest": shipped.digest}
    assert shipped.digest in client.get(f"{TRACE}.md").text
    assert {row["digest"] for row in csv.DictReader(io.StringIO(client.get(f"{TRACE}.csv").text))} == {
        shipped.digest
    }


def test_what_it_is_cited_as_answers_it(client: httpx.Client) -> None:
    assert client.get(f"/id/{CLAIM}/trace").json() == client.get(TRACE).json()
    assert client.get(f"/id/{CLAIM}/trace.md").text == client.get(f"{TRACE}.md").text


@pytest.mark.parametrize("thing", ["source/african-rights-1994", "kuperman-1996/footnote/23"])
def test_a_source_and_a_note_are_traced_at_their_iris(client: httpx.Client, thing: str) -> None:
    document = client.get(f"/id/{thing}/trace").json()
    assert document["id"] == ID + thing
    assert document["total"] > 0


def test_what_cannot_be_traced_has_no_trace(client: httpx.Client) -> None:
    assert client.get("/id/agent/marc-rugenera/trace").status_code == 404
    assert client.get("/id/kuperman-1996/claim/no-such-claim/trace").status_code == 404
    assert client.get("/api/v1/footnotes/kuperman-1996/99/trace").status_code == 404


def test_the_style_of_citations_is_a_parameter(client: httpx.Client) -> None:
    notes, apa = (client.get(f"{TRACE}.md", params=given).text for given in ({}, {"style": "apa"}))
    assert "African Rights, *Rwanda—Death, Despair and Defiance* (London: African Rights, 1994), 87." in notes
    assert "African Rights. (1994)" in apa


@pytest.mark.parametrize("style", ["no-such-style", "../../etc/passwd", ""])
def test_a_style_that_is_not_there_is_refused(client: httpx.Client, style: str) -> None:
    answer = client.get(TRACE, params={"style": style})
    assert answer.status_code == 400
    assert "style" in answer.json()["detail"]


def test_only_traces_take_a_style(client: httpx.Client) -> None:
    assert client.get("/api/v1/claims", params={"style": "apa"}).status_code == 400


def test_the_turtle_holds_every_statement_of_the_trace(client: httpx.Client) -> None:
    facts = rdflib.Graph().parse(data=client.get(f"{TRACE}.ttl").text)
    texts = {
        str(text) for text in facts.objects(None, rdflib.URIRef("https://w3id.org/argmap/ontology#text"))
    }
    table = csv.DictReader(io.StringIO(client.get(f"{TRACE}.csv").text))
    assert {row["text"] for row in table} <= texts
