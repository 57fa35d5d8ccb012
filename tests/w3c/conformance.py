"""What `docs/conformance.md` says: the documented failures are the ones the tests expect."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PAGE = Path(__file__).parents[2] / "docs" / "conformance.md"


@dataclass(frozen=True)
class Failure:
    """A documented failure: what is seen instead of what the suite expects, and why."""

    seen: str
    cause: str


def failures() -> dict[str, Failure]:
    """Return the documented failures of the query tests, by the name of the test."""
    rows = _table("Test", "Seen", "Cause")
    return {_plain(test): Failure(seen, cause) for test, seen, cause in rows}


def refused_updates() -> dict[str, int]:
    """Return the documented status of every update test."""
    return {_plain(test): int(status) for test, status in _table("Update test", "Status")}


def counts() -> dict[str, tuple[int, int]]:
    """Return for each part of the suite how many tests pass, and of how many."""
    rows = _table("Part", "Tests", "Passed", "The others")
    return {part: (int(passed), int(tests)) for part, tests, passed, _ in rows}


def _plain(cell: str) -> str:
    return cell.strip("`")


def _table(*columns: str) -> list[list[str]]:
    """Return the cells of the one table of the page that has these columns."""
    (found,) = [rows for head, rows in _tables() if head == list(columns)]
    return found


@cache
def _tables() -> list[tuple[list[str], list[list[str]]]]:
    blocks = re.findall(r"(?m)^(\|.*\|)\n\|[-| ]+\|\n((?:\|.*\|\n?)+)", _PAGE.read_text(encoding="utf-8"))
    return [(_cells(head), [_cells(line) for line in body.splitlines()]) for head, body in blocks]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
