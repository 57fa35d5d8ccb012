"""The answer of a query that has a shape: a list as a table, traces and single things as trees."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.cli import records, shared, tables, thing_tree, trace_tree, trees
from argmap.cli.cells import cell
from argmap.cli.things import kind, words
from argmap.errors import UsageError
from argmap.formats.trace import summary
from argmap.graph.answer import Answer
from argmap.graph.impact import Report


def show(answer: Answer, style: str) -> None:
    """Write an answer as `table`, `json` or `csv`; raise UsageError for one thing as CSV."""
    if style == "json":
        shared.write_json(answer.document)
    elif style == "csv":
        sys.stdout.write(_csv(answer))
    elif style in records.NAMES:
        records.show(answer, style)
    elif isinstance(answer, Report):
        sys.stdout.write(answer.text())
    elif "items" in answer.document:
        _show_list(answer)
    elif answer.trace is not None:
        show_trace(answer)
    else:
        trees.show(thing_tree.grow(answer.document))
        _say_if_cut_off(answer)


def show_trace(answer: Answer) -> None:
    """Draw the paths of a trace as one tree."""
    if answer.document["hops"]:
        print(summary(answer.document))
    trees.show(trace_tree.grow(answer.document))
    _say_if_cut_off(answer)


def _show_list(answer: Answer) -> None:
    items = answer.document["items"]
    columns = [column for column in answer.columns if "_" not in column]
    numeric = frozenset(name for name in columns if any(isinstance(item.get(name), int) for item in items))
    tables.show(columns, [_row(item, columns) for item in items], numeric)
    if not items:
        print("nothing found")
    elif answer.total != len(items):
        print(f"\n{len(items)} of {answer.total}")


def _row(item: Mapping[str, Any], columns: Sequence[str]) -> list[str]:
    return [words(kind(item)) if name == "type" else cell(item.get(name)) for name in columns]


def _csv(answer: Answer) -> str:
    if "items" not in answer.document and answer.trace is None:
        name = answer.query.query.name
        raise UsageError(f"--format: csv is for lists and traces, not for {name}. Use table or json.")
    return answer.csv().decode().replace("\r\n", "\n")


def _say_if_cut_off(answer: Answer) -> None:
    if answer.truncated:
        print("\nThere is more than is shown: the whole would be too long.")
