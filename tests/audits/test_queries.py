"""The audits as query files: what they say of themselves, and the same findings in a second engine."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest
import rdflib
from pyoxigraph import QuerySolutions
from tests.audits.conftest import SEEDED, expected

from argmap import shipped
from argmap.catalogue import load
from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.audit import COLUMNS, short_name
from argmap.graph.build import build

AUDITS = [query for query in load(shipped.folder("queries")).audits() if query.group]
DOCS = (Path(__file__).parents[2] / "docs" / "audits.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| `([a-z-]+)` \| (error|warning|info) \|", DOCS, re.MULTILINE))


@pytest.fixture(scope="module")
def seeded() -> ArgumentMap:
    return build([SEEDED], check=False)


@pytest.fixture(scope="module")
def asserted() -> rdflib.Graph:
    """The seeded article as it is written, in the other engine."""
    graph = rdflib.Graph().parse(shipped.folder("ontology") / "argmap.ttl")
    for file in SEEDED.rglob("*.ttl"):
        graph.parse(file)
    return graph


@pytest.mark.parametrize("query", AUDITS, ids=short_name)
def test_columns_are_those_of_findings(query: QueryFile) -> None:
    assert set(COLUMNS[:4]) <= set(query.columns) <= set(COLUMNS)
    assert query.shape == "none"
    assert [parameter.name for parameter in query.parameters] == ["article"]


@pytest.mark.parametrize("query", AUDITS, ids=short_name)
def test_severity_of_the_head_is_the_worst_of_the_findings(query: QueryFile) -> None:
    found = {finding["severity"] for finding in expected("seeded.json")[short_name(query)]}
    assert query.severity == ("warning" if "warning" in found else "info")


@pytest.mark.parametrize("query", AUDITS, ids=short_name)
def test_both_engines_find_the_same(seeded: ArgumentMap, asserted: rdflib.Graph, query: QueryFile) -> None:
    names, found = in_pyoxigraph(seeded, query)
    rows = asserted.query(query.text)
    assert [str(name) for name in rows.vars or ()] == names
    other = Counter(tuple("" if term is None else str(term) for term in cast("Any", row)) for row in rows)
    assert found
    assert other.keys() == found.keys()


def in_pyoxigraph(graph: ArgumentMap, query: QueryFile) -> tuple[list[str], Counter[tuple[str, ...]]]:
    """Return columns and rows. The engine's own object must not outlive its thread, as a test's frame may."""
    solutions = cast("QuerySolutions", graph.store.query(query.text))
    rows = Counter(tuple(getattr(term, "value", "") for term in solution) for solution in solutions)
    return [variable.value for variable in solutions.variables], rows


def test_the_docs_list_every_audit_with_its_severity() -> None:
    assert {short_name(query): query.severity for query in AUDITS} == LISTED


def test_the_docs_name_every_group() -> None:
    assert {query.group for query in AUDITS} == {"notes", "argument"}
    assert all(f"`{query.group}`" in DOCS for query in AUDITS)


def test_no_group_has_the_name_of_an_audit() -> None:
    assert {short_name(query) for query in AUDITS} & {query.group for query in AUDITS} == set()
