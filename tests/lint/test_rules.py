"""Each rule finds what is wrong in one small ontology, and nothing in its sound twin; in two engines."""

import json
import re
from pathlib import Path

import pytest
import rdflib

from argmap import shipped
from argmap.catalogue.query_file import QueryFile
from argmap.graph.audit import COLUMNS
from argmap.graph.lint import CORE, lint
from argmap.graph.lint.rules import GRAPH_BESIDE, found_in, rules
from argmap.vocabulary import GRAPH_ONTOLOGY

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
ONTOLOGY = shipped.folder("ontology") / CORE
EXPECTED: dict[str, list[str]] = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
# Beside the fixtures, so that a rule about what is declared elsewhere has an elsewhere.
BESIDE = HERE / "beside.ttl"

each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)


def subjects(rule: QueryFile, file: Path) -> list[str]:
    return sorted({found.subject for found in found_in(file, BESIDE) if found.rule == rule.name})


@each_rule
def test_the_fault_is_found(rule: QueryFile) -> None:
    assert EXPECTED[rule.name]
    assert subjects(rule, FIXTURES / rule.name / "faulty.ttl") == EXPECTED[rule.name]


@each_rule
def test_nothing_is_found_where_nothing_is_wrong(rule: QueryFile) -> None:
    assert subjects(rule, FIXTURES / rule.name / "sound.ttl") == []


def test_every_fixture_has_a_rule() -> None:
    assert {folder.name for folder in FIXTURES.iterdir()} == {rule.name for rule in rules()} == set(EXPECTED)


def test_an_ontology_can_be_sound_by_all_rules() -> None:
    assert lint([HERE / "sound.ttl"]) == []


@each_rule
@pytest.mark.parametrize("twin", ["faulty", "sound"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_both_engines_find_the_same(rule: QueryFile, twin: str) -> None:
    dataset = rdflib.Dataset()
    dataset.graph(rdflib.URIRef(GRAPH_ONTOLOGY)).parse(FIXTURES / rule.name / f"{twin}.ttl")
    dataset.graph(rdflib.URIRef(GRAPH_BESIDE)).parse(BESIDE)
    found = {str(row.subject) for row in dataset.query(rule.text)}  # type: ignore[union-attr]
    assert sorted(found) == (EXPECTED[rule.name] if twin == "faulty" else [])


@each_rule
def test_a_rule_is_named_after_its_source(rule: QueryFile) -> None:
    words = re.sub(r"[^a-z0-9]+", "-", (rule.source or "").lower()).strip("-")
    tool, *_ = words.split("-")
    assert tool in ("foops", "oops", "robot", "widoco")
    assert rule.name.split("-")[:2] == [word for word in words.split("-") if word != "report"][:2]


@each_rule
def test_the_columns_are_those_of_findings(rule: QueryFile) -> None:
    assert set(COLUMNS[:4]) <= set(rule.columns) <= {*COLUMNS[:4], "evidence"}
    assert rule.shape == "none"
    assert not rule.parameters


@each_rule
def test_the_severity_of_the_head_is_the_worst_that_is_found(rule: QueryFile) -> None:
    told = set(re.findall(r'BIND\("(\w+)" AS \?severity\)', rule.text))
    assert rule.severity == min(told, key=["error", "warning", "info"].index)
