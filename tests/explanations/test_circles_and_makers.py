"""Circles of support, attacks that several statements make, and the words for what nothing speaks for."""

import re
from typing import Any

import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.explanations import ExplanationReport

HEAD = """@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://w3id.org/argmap/id/ring-2001/claim/> .
@prefix a: <https://w3id.org/argmap/id/ring-2001/argument/> .
@prefix x: <https://w3id.org/argmap/id/ring-2001/attack/> .
<https://w3id.org/argmap/id/ring-2001> a am:Article ; rdfs:label "Ring" .
"""
ARGUMENTS = {
    "yA": ("y1", "y2"), "yB": ("y2", "y1"), "yC": ("y4", "y1"),
    "c12": ("c1", "c2"), "c21": ("c2", "c1"), "loop": ("self", "self"),
}  # fmt: skip
ATTACKS = {"y34": ("y3", "y4"), "y43": ("y4", "y3"), "mX": ("m1, :m2", "t"), "cX": ("c1, :c2", "d")}
CLAIMS = ("y1", "y2", "y3", "y4", "c1", "c2", "self", "m1", "m2", "t", "d")
CERTAINTY = {"m1": "possible", "m2": "asserted", "t": "probable"}


def turtle() -> str:
    claims = [
        f':{name} a am:Claim ; rdfs:label "{name}" ; am:text "It is so: {name}."'
        + (f" ; am:certainty am:{CERTAINTY[name]} ." if name in CERTAINTY else " .")
        for name in CLAIMS
    ]
    arguments = [
        f'a:{name} a am:Argument ; rdfs:label "{name}" ; am:hasPremise :{start} ; am:hasConclusion :{end} .'
        for name, (start, end) in ARGUMENTS.items()
    ]
    attacks = [
        f'x:{name} a am:Attack ; rdfs:label "{name}" ; am:attackingStatement :{by} ; '
        f"am:attackedPremise :{at} ."
        for name, (by, at) in ATTACKS.items()
    ]
    return HEAD + "\n".join([*claims, *arguments, *attacks])


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    folder = tmp_path_factory.mktemp("data") / "ring-2001"
    folder.mkdir()
    (folder / "argument.ttl").write_text(turtle(), encoding="utf-8")
    return build([folder.parent], check=False)


def explained(graph: ArgumentMap, thing: str, **asked: str) -> tuple[dict[str, Any], str]:
    answer = graph.answer("explanations/thing", {"thing": f"ring-2001/{thing}", **asked})
    assert isinstance(answer, ExplanationReport)
    return answer.document, re.sub(r" \[[^]]*\]", "", answer.text())


def statuses(document: dict[str, Any]) -> dict[str, str]:
    return {node["id"].rpartition("/")[2]: node["status"] for node in document["nodes"]}


def test_what_a_circle_leaves_out_is_undecided_like_the_rest_of_it(ring: ArgumentMap) -> None:
    document, text = explained(ring, "claim/y1")
    assert set(statuses(document).values()) == {"undecided"}
    assert {"yB", "yC", "y2"} <= statuses(document).keys()
    assert "argument “yB” is undecided: apart from the circle, " in text
    assert "y2. — apart from the circle, its only argument rests on “y1” itself; a circle" in text
    assert "nothing speaks for it" not in text


def test_an_argument_from_what_is_explained_is_named_as_such(ring: ArgumentMap) -> None:
    assert "and another argument rests on “y2” itself; a circle holds" in explained(ring, "claim/y2")[1]


def test_a_bare_circle_is_unsupported_and_not_defeated(ring: ArgumentMap) -> None:
    document, text = explained(ring, "claim/c1")
    assert statuses(document) == {"c1": "out", "c2": "out", "c21": "out"}
    assert [node["id"][-2:] for node in document["nodes"] if node.get("unsupported")] == ["c1", "c2"]
    assert "Why this is unsupported" in text
    assert "c2. — its only argument rests on “c1” itself; a circle holds nothing up" in text
    assert "defeated" not in text


def test_what_supports_itself_rests_on_itself(ring: ArgumentMap) -> None:
    assert (
        "Unsupported because its only argument rests on itself; a circle" in explained(ring, "claim/self")[1]
    )


@pytest.mark.parametrize("reading", ["structured", "flat"])
@pytest.mark.parametrize("preferences", ["none", "last-link"])
def test_who_makes_an_attack_is_named(ring: ArgumentMap, reading: str, preferences: str) -> None:
    document, text = explained(ring, "claim/t", reading=reading, preferences=preferences)
    assert statuses(document)["mX"] == "in"
    assert "objection “mX” succeeds: made with “m1” or “m2”, and nobody answers it" in text
    assert not re.search(r"\bthat it is ", text)
    # In the last link the weak maker does not count, in the flat reading makers are named alone.
    made = re.findall(r"made with an? \w+ statement: It is so: (\w+)", text)
    assert made == ([] if reading == "flat" else ["m1"] if preferences == "none" else ["m2"])


def test_an_attack_that_several_could_make_fails_by_all_of_them(ring: ArgumentMap) -> None:
    document, text = explained(ring, "claim/d")
    assert statuses(document)["cX"] == "out"
    assert "objection “cX” fails: made with “c1” or “c2”, and neither of them stands" in text


def test_the_flat_reading_settles_within_its_framework(ring: ArgumentMap) -> None:
    within = "Within the framework of this reading that settles it by itself"
    assert within in explained(ring, "claim/t", reading="flat")[1]
    assert within not in explained(ring, "claim/t")[1]
