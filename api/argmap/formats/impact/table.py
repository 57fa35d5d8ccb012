"""What falls if something is withdrawn, as a table."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact import words
from argmap.formats.impact.outline import plain

Thing = Mapping[str, Any]

COLUMNS = ("status", "id", "type", "label", "text", "attributedTo", "authorStance", "certainty", "place",
           "linesLost", "linesWeakened", "linesRemaining", "because")  # fmt: skip


def impact_csv(document: Thing) -> str:
    """Return what falls as CSV: a line for each statement that is not as before, what is strengthened or
    revived, and each note that was called in lost text."""
    return csv_text(COLUMNS, _rows(document))


def _rows(document: Thing) -> Iterator[Thing]:
    for item in document["items"]:
        lines = {
            key: "; ".join(plain(words.line(line)) for line in item[key])
            for key in COLUMNS
            if key.startswith("lines")
        }
        yield {**item, **_owned(item), **lines}
    for item in document["strengthened"]:
        because = "; ".join(plain(words.because(each)) for each in item["because"])
        yield {**item, **_owned(item), "status": "strengthened", "because": because}
    for item in document["revived"]:
        yield {**item, "because": plain(words.answers(item))}
    for note in document["citedWhereTextIsLost"]:
        said = {"status": "cited-where-text-is-lost", "id": note["id"], "type": "Footnote"}
        yield {
            **said,
            "label": words.notes([note]).capitalize(),
            "because": plain(words.names(note["sources"])),
        }


def _owned(item: Thing) -> Thing:
    return {"attributedTo": words.speakers(item), "place": words.place(item)}
