"""What a query without a shape gives: rows, a truth value, or triples."""

import sys

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions

from argmap.cli import tables
from argmap.errors import UsageError
from argmap.formats.registry import TURTLE
from argmap.graph.sparql_result import SparqlResult
from argmap.vocabulary import short


def show(result: SparqlResult, style: str) -> None:
    """Write a result as `table`, `json` or `csv`; raise UsageError where SPARQL has no such form of it.

    JSON is SPARQL's own (SPARQL 1.1 Query Results JSON Format), or JSON-LD for triples.
    """
    if style == "table":
        _show_to_reader(result)
        return
    wanted = {"json": ("json", "jsonld"), "csv": ("csv",)}[style]
    format = next((each for each in result.formats if each.name in wanted), None)
    if format is None:
        raise UsageError(f"--format: {style} is for rows, and this query gives none. Use table or json.")
    sys.stdout.write(result.write(format).decode().replace("\r\n", "\n").rstrip("\n") + "\n")


def _show_to_reader(result: SparqlResult) -> None:
    raw = result.raw
    if isinstance(raw, QuerySolutions):
        columns = [variable.value for variable in raw.variables]
        tables.show(columns, [[_text(row[column]) for column in columns] for row in raw])
    elif isinstance(raw, QueryBoolean):
        print("yes" if raw else "no")
    else:
        sys.stdout.write(result.write(TURTLE).decode())


def _text(term: object) -> str:
    if isinstance(term, NamedNode):
        return short(term.value)
    return term.value if isinstance(term, Literal) else "" if term is None else str(term)
