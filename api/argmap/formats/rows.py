"""From the rows of a SELECT to the items of a list.

A column's name is the path of a value in an item: `attributedTo_label` is the `label` of the object under
`attributedTo`. Rows with the same first column are one item; what differs between them becomes arrays.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import Literal, QuerySolution

from argmap.formats.context import Context
from argmap.formats.values import Object, Term, in_key_order, in_value_order, node_id, single_or_array, value

Row = dict[str, Term]


def items(
    columns: Sequence[str],
    solutions: Iterable[QuerySolution],
    context: Context,
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> list[Object]:
    """Return the items that rows stand for, in the order in which they first come.

    Arrays are sorted by the keys of `order`, then by id. A key in `arrays` has an array even for one value.
    """
    folding = _Folding(context, order, frozenset(arrays))
    rows = [_row(columns, solution) for solution in solutions]
    groups = _grouped(rows, columns[0])
    return [folding.item(columns[0], columns[1:], group) for group in groups]


def plain_rows(columns: Sequence[str], solutions: Iterable[QuerySolution], context: Context) -> list[Object]:
    """Return each row as an object of its bound columns: a table's rows, for queries without a shape."""
    return [
        {column: _plain_value(context, column, term) for column, term in _row(columns, solution).items()}
        for solution in solutions
    ]


def _plain_value(context: Context, column: str, term: Term) -> Any:
    """Return a term of a table: a literal by its value, a thing by its IRI, a token as in other answers."""
    key = context.key(column)
    if isinstance(term, Literal) or key.kind == "token":
        return value(context, key, term)
    return node_id(term)


def _row(columns: Sequence[str], solution: QuerySolution) -> Row:
    bound = ((column, solution[column]) for column in columns)
    return {column: term for column, term in bound if term is not None}


def _grouped(rows: Iterable[Row], column: str) -> list[list[Row]]:
    """Return the rows that have a value in a column, those with the same value together."""
    groups: dict[Term, list[Row]] = {}
    for row in rows:
        if column in row:
            groups.setdefault(row[column], []).append(row)
    return list(groups.values())


class _Folding:
    """What folding needs to know besides the rows."""

    def __init__(self, context: Context, order: Sequence[str], arrays: frozenset[str]) -> None:
        self.context = context
        self.order = order
        self.arrays = arrays

    def item(self, identity: str, columns: Sequence[str], rows: list[Row], path: str = "") -> Object:
        """Return the object whose id stands in the column `identity`, from the rows that are about it."""
        entries: Object = {"id": self._plain("id", rows[0][identity])}
        for column in columns:
            name = column.removeprefix(path)
            if "_" not in name:
                below = [other for other in columns if other.startswith(column + "_")]
                found = self._values(name, column, below, rows)
                if found or name in self.arrays:
                    entries[name] = single_or_array(found, name in self.arrays)
        return in_key_order(entries)

    def _values(self, name: str, column: str, below: Sequence[str], rows: list[Row]) -> list[Any]:
        groups = _grouped(rows, column)
        if below:
            found = [self.item(column, below, group, f"{column}_") for group in groups]
        else:
            found = [self._plain(name, group[0][column]) for group in groups]
        return in_value_order(found, self.order)

    def _plain(self, name: str, term: Term) -> Any:
        return value(self.context, self.context.key(name), term)
