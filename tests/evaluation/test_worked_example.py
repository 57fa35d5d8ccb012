"""The worked example of docs/acceptability.md comes out as it says, and its numbers are the article's."""

import re
from functools import cache
from math import prod
from pathlib import Path

import pytest

from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.reasoning.acceptability import SEMANTICS, grounded, standing
from argmap.vocabulary import ID

DOCUMENT = (Path(__file__).parents[2] / "docs" / "acceptability.md").read_text(encoding="utf-8")
SHIPPED = [ID + "kuperman-1996"]
COLUMNS = [("structured", "none"), ("flat", "none"), ("structured", "last-link"), ("flat", "last-link")]
ROWS = re.findall(
    r"^\| `((?:claim|argument|attack)/\w+)` \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|", DOCUMENT, re.MULTILINE
)


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    text = re.search(r"## A worked example\n\n```turtle\n(.*?)```", DOCUMENT, re.DOTALL)
    assert text
    folder = tmp_path_factory.mktemp("data") / "lamp-2001"
    folder.mkdir()
    (folder / "argument.ttl").write_text(text[1], encoding="utf-8")
    return build([folder.parent], check=False)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_table_is_right(lamps: ArgumentMap, row: tuple[str, ...]) -> None:
    labels = [
        grounded(evaluation.reading(lamps, *column, [ID + "lamp-2001"]).framework) for column in COLUMNS
    ]
    assert [each[f"{ID}lamp-2001/{row[0]}"] for each in labels] == list(row[1:])


def test_the_table_has_rows_for_every_kind() -> None:
    assert {row[0].partition("/")[0] for row in ROWS} == {"claim", "argument", "attack"}


def test_the_article_has_as_many_lines_of_reasoning_as_the_docs_say(shipped: ArgumentMap) -> None:
    dispute = evaluation.dispute(shipped, SHIPPED)

    @cache
    def lines(statement: str) -> int:
        steps = [dispute.inferences[iri] for iri in dispute.concluding.get(statement, ())]
        return dispute.is_given(statement) + sum(prod(map(lines, step.premises)) for step in steps)

    numbers = [lines(statement) for statement in dispute.statements]
    assert f"{sum(numbers):,} lines" in DOCUMENT
    assert f"{max(numbers):,}" in DOCUMENT


def test_the_article_makes_as_many_points_as_the_docs_say(shipped: ArgumentMap) -> None:
    framework = evaluation.reading(shipped, "structured", "none", SHIPPED).framework
    points, attacks = len(framework.arguments), len(framework.attacks)
    assert f"{points:,} points and {attacks:,} attacks" in " ".join(DOCUMENT.split())


@pytest.mark.parametrize("reading", ["structured", "flat"])
def test_all_semantics_agree_on_the_article(shipped: ArgumentMap, reading: str) -> None:
    framework = evaluation.reading(shipped, reading, "none", SHIPPED).framework
    assert all(standing(framework, each).labels == grounded(framework) for each in SEMANTICS)


def test_every_question_that_the_docs_tell_of_is_there() -> None:
    questions = re.findall(r"\(`([a-z-]+)`(?:, `([a-z-]+)`)?\)", DOCUMENT.partition("## Questions")[2])
    named = {name for pair in questions for name in pair if name}
    there = {file.stem for file in (Path(__file__).parents[1] / "competency").glob("*.rq")}
    assert len(named) > 5
    assert named - there == set()
