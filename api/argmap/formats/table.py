"""The items of a list as CSV: a line an item, a column for each variable of the query."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argmap.formats.csv_text import csv_text

SEPARATOR = "; "


def items_csv(items: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Return the items as CSV in UTF-8; several values of one column stand apart by `; `."""
    rows = ({column: _cell(item, column.split("_")) for column in columns} for item in items)
    return csv_text(columns, rows).encode()


def _cell(item: Mapping[str, Any], path: Sequence[str]) -> str:
    return SEPARATOR.join(_text(value) for value in _values(item, path))


def _values(value: Any, path: Sequence[str]) -> list[Any]:
    """Return what stands at the end of a path, through objects and arrays."""
    if isinstance(value, list):
        return [found for each in value for found in _values(each, path)]
    if not path:
        return [value]
    if isinstance(value, Mapping) and path[0] in value:
        return _values(value[path[0]], path[1:])
    return []


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return str(value.get("id", value.get("@value", "")))
    return str(value)
