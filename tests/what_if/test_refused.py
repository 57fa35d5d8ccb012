"""What makes no sense is refused, with the place of the fault."""

import json
from typing import Any

import httpx
import pytest

PATH = "/api/v1/what-if"
A = "kuperman-1996"
THESIS = f"{A}/claim/mediators-can-provoke-tragedy"
SAID = f"{A}/evidence/rugenera-saw-great-pressure"
ATTACK = {"attackingStatement": SAID, "attackedElement": THESIS}

REFUSED: list[tuple[object, int, str, str]] = [
    ([], 400, "#", "an array, not an object"),
    (None, 400, "#", "null, not an object"),
    ({}, 400, "#", "has no article"),
    ({"article": 1}, 400, "#/article", "a number, not the IRI"),
    ({"article": ""}, 400, "#/article", "no IRI"),
    ({"article": "kuperman 1996"}, 400, "#/article", "no IRI"),
    ({"article": "a\udfff"}, 400, "#/article", "no IRI"),
    ({"article": "kuperman-1997"}, 404, "#/article", "Nearest: kuperman-1996"),
    ({"article": THESIS}, 400, "#/article", "is no article"),
    ({"article": A, "withdrawn": []}, 400, "#/withdrawn", "Nearest: withdraw"),
    ({"article": A, "a/b~ü": 1}, 400, "#/a~1b~0%C3%BC", "no such member"),
    ({"article": A, "withdraw": "source/orr-1993"}, 400, "#/withdraw", "a text, not an array"),
    ({"article": A, "withdraw": {}}, 400, "#/withdraw", "an object, not an array"),
    ({"article": A, "withdraw": [True]}, 400, "#/withdraw/0", "true or false, not the IRI"),
    ({"article": A, "withdraw": ["source/none"]}, 404, "#/withdraw/0", "no such thing"),
    ({"article": A, "withdraw": [A]}, 400, "#/withdraw/0", "kind Article; give a source"),
    ({"article": A, "withdraw": ["http://example.org/x"]}, 404, "#/withdraw/0", "no such thing"),
    ({"article": A, "withdraw": [THESIS, SAID, THESIS]}, 400, "#/withdraw/2", "same as #/withdraw/0"),
    ({"article": A, "withdraw": [f"s{n}" for n in range(101)]}, 400, "#/withdraw", "at most 100"),
    ({"article": A, "assume": ["source/orr-1993"]}, 400, "#/assume/0", "give a statement"),
    ({"article": A, "assume": [f"{A}/claim/none"]}, 404, "#/assume/0", "no such thing"),
    ({"article": A, "withdraw": [THESIS], "assume": [THESIS]}, 400, "#/assume/0", "Choose one"),
    ({"article": A, "attacks": [THESIS]}, 400, "#/attacks/0", "a text, not an object"),
    ({"article": A, "attacks": [{"attackingStatement": SAID}]}, 400, "#/attacks/0", "no attackedElement"),
    ({"article": A, "attacks": [{**ATTACK, "on": 1}]}, 400, "#/attacks/0/on", "no such member"),
    ({"article": A, "attacks": [ATTACK, ATTACK]}, 400, "#/attacks/1", "same as #/attacks/0"),
    (
        {"article": A, "attacks": [{**ATTACK, "attackedElement": "source/orr-1993"}]},
        400,
        "#/attacks/0/attackedElement",
        "give a statement, an argument or an attack",
    ),
    (
        {"article": A, "attacks": [ATTACK], "withdraw": [SAID]},
        400,
        "#/attacks/0/attackingStatement",
        "neither attacks nor is attacked",
    ),
    ({"article": A, "semantics": "naive"}, 400, "#/semantics", "give one of grounded, complete"),
    ({"article": A, "reading": None}, 400, "#/reading", "give one of structured, flat"),
    ({"article": A, "preferences": ["none"]}, 400, "#/preferences", "give one of none, last-link"),
]


@pytest.mark.parametrize(("body", "status", "pointer", "said"), REFUSED, ids=lambda value: str(value)[:60])
def test_a_body_that_does_not_fit_is_refused(
    client: httpx.Client, body: object, status: int, pointer: str, said: str
) -> None:
    answer = post(client, json.dumps(body))
    problem = answer.json()
    assert (answer.status_code, problem["pointer"]) == (status, pointer)
    assert said in problem["detail"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b'{"article": NaN}', "NaN is no number"),
        (b'{"article": "a", "article": "b"}', 'the member "article" is given twice'),
        (b'{"article": "\xff"}', "not in UTF-8"),
        (b"[" * 90_000, "no JSON"),
    ],
)
def test_a_text_that_is_no_json_is_refused(client: httpx.Client, text: bytes, said: str) -> None:
    answer = post(client, text)
    assert (answer.status_code, answer.json()["pointer"]) == (400, "#")
    assert said in answer.json()["detail"]


def test_what_goes_with_a_note_cannot_attack(client: httpx.Client) -> None:
    """Three statements stand only in note 23."""
    alone = post(client, json.dumps({"article": A, "withdraw": [f"{A}/footnote/23"]})).json()
    gone = next(each["id"] for each in alone["withdrawnWith"] if "/claim/" in each["id"])
    attack = {"attackingStatement": gone, "attackedElement": THESIS}
    both = {"article": A, "withdraw": [f"{A}/footnote/23"], "attacks": [attack]}
    answer = post(client, json.dumps(both))
    assert answer.json()["pointer"] == "#/attacks/0/attackingStatement"
    assumed = post(client, json.dumps({**both, "assume": [gone]})).json()
    assert [each["id"] for each in assumed["assumed"]] == [gone]


def test_only_post_and_options_are_taken(client: httpx.Client) -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, PATH)
        assert (answer.status_code, answer.headers["allow"]) == (405, "OPTIONS, POST")
    assert client.options(PATH).headers["allow"] == "POST, OPTIONS"


@pytest.mark.parametrize(
    "media_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
def test_other_media_types_are_refused(client: httpx.Client, media_type: str) -> None:
    answer = client.post(PATH, content=b"{}", headers={"Content-Type": media_type} if media_type else {})
    assert (answer.status_code, answer.headers["accept"]) == (415, "application/json")


def test_nothing_else_is_offered_than_json_and_csv(client: httpx.Client) -> None:
    answer = post(client, "{}", Accept="text/turtle")
    assert (answer.status_code, answer.json()["offered"]) == (406, ["application/json", "text/csv"])
    assert client.post(f"{PATH}?page=1", json={"article": A}).status_code == 400


def test_a_body_has_a_largest_size(client: httpx.Client) -> None:
    assert post(client, b" " * 200_001).status_code == 413


def post(client: httpx.Client, text: str | bytes, **headers: str) -> httpx.Response:
    """Ask with a body as it is."""
    return client.post(PATH, content=text, headers={"Content-Type": "application/json", **headers})


def test_every_refusal_is_a_problem(client: httpx.Client) -> None:
    answers: list[Any] = [post(client, "{"), client.get(PATH), client.post(PATH, content=b"")]
    assert {each.headers["content-type"] for each in answers} == {"application/problem+json"}
