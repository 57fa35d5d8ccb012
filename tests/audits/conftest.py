"""Audits asked as their users do: at the command line, over data that were never checked."""

import json
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from argmap.cli.main import main
from argmap.vocabulary import short

HERE = Path(__file__).parent
SEEDED, SOUND = HERE / "seeded", HERE / "sound"
Items = list[dict[str, Any]]


@cache
def _asked(arguments: tuple[str, ...]) -> tuple[int, dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out := StringIO())
        status = main(["audit", *arguments, "--format", "json"])
    return status, json.loads(out.getvalue())


@pytest.fixture
def ask() -> Callable[..., tuple[int, dict[str, Any]]]:
    """Return what runs `argmap audit` with arguments: its exit status and its answer."""
    return lambda *arguments: _asked(tuple(map(str, arguments)))


def by_audit(items: Items) -> dict[str, Items]:
    """The findings by the audit that found them, with what a reader would compare: names in short form."""
    found: dict[str, Items] = {}
    for item in items:
        told = {
            "subject": short(item["subject"]),
            "severity": item["severity"],
            "noteNumber": item.get("noteNumber"),
            "pages": item["pages"],
            "evidence": [short(iri) for iri in item["evidence"]],
        }
        found.setdefault(item["audit"], []).append(told)
    return found


def expected(name: str) -> dict[str, Items]:
    """What must be found, read from the article: `seeded.json` or `kuperman-1996.json`."""
    read: dict[str, Items] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return read
