"""The competency questions: each a query file with the question in words, and the rows that reading gives.

The rows write an IRI of the data from its article on (`kuperman-1996/claim/…`), a term by its name.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from argmap.vocabulary import AM, ID

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.rq"))
REST = yaml.safe_load((HERE / "rest.yaml").read_text(encoding="utf-8"))
Row = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question in words and SPARQL, its expected rows, and where REST answers it too.

    `rest` is a path under /api/v1, `values` the keys (dotted, * for each) that lead to the first column.
    """

    words: str
    query: str
    rows: tuple[Row, ...]
    rest: str | None
    values: tuple[str, ...]


def load(file: Path) -> Question:
    """Read one question and, from the .csv beside it, the rows expected."""
    text = file.read_text(encoding="utf-8")
    head = yaml.safe_load("\n".join(line[2:] for line in text.splitlines() if line.startswith("#+")))
    rest = REST.get(file.stem, {})
    with file.with_suffix(".csv").open(encoding="utf-8", newline="") as expected:
        rows = tuple(tuple(row) for row in csv.reader(expected))
    return Question(
        head["summary"], text, rows[1:], rest.get("path"), tuple(rest.get("values", "").split("."))
    )


def shortened(values: Iterable[str | None]) -> Row:
    """Write one row as the .csv files do."""
    return tuple((value or "").removeprefix(ID).removeprefix(AM) for value in values)
