"""The worked example of `docs/explanations.md` comes out as it says there."""

import re
from pathlib import Path
from typing import Any

import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.explanations import ExplanationReport

DOCS = (Path(__file__).parents[2] / "docs" / "explanations.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip(" `") for cell in line.strip("|").split("|")]
    for line in DOCS.splitlines()
    if re.match(r"\| `\w+/\w+` \|", line)
]

NAMES = set(re.findall(r"^[ax]?:([\w-]+) a am:", DOCS, re.MULTILINE))


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    example = re.search(r"```turtle\n(.*?)```", DOCS, re.DOTALL)
    assert example
    folder = tmp_path_factory.mktemp("data") / "harbour-2002"
    folder.mkdir()
    (folder / "argument.ttl").write_text(example[1], encoding="utf-8")
    return build([folder.parent], check=False)


def explained(graph: ArgumentMap, thing: str, **asked: str) -> ExplanationReport:
    answer = graph.answer("explanations/thing", {"thing": f"harbour-2002/{thing}", **asked})
    assert isinstance(answer, ExplanationReport)
    return answer


def names(document: dict[str, Any]) -> set[str]:
    return {node["id"].rpartition("/")[2] for node in document["nodes"]}


def test_the_docs_have_a_table_of_nine_answers() -> None:
    assert len(ROWS) == 9


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:3]))
def test_every_answer_is_that_of_the_table(harbour: ArgumentMap, row: list[str]) -> None:
    thing, semantics, reading, status, manner, told, words = row
    answer = explained(harbour, thing, semantics=semantics, reading=reading)
    assert answer.document["status"] == status
    assert answer.document["explanation"]["manner"] == manner
    assert names(answer.document) == set(told.split(", "))
    sentence = re.sub(r" \[[^]]*\]", "", answer.text().splitlines()[3 if thing[0] == "c" else 4]).strip()
    assert sentence.startswith(words)


def test_the_text_is_that_of_the_docs(harbour: ArgumentMap) -> None:
    example = re.search(r"```text\n(.*?)```", DOCS, re.DOTALL)
    assert example
    assert explained(harbour, "claim/ice").text().startswith(example[1])


def test_the_reasons_tell_which_note_it_is(harbour: ArgumentMap) -> None:
    (top,) = explained(harbour, "claim/close").document["explanation"]["because"]
    (argument,) = top["because"]
    (premise,) = argument["because"]
    (given,) = premise["because"]
    assert (argument["as"], premise["as"], given["as"]) == ("argument", "premise", "given")
    assert [note["noteNumber"] for note in given["notes"]] == [1]
    assert "it cites note 1, and its one objection fails" in explained(harbour, "claim/close").text()


def test_a_circle_is_told_once_and_closed(harbour: ArgumentMap) -> None:
    lines = explained(harbour, "claim/pays").text().splitlines()
    assert sum("closes the circle" in line for line in lines) == 1
    assert "objection “Gain”" in "\n".join(lines)


def test_each_way_is_told_under_a_heading(harbour: ArgumentMap) -> None:
    lines = explained(harbour, "claim/pays", semantics="preferred").text().splitlines()
    assert [line for line in lines if line.startswith("Way")] == ["Way 1: accepted", "Way 2: defeated"]


def test_helping_points_are_never_told(harbour: ArgumentMap) -> None:
    for thing in ("claim/close", "claim/pays", "claim/even", "attack/thaw", "argument/need"):
        for semantics in ("grounded", "preferred", "stable", "stage"):
            answer = explained(harbour, thing, semantics=semantics)
            assert not re.search(r"\b(no|given|part)[/\w]*:http", str(answer.document))
            assert names(answer.document) <= NAMES


def test_the_edges_join_what_is_told(harbour: ArgumentMap) -> None:
    document = explained(harbour, "claim/close").document
    ids = {node["id"] for node in document["nodes"]}
    ends = {
        (edge["from"].rpartition("/")[2], edge["to"].rpartition("/")[2], edge["kind"])
        for edge in document["edges"]
    }
    assert {end for edge in document["edges"] for end in (edge["from"], edge["to"])} <= ids
    assert ends == {
        ("ice", "need", "premise"),
        ("need", "close", "conclusion"),
        ("thaw", "ice", "attacks"),
        ("measured", "thaw", "attacks"),
        ("frost", "measured", "attackingStatement"),
    }
