"""`/api/v1/frameworks/{article}`: an article as an abstract framework, which solvers read."""

import httpx
import pytest

from argmap.formats import frameworks
from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.model.framework import Framework
from argmap.reasoning.acceptability import grounded
from argmap.vocabulary import ID

PATH = "/api/v1/frameworks/kuperman-1996"
CHOICES = [("structured", "none"), ("structured", "last-link"), ("flat", "none"), ("flat", "last-link")]


def asked(shipped: ArgumentMap, reading: str = "structured", preferences: str = "none") -> Framework:
    return evaluation.reading(shipped, reading, preferences, [ID + "kuperman-1996"]).framework


@pytest.mark.parametrize(("reading", "preferences"), CHOICES)
def test_json_is_the_framework(
    client: httpx.Client, shipped: ArgumentMap, reading: str, preferences: str
) -> None:
    answer = client.get(PATH, params={"reading": reading, "preferences": preferences})
    document = answer.raise_for_status().json()
    names = tuple(each["name"] for each in document["arguments"])
    attacks = tuple((attacker, attacked) for attacker, attacked in document["attacks"])
    assert Framework(names, attacks) == asked(shipped, reading, preferences)
    assert (document["article"], document["reading"]) == (ID + "kuperman-1996", reading)
    kinds = {each["kind"] for each in document["arguments"] if each["name"] == each["thing"]}
    assert kinds == {"statement", "argument", "attack"}


@pytest.mark.parametrize("format_", ["tgf", "apx"])
def test_solvers_read_the_same(client: httpx.Client, shipped: ArgumentMap, format_: str) -> None:
    answer = client.get(f"{PATH}.{format_}").raise_for_status()
    assert answer.headers["Content-Type"].startswith(f"text/x-{format_}")
    read = frameworks.read(answer.content, f"answer.{format_}").framework
    assert sorted(grounded(read).values()) == sorted(grounded(asked(shipped)).values())
    assert len(read.attacks) == len(asked(shipped).attacks)


def test_the_answer_names_its_query_and_is_not_sent_twice(client: httpx.Client) -> None:
    answer = client.get(PATH)
    assert 'evaluation/dispute>; rel="describedby"' in answer.headers["Link"]
    again = client.get(PATH, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    other = client.get(PATH, params={"reading": "flat"})
    assert other.headers["ETag"] != answer.headers["ETag"]


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/v1/frameworks/kuperman-1997", 404, "kuperman-1996"),
        ("/api/v1/frameworks/shared", 404, "shared"),
        ("/api/v1/frameworks/a%22b", 400, "is no IRI"),
        (PATH + "?reading=round", 400, "structured, flat"),
        (PATH + "?preferences=mine", 400, "none, last-link"),
        (PATH + "?semantics=grounded", 400, "semantics"),
        (PATH + "?format=csv", 400, "json, tgf, apx"),
        (PATH + "?reading=flat&reading=flat", 400, "more than once"),
    ],
)
def test_what_is_not_there_is_told(client: httpx.Client, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert says in answer.text


def test_assessments_are_filtered_and_paged(client: httpx.Client) -> None:
    asked = {"article": "kuperman-1996", "semantics": "grounded", "reading": "structured", "label": "out"}
    first = client.get("/api/v1/assessments", params={**asked, "limit": "20"}).raise_for_status()
    second = client.get(first.links["next"]["url"]).raise_for_status()
    items = [*first.json()["items"], *second.json()["items"]]
    assert first.json()["total"] == len({item["id"] for item in items}) == 36
    assert {item["label"] for item in items} == {"out"}
    one = client.get(items[0]["id"].replace(ID, "/api/v1/assessments/").replace("/assessment/", "/"))
    assert one.raise_for_status().json()["label"] == "out"
    assert client.get(items[0]["id"].replace("https://w3id.org/argmap", "")).status_code == 200
