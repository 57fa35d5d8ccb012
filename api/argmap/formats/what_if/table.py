"""What would be if something were supposed, as a table: a row a thing that changes."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact.outline import plain
from argmap.formats.impact.words import place, speakers
from argmap.formats.what_if import words

Thing = Mapping[str, Any]

COLUMNS = ("id", "type", "label", "text", "before", "after", "attributedTo", "authorStance", "certainty",
           "place", "because")  # fmt: skip


def what_if_csv(document: Thing) -> str:
    """Return the things that change as CSV; where the search was not finished, a row that says so."""
    return csv_text(COLUMNS, _rows(document))


def _rows(document: Thing) -> Iterator[Thing]:
    if not document["finished"]:
        yield {"because": f"not finished, so nothing is known: {document['unfinished']}"}
    for item in document["items"]:
        because = "; ".join(plain(words.cause(each)) for each in item["because"])
        yield {**item, "attributedTo": speakers(item), "place": place(item), "because": because}
