"""The things of an explanation as a table."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact.words import place, speakers

Thing = Mapping[str, Any]

COLUMNS = ("id", "element", "status", "type", "label", "text", "attributedTo", "authorStance", "certainty",
           "place", "notes")  # fmt: skip


def explanation_csv(document: Thing) -> str:
    """Return the statements, arguments and attacks of an explanation as CSV, each with how it stands."""
    return csv_text(COLUMNS, _rows(document))


def _rows(document: Thing) -> Iterator[Thing]:
    for node in document["nodes"]:
        notes = ", ".join(str(note.get("noteNumber", "")) for note in node.get("notes", ()))
        yield {**node, "attributedTo": speakers(node), "place": place(node), "notes": notes}
