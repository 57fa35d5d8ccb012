"""From the rows of a SELECT to the items of a list.

A column's name is the path of a value in an item: `attributedTo_label` is the `label` of the object under
`attributedTo`. Rows with the same first column are one item; what differs between them becomes arrays.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, QuerySolution

from argmap.formats.context import Context
from argmap.formats.values import (
    Object,
    Term,
    Values,
    in_value_order,
    node_id,
    place_of_key,
    single_or_array,
    value,
)

Row = tuple[Term | None, ...]


def items(
    columns: Sequence[str],
    solutions: Iterable[QuerySolution],
    context: Context,
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> list[Object]:
    """Return the items that rows stand for, in the order in which they first come.

    `columns` are the variables of the solutions, in their order. Arrays are sorted by the keys of `order`,
    then by id. A key in `arrays` has an array even for one value.
    """
    folding = _Folding(columns, context, order, frozenset(arrays))
    return folding.items(folding.columns, _grouped(map(tuple, solutions), 0))


def plain_rows(columns: Sequence[str], solutions: Iterable[QuerySolution], context: Context) -> list[Object]:
    """Return each row as an object of its bound columns: a table's rows, for queries without a shape."""
    return [
        {
            column: _plain_value(context, column, term)
            for column, term in zip(columns, solution, strict=True)
            if term is not None
        }
        for solution in solutions
    ]


def _plain_value(context: Context, column: str, term: Term) -> Any:
    """Return a term of a table: a literal by its value, a thing by its IRI, a token as in other answers."""
    key = context.key(column)
    if isinstance(term, Literal) or key.kind == "token":
        return value(context, key, term)
    return node_id(term)


def _grouped(rows: Iterable[Row], at: int) -> dict[Term, list[Row]]:
    """Return the rows that have a value in a column, by that value."""
    groups: dict[Term, list[Row]] = {}
    for row in rows:
        term = row[at]
        if term is not None:
            groups.setdefault(term, []).append(row)
    return groups


@dataclass(frozen=True)
class _Column:
    """A column: the key it fills, its place in a row, and the columns of the objects under that key."""

    name: str
    at: int
    values: Values
    is_array: bool
    below: tuple["_Column", ...]


def _columns(
    names: Sequence[str], path: str, context: Context, arrays: Collection[str]
) -> tuple[_Column, ...]:
    """Return the columns of an object at a path, in the order of its keys. The first column is an id."""
    keys = {name.removeprefix(path): at for at, name in enumerate(names) if at and name.startswith(path)}
    return tuple(
        _Column(
            name=key,
            at=keys[key],
            values=Values(context, context.key(key)),
            is_array=key in arrays,
            below=_columns(names, f"{path}{key}_", context, arrays),
        )
        for key in sorted(keys, key=place_of_key)
        if "_" not in key
    )


class _Folding:
    """The columns as a tree, and the order of arrays."""

    def __init__(
        self, columns: Sequence[str], context: Context, order: Sequence[str], arrays: Collection[str]
    ) -> None:
        self.columns = _columns(columns, "", context, arrays)
        self.order = order
        self._ids = Values(context, context.key("id"))

    def items(self, columns: Sequence[_Column], groups: Mapping[Term, Sequence[Row]]) -> list[Object]:
        """Return the objects with these ids, each from the rows that are about it."""
        return [self._item(term, columns, rows) for term, rows in groups.items()]

    def _item(self, identity: Term, columns: Sequence[_Column], rows: Sequence[Row]) -> Object:
        entries: Object = {"id": self._ids[identity]}
        cells: Sequence[Row] = list(zip(*rows, strict=True)) if len(rows) > 1 else ()
        for column in columns:
            found = self._several(column, rows, cells[column.at]) if cells else self._single(column, rows)
            if found or column.is_array:
                entries[column.name] = single_or_array(found, column.is_array)
        return entries

    def _single(self, column: _Column, rows: Sequence[Row]) -> list[Any]:
        """Return what a column gives for one row, which is what most objects in an item have."""
        term = rows[0][column.at]
        if term is None:
            return []
        return [self._item(term, column.below, rows) if column.below else column.values[term]]

    def _several(self, column: _Column, rows: Sequence[Row], terms: Row) -> list[Any]:
        if not any(terms):
            return []
        if column.below:
            found = self.items(column.below, _grouped(rows, column.at))
        else:
            found = [column.values[term] for term in dict.fromkeys(terms) if term is not None]
        return in_value_order(found, self.order)
