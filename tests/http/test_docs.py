"""`docs/http.md` says what there is, and nothing that is not."""

import re
from pathlib import Path

import httpx
import pytest

from argmap.formats.registry import FAMILIES
from argmap.graph.argument_map import ArgumentMap
from argmap.http import problems
from argmap.http.parameters import DEFAULT_LIMIT, MAX_LIMIT
from argmap.settings import Limits

TEXT = (Path(__file__).parents[2] / "docs" / "http.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in TEXT.splitlines() if line[:1] == "|"
]
ADDRESSES = {row[0].strip("`") for row in ROWS if row[0].startswith("`/")}
PAGES = {"/", "/docs", "/openapi.json"}


def test_every_address_is_documented_and_no_other(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"].keys()
    assert (paths - {"/sparql"}) | PAGES == ADDRESSES
    assert "## SPARQL" in TEXT


def test_every_endpoint_of_the_catalogue_is_documented(shipped: ArgumentMap) -> None:
    assert {f"/api/v1{query.path}" for query in shipped.catalogue.endpoints()} <= ADDRESSES


def test_every_kind_of_problem_is_documented_with_its_members() -> None:
    documented = {row[1].strip("`"): row for row in ROWS if row[0][:3].isdigit()}
    assert documented.keys() == {kind.name for kind in problems.KINDS} | {"about:blank"}
    assert all(str(kind.status) == documented[kind.name][0] for kind in problems.KINDS)
    for _, kind, members in problems.BY_ERROR:
        assert set(re.findall(r"`([a-z_]+)`", documented[kind.name][2])) == set(members)


def test_every_format_is_documented() -> None:
    documented = {(row[-2].strip("`"), row[-1].strip("`")) for row in ROWS if len(row) == 3}
    formats = {(each.name, each.media_type) for family in ("results", "graphs") for each in FAMILIES[family]}
    assert formats <= documented


@pytest.mark.parametrize("number", [DEFAULT_LIMIT, MAX_LIMIT, Limits().request_bytes, Limits().query_bytes])
def test_limits_are_the_documented_ones(number: int) -> None:
    assert f" {number}" in TEXT or f" {number:,}" in TEXT
