"""From the rows of a SELECT to the items of a list, as JSON text.

A column's name is the path of a value in an item: `attributedTo_label` is the `label` of the object under
`attributedTo`. Rows with the same first column are one item; what differs between them becomes arrays.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, QueryResultsFormat, QuerySolution, QuerySolutions

from argmap.formats.blocks import Blocks
from argmap.formats.context import Context, Key
from argmap.formats.indented import Indented, deeper
from argmap.formats.json_text import value_text
from argmap.formats.raw import values
from argmap.formats.remembered import Remembered
from argmap.formats.values import Object, Term, node_id, place_of_key, rank, value
from argmap.vocabulary import AM

# The cells of a row, as SPARQL TSV writes terms; "" is no term.
Row = Sequence[str]


def items(
    columns: Sequence[str],
    solutions: QuerySolutions,
    context: Context,
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
    item_type: str | None = None,
) -> list[Indented]:
    """Return the items that rows stand for, each as JSON, in the order in which they first come.

    `columns` are the variables of the solutions, in their order. Arrays are sorted by the keys of `order`,
    then by id. A key in `arrays` has an array even for one value. `item_type` is the class of all items, if
    keys of theirs say something else than they do elsewhere.
    """
    shape = "items", tuple(columns), tuple(order), tuple(arrays), item_type
    folding: _Folding | None = context.remembered.get(shape)
    if folding is None:
        folding = context.remembered[shape] = _Folding(columns, context, order, frozenset(arrays), item_type)
    return folding.items(solutions)


def plain_rows(columns: Sequence[str], solutions: Iterable[QuerySolution], context: Context) -> list[Object]:
    """Return each row as an object of its bound columns: a table's rows, for queries without a shape."""
    return [
        {
            column: _plain_value(context, column, found)
            for column, found in zip(columns, solution, strict=True)
            if found is not None
        }
        for solution in solutions
    ]


def _plain_value(context: Context, column: str, found: Term) -> Any:
    """Return a term of a table: a literal by its value, a thing by its IRI, a token as in other answers."""
    key = context.key(column)
    if isinstance(found, Literal) or key.kind == "token":
        return value(context, key, found)
    return node_id(found)


class _Column:
    """A column: the key it fills, its place in a row, and the columns of the objects under that key.

    Cells become text twice: as all that the key has, `entries`, and as one of several, `members`.
    """

    def __init__(
        self, context: Context, key: Key, at: int, is_array: bool, below: tuple["_Column", ...]
    ) -> None:
        found = values(context, key)
        self.at, self.is_array, self.below = at, is_array, below
        self.before = f",\n {value_text(key.name)}: "
        self.entries = Remembered(lambda cell: self.entry(self.members[cell]) if cell else self.array(()))
        self.members = Remembered(lambda cell: value_text(found[cell]))

    def entry(self, text: str) -> str:
        """Return the key with one value, which begins a line of its object."""
        return self.array([text]) if self.is_array else self.before + deeper(text, 1)

    def array(self, texts: Sequence[str]) -> str:
        """Return the key with several values."""
        members = ",\n  ".join([deeper(text, 2) for text in texts])
        return f"{self.before}[\n  {members}\n ]" if texts else f"{self.before}[]"


def _columns(
    names: Sequence[str], path: str, context: Context, arrays: Collection[str], item: Context | None = None
) -> tuple[_Column, ...]:
    """Return the columns of an object at a path, in the order of its keys. The first column is an id."""
    own = item or context
    keys = {name.removeprefix(path): at for at, name in enumerate(names) if at and name.startswith(path)}
    return tuple(
        _Column(
            context,
            own.key(key),
            keys[key],
            key in arrays,
            _columns(names, f"{path}{key}_", context, arrays),
        )
        for key in sorted(keys, key=place_of_key)
        if "_" not in key
    )


class _Folding:
    """The columns as a tree, the order of arrays, and what cells become."""

    def __init__(
        self,
        columns: Sequence[str],
        context: Context,
        order: Sequence[str],
        arrays: Collection[str],
        item_type: str | None,
    ) -> None:
        item = context.of([AM + item_type]) if item_type else context
        self._columns = _columns(columns, "", context, arrays, item)
        found = values(context, context.key("id"))
        self._beginnings = Remembered(lambda cell: '{\n "id": ' + deeper(value_text(found[cell]), 1))
        self._ranks = Remembered(lambda text: rank(json.loads(text), order))
        self._end = b"\t" if len(columns) > 1 else b"\n"
        self._blocks = Blocks(context.memory, self._end, self._item)

    def items(self, solutions: QuerySolutions) -> list[Indented]:
        """Return the items that rows stand for."""
        written = solutions.serialize(format=QueryResultsFormat.TSV) or b"\n"
        found = self._blocks.read(written, written.index(b"\n") + 1)
        found.pop(self._end, None)  # rows without an id are about nothing
        return list(found.values())

    def _item(self, cell: bytes, block: bytes) -> Indented:
        """Return the item that all rows with the same first cell stand for."""
        rows = [line.split("\t") for line in block.decode().split("\n")[:-1]]
        return Indented(self._object(cell[:-1].decode(), self._columns, rows) if cell[:-1] else "")

    def _objects(self, columns: Sequence[_Column], groups: Mapping[str, Sequence[Row]]) -> list[str]:
        """Return the objects with these ids, each from the rows that are about it."""
        return [self._object(cell, columns, rows) for cell, rows in groups.items()]

    def _object(self, identity: str, columns: Sequence[_Column], rows: Sequence[Row]) -> str:
        lines = self._lines(columns, rows[0]) if len(rows) == 1 else self._folded(columns, rows)
        return f"{self._beginnings[identity]}{''.join(lines)}\n}}"

    def _lines(self, columns: Sequence[_Column], row: Row) -> list[str]:
        """Return the entries of an object after its id, from one row, as most objects in an item have."""
        return [
            self._one(column, cell, (row,))
            for column in columns
            if (cell := row[column.at]) or column.is_array
        ]

    def _folded(self, columns: Sequence[_Column], rows: Sequence[Row]) -> list[str]:
        """Return the entries of an object after its id, from several rows."""
        cells = list(zip(*rows, strict=True))
        lines = []
        for column in columns:
            found = cells[column.at]
            first = found[0]
            if found.count(first) < len(found):
                lines.append(self._several(column, found, rows))
            elif first or column.is_array:
                lines.append(self._one(column, first, rows))
        return lines

    def _one(self, column: _Column, cell: str, rows: Sequence[Row]) -> str:
        """Return the entry for a column that has the same cell in all rows."""
        if column.below and cell:
            return column.entry(self._object(cell, column.below, rows))
        return column.entries[cell]

    def _several(self, column: _Column, cells: Row, rows: Sequence[Row]) -> str:
        """Return the entry for a column whose cells differ."""
        if column.below:
            texts = self._objects(column.below, _grouped(rows, column.at))
        else:
            texts = [column.members[cell] for cell in dict.fromkeys(cells) if cell]
        if len(texts) == 1:
            return column.entry(texts[0])
        return column.array(sorted(texts, key=self._ranks.__getitem__))


def _grouped(rows: Iterable[Row], at: int) -> dict[str, list[Row]]:
    """Return the rows that have a value in a column, by that value."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row[at]:
            groups.setdefault(row[at], []).append(row)
    return groups
