"""`docs/operating.md` says what can be set, counted and logged, and nothing that cannot."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from argmap.http import connection, rate
from argmap.settings import variables

TEXT = (Path(__file__).parents[2] / "docs" / "operating.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))


def _rows(section: str) -> list[list[str]]:
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _default(setting: Any) -> str:
    shown = setting.metadata["shown"]
    return shown or (f"{setting.default:g}" if isinstance(setting.default, float) else str(setting.default))


def test_every_setting_is_documented_as_it_is_and_no_other() -> None:
    documented = {row[0].strip("`"): (row[1], row[2]) for row in _rows("Settings")}
    assert documented == {
        each.metadata["variable"]: (_default(each), each.metadata["meaning"]) for each in variables()
    }


def test_no_setting_is_mentioned_that_there_is_not() -> None:
    assert set(re.findall(r"ARGMAP_\w+", TEXT)) == {each.metadata["variable"] for each in variables()}


def test_every_metric_is_documented_and_no_other(client: httpx.Client) -> None:
    told = set(re.findall(r"^# TYPE (argmap_\w+)", client.get("/metrics").text, re.MULTILINE))
    assert told == {name for row in _rows("Metrics") for name in re.findall(r"argmap_\w+", row[0])}


@pytest.mark.parametrize(
    "number", [connection._ADDRESS_BYTES, connection._FIELDS_BYTES, connection._TOLD, rate.MOST_CLIENTS]
)
def test_fixed_limits_are_the_documented_ones(number: int) -> None:
    assert f" {number:,} " in TEXT.replace("\n", " ")


def test_every_address_of_health_is_documented(client: httpx.Client) -> None:
    paths = {path for path in client.get("/openapi.json").json()["paths"] if path.startswith("/health")}
    assert {row[0].strip("`") for row in _rows("Health")} == paths
