"""The worked example of `docs/impact.md` comes out as it says there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.vocabulary import short

DOCS = (Path(__file__).parents[2] / "docs" / "impact.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip(" `") for cell in line.strip("|").split("|")]
    for line in DOCS.splitlines()
    if re.match(r"\| `[\w-]+` \| .* \| (weakened|unsupported|unaffected) \|$", line)
]
WITHDRAWN = (["source/survey"], ["source/history"], ["source/survey", "source/history"])


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    example = re.search(r"```turtle\n(.*?)```", DOCS, re.DOTALL)
    assert example
    folder = tmp_path_factory.mktemp("data") / "ferry-2001"
    folder.mkdir()
    (folder / "argument.ttl").write_text(example[1], encoding="utf-8")
    return build([folder.parent], check=False)


def impact(graph: ArgumentMap, sources: list[str], uncited: str = "stands") -> Mapping[str, Any]:
    return graph.answer("impact/several", {"source": sources, "uncited": uncited}).document


def statuses(document: Mapping[str, Any]) -> dict[str, str]:
    found = {item["id"]: item["status"] for item in document["items"]}
    found |= dict.fromkeys(document["unaffected"], "unaffected")
    found |= dict.fromkeys(document["unsupportedBefore"], "unsupported-before")
    return {name.rpartition("/")[2]: status for name, status in found.items()}


def names(things: list[Mapping[str, Any]]) -> list[str]:
    return [thing["id"].rpartition("/")[2] for thing in things]


def test_the_docs_have_a_table_of_nine_statements() -> None:
    assert len(ROWS) == 9


@pytest.mark.parametrize("column", [0, 1, 2])
def test_every_status_is_that_of_the_table(ferry: ArgumentMap, column: int) -> None:
    found = statuses(impact(ferry, WITHDRAWN[column]))
    assert found == {row[0]: row[2 + column] for row in ROWS}


def test_without_the_survey_the_objection_falls_and_strengthens_what_stands(ferry: ArgumentMap) -> None:
    document = impact(ferry, ["source/survey"])
    assert names(document["strengthened"]) == ["quay"]
    assert document["strengthened"][0]["because"][0]["statement"]["label"] == "Fog stops ferries"
    assert document["revived"] == []


def test_without_the_history_the_objection_is_revived(ferry: ArgumentMap) -> None:
    (revived,) = impact(ferry, ["source/history"])["revived"]
    assert (revived["label"], revived["status"]) == ("stops", "revived")
    assert names(revived["answersLost"]) == ["pilots"]


def test_without_both_the_objection_has_fallen_and_is_neither_strengthened_nor_revived(
    ferry: ArgumentMap,
) -> None:
    document = impact(ferry, ["source/survey", "source/history"])
    assert names(document["strengthened"]) == ["quay"]
    assert document["revived"] == []


def test_an_uncited_premise_beside_a_cited_one_breaks_nothing(ferry: ArgumentMap) -> None:
    for sources in WITHDRAWN:
        stands, falls = (statuses(impact(ferry, sources, each)) for each in ("stands", "falls"))
        assert falls == {
            name: "unsupported-before" if name == "quay" else status for name, status in stands.items()
        }


def test_the_thesis_falls_with_the_survey_alone(ferry: ArgumentMap) -> None:
    document = ferry.answer(
        "audits/load-bearing", {"claim": "https://w3id.org/argmap/id/ferry-2001/claim/ferry"}
    ).document
    (target,) = document["targets"]
    assert [[short(source["id"]) for source in each] for each in target["cutSets"]] == [["source/survey"]]
