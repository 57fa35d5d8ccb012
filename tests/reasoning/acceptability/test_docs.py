"""`docs/solving.md` names every semantics and format, and the limits as they are."""

from importlib import import_module
from pathlib import Path

import pytest

from argmap.formats.frameworks import FORMATS, text
from argmap.reasoning.acceptability import MOST, SECONDS, SEMANTICS, encodings

DOCS = (Path(__file__).parents[3] / "docs" / "solving.md").read_text(encoding="utf-8")
LISTING = import_module("argmap.reasoning.acceptability.extensions")


@pytest.mark.parametrize("name", [*SEMANTICS, *FORMATS])
def test_every_semantics_and_format_has_a_row(name: str) -> None:
    assert f"| `{name}` |" in DOCS


@pytest.mark.parametrize(
    "limit",
    [
        f"After {SECONDS:.0f} seconds",
        f"No more than {MOST:,} extensions",
        f"name {LISTING.MOST_NAMED:,} arguments",
        f"more than {encodings.MOST_ATTACKS:,} attacks",
        f"{text.MOST_BYTES // 1_000_000} megabytes, {text.MOST_ARGUMENTS:,} arguments",
        f"and {text.MOST_ATTACKS:,} attacks",
    ],
)
def test_the_limits_are_the_documented_ones(limit: str) -> None:
    assert limit in DOCS
