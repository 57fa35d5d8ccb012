"""Why a thing changes: by what its reading asks of it, and never by way of itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.what_if.made_up import ARTICLE, Article, Attacking

from argmap.cli.main import main
from argmap.graph.what_if.answering import what_if
from argmap.graph.what_if.wanted import read

NOBODY: frozenset[str] = frozenset()
NOTES = {"n0": frozenset({"w0"}), "n1": frozenset({"w1"})}
Captured = pytest.CaptureFixture[str]


def claims(*bare: str, **noted: str) -> dict[str, frozenset[str]]:
    """Return claims, the thesis c0 first: without notes, and each with one."""
    named = {"c0": NOBODY, **dict.fromkeys(bare, NOBODY)}
    return {**named, **{name: frozenset({note}) for name, note in noted.items()}}


def because(folder: Path, article: Article, **asked: Any) -> Mapping[str, list[tuple[str, str]]]:
    """Return of each thing that changes what it changes by."""
    found = what_if(article.built(folder), read({"article": ARTICLE, **asked}))
    return {
        item["label"]: [(each["as"], each["label"]) for each in item["because"]] for item in found["items"]
    }


def thing(kind: str, name: str) -> str:
    return f"{ARTICLE}/{kind}/{name}"


CIRCLE = {"aA": (frozenset({"c1"}), "c2"), "aB": (frozenset({"c2"}), "c1")}


def test_what_is_assumed_in_a_circle_stands_by_that_alone(tmp_path: Path) -> None:
    article = Article(claims("c1", "c2"), NOTES, CIRCLE)
    assert because(tmp_path, article, assume=[thing("claim", "c1")]) == {
        "c1": [("assumption", "c1")],
        "c2": [("argument", "aA")],
        "aA": [("premise", "c1")],
        "aB": [("premise", "c2")],
    }


def test_what_loses_its_source_in_a_circle_falls_by_that_alone(tmp_path: Path) -> None:
    article = Article(claims("c2", c1="n0"), NOTES, CIRCLE)
    found = because(tmp_path, article, withdraw=["source/w0"])
    assert (found["c1"], found["c2"]) == ([("source", "w0")], [("argument", "aA")])


def test_an_argument_of_a_circle_with_grounds_of_its_own_is_a_reason(tmp_path: Path) -> None:
    article = Article(claims("c1", "c2"), NOTES, CIRCLE)
    found = because(tmp_path, article, assume=[thing("claim", "c1"), thing("claim", "c2")])
    assert found["c1"] == [("argument", "aB"), ("assumption", "c1")]


def test_a_longer_circle_is_left_out_and_the_way_in_is_told(tmp_path: Path) -> None:
    arguments = {"aIn": (frozenset({"c3"}), "c1"), **CIRCLE}
    article = Article(claims("c1", "c2", c3="n0"), NOTES, arguments)
    found = because(tmp_path, article, withdraw=["source/w0"])
    assert (found["c1"], found["c2"]) == ([("argument", "aIn")], [("argument", "aA")])


def test_assuming_what_is_given_already_is_no_reason(tmp_path: Path) -> None:
    article = Article(claims("c2", c1="n0"), NOTES, attacks={"x0": Attacking("c2", "claim:c1")})
    asked = {"assume": [thing("claim", "c1")], "withdraw": [thing("claim", "c2")]}
    for reading in ("structured", "flat"):
        found = because(tmp_path / reading, article, **asked, reading=reading)
        assert found["c1"] == [("attack", "x0")]


# An argument for c1 that an attack has defeated; c2 is what c1 objects to.
DEFEATED = Article(
    claims("c1", "c2", "c3", "c4"),
    NOTES,
    {"a0": (frozenset({"c3"}), "c1")},
    {"undercut": Attacking("c4", "argument:a0"), "x0": Attacking("c1", "claim:c2")},
)


def test_flat_the_last_argument_goes_though_it_was_defeated(tmp_path: Path) -> None:
    found = because(tmp_path, DEFEATED, withdraw=[thing("argument", "a0")], reading="flat")
    assert found == {
        "c1": [("argument", "a0")],
        "c2": [("attack", "x0")],
        "x0": [("attackingStatement", "c1")],
    }


def test_structured_a_defeated_argument_takes_nothing_with_it(tmp_path: Path) -> None:
    assert because(tmp_path, DEFEATED, withdraw=[thing("argument", "a0")]) == {}


def test_flat_an_argument_that_stands_now_is_no_reason(tmp_path: Path) -> None:
    article = Article(
        claims("c1", "c2", "c3"),
        NOTES,
        {"a0": (frozenset({"c1"}), "c2")},
        {"x0": Attacking("c3", "claim:c2", "attackedConclusion")},
    )
    gone = [thing("claim", "c3")]
    flat = because(tmp_path / "flat", article, withdraw=gone, reading="flat")
    # In both readings what attacks a conclusion bears on it and on the argument; only one adds the argument.
    assert (flat["c2"], flat["a0"]) == ([("attack", "x0")], [("attack", "x0")])
    structured = because(tmp_path / "structured", article, withdraw=gone)
    assert structured["c2"] == [("argument", "a0"), ("attack", "x0")]


def test_flat_a_source_is_no_loss_while_an_argument_is_left(tmp_path: Path) -> None:
    article = Article(
        claims("c2", "c3", c1="n0"),
        NOTES,
        {"a0": (frozenset({"c2"}), "c1")},
    )
    attack = {"attackingStatement": thing("claim", "c3"), "attackedElement": thing("claim", "c1")}
    asked = {"withdraw": ["source/w0"], "attacks": [attack], "reading": "flat"}
    document = what_if(article.built(tmp_path), read({"article": ARTICLE, **asked}))
    (claim,) = (item for item in document["items"] if item["label"] == "c1")
    assert [each["as"] for each in claim["because"]] == ["addedAttack"]


def test_the_article_says_that_the_argument_is_withdrawn(capsys: Captured) -> None:
    gone = "kuperman-1996/argument/hatred-and-violence-were-there"
    assert main(["what-if", "--article", "kuperman-1996", "--withdraw", gone, "--reading", "flat"]) == 0
    text = capsys.readouterr().out
    lines = [line.strip() for line in text.splitlines()]
    at = next(at for at, line in enumerate(lines) if line.startswith("stood, does not stand: Claim: "))
    named = f"Hatred and violence were there [{gone}]"
    assert lines[at + 1] == f"because the argument {named} for it is withdrawn"
    assert "for it stands now" not in text
    assert "extensions" not in text
