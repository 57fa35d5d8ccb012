"""Works as bibliographic records, for reference managers."""

import sys

from argmap.catalogue.query_file import QueryFile
from argmap.errors import UsageError
from argmap.formats.citations import RECORDS
from argmap.graph.answer import Answer

_FORMATS = {format_.name: format_ for format_ in RECORDS}
NAMES = tuple(_FORMATS)


def refuse(format: str, query: QueryFile | None) -> None:
    """Raise UsageError for a format of records that this query (None: one without a head) has none for."""
    if format in NAMES and not (query and (query.csl or query.records)):
        raise UsageError(
            f"--format: {format} is for works: sources/list, sources/detail, articles/detail. Or use json."
        )


def show(answer: Answer, format: str) -> None:
    """Write the records of the works that are answered."""
    sys.stdout.write(answer.records(_FORMATS[format]).decode())
