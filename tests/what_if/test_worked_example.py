"""The worked example of `docs/what-if.md` comes out as it says there."""

import re
from pathlib import Path
from typing import Any

import pytest

from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.what_if.answering import what_if
from argmap.graph.what_if.wanted import parse, read
from argmap.reasoning.acceptability import standing
from argmap.vocabulary import ID

DOCS = (Path(__file__).parents[2] / "docs" / "what-if.md").read_text(encoding="utf-8")
LABEL = r"(?:in|out|undecided|withdrawn)"
ROWS = [
    [cell.strip(" `") for cell in line.strip("|").split("|")]
    for line in DOCS.splitlines()
    if re.match(rf"\| `[\w-]+` (?:\| {LABEL} )+\|$", line)
]
ARTICLE = "mill-2002"
SUPPOSED: list[dict[str, Any]] = [
    {},
    {"withdraw": ["source/report"]},
    {"withdraw": ["source/report", "source/chronicle"]},
    {"withdraw": ["source/report"], "assume": [f"{ARTICLE}/claim/mill"]},
    {
        "attacks": [
            {
                "attackingStatement": f"{ARTICLE}/claim/harvest",
                "attackedElement": f"{ARTICLE}/attack/safety",
            }
        ]
    },
    {"withdraw": [f"{ARTICLE}/argument/need"]},
]


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    example = re.search(r"```turtle\n(.*?)```", DOCS, re.DOTALL)
    assert example
    folder = tmp_path_factory.mktemp("data") / ARTICLE
    folder.mkdir()
    (folder / "argument.ttl").write_text(example[1], encoding="utf-8")
    return build([folder.parent], check=False)


def test_the_docs_have_a_table_of_eight_things_and_six_cases() -> None:
    assert [len(row) for row in ROWS] == [1 + len(SUPPOSED)] * 8


@pytest.mark.parametrize("column", range(len(SUPPOSED)))
def test_every_label_is_that_of_the_table(mill: ArgumentMap, column: int) -> None:
    document = what_if(mill, read({"article": ARTICLE, **SUPPOSED[column]}))
    reading = evaluation.reading(mill, articles=[ID + ARTICLE])
    labels: dict[str, Any] = {
        iri: label
        for iri, label in standing(reading.framework, "grounded").labels.items()
        if iri == reading.points[iri].thing
    }
    labels |= {item["id"]: item["after"] for item in document["items"]}
    labels |= {each["id"]: "withdrawn" for each in document["withdrawn"]}
    found = {iri.rpartition("/")[2]: label for iri, label in labels.items()}
    assert {row[0]: found[row[0]] for row in ROWS} == {row[0]: row[1 + column] for row in ROWS}


def test_the_reasons_lead_down_to_what_is_supposed(mill: ArgumentMap) -> None:
    items = what_if(mill, read({"article": ARTICLE, **SUPPOSED[1]}))["items"]
    because = {item["label"]: [(each["as"], each["label"]) for each in item["because"]] for item in items}
    assert because == {
        "The village needs a mill": [("argument", "Need"), ("attack", "Danger")],
        "Need": [("attack", "Danger")],
        "Danger": [("attack", "Safety")],
        "Safety": [("attackingStatement", "A dam holds the stream")],
        "A dam holds the stream": [("source", "Report on the dam")],
    }


def test_the_thesis_comes_first_and_the_rest_in_reading_order(mill: ArgumentMap) -> None:
    items = what_if(mill, read({"article": ARTICLE, **SUPPOSED[1]}))["items"]
    names = [item["id"].rpartition("/")[2] for item in items]
    assert names == ["mill", "need", "danger", "dam", "safety"]


def test_what_is_assumed_and_does_not_stand_is_explained(mill: ArgumentMap) -> None:
    (assumed,) = what_if(mill, read({"article": ARTICLE, **SUPPOSED[3]}))["assumed"]
    assert (assumed["before"], assumed["after"]) == ("in", "out")
    assert [(each["as"], each["label"]) for each in assumed["because"]] == [("attack", "Danger")]


def test_the_example_of_a_request_is_read() -> None:
    example = re.search(r"```json\n(.*?)```", DOCS, re.DOTALL)
    assert example
    assert parse(example[1]).article == f"{ID}kuperman-1996"
