"""A table for a reader: fitted to the width of a terminal, or aligned plain text in a pipe."""

import sys
from collections.abc import Sequence
from itertools import accumulate

from argmap.cli.plain_text import one_line

WIDEST_PAD = 80  # a longer cell is written in full but does not push the column right in every other line
GAP = 2  # between columns


def show(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    numeric: frozenset[str] = frozenset(),
    narrowest: int = 20,
) -> None:
    """Write the rows under their column names to standard output; `numeric` columns are aligned right.

    On a terminal, columns at the right for which `narrowest` characters are not left are only named.
    """
    cells = [["" if cell is None else one_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _show_on_terminal(columns, cells, numeric, narrowest)
    else:
        sys.stdout.write(plain(columns, cells, numeric))


def plain(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[str]) -> str:
    """The table as lines of text, columns apart by two spaces."""
    lines = [list(columns), *map(list, rows)]
    widths = [min(WIDEST_PAD, max(map(len, column))) for column in zip(*lines, strict=True)]
    aligned = [
        [
            cell.rjust(width) if name in numeric else cell.ljust(width)
            for name, cell, width in zip(columns, line, widths, strict=True)
        ]
        for line in lines
    ]
    return "".join((" " * GAP).join(line).rstrip() + "\n" for line in aligned)


def _show_on_terminal(
    columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[str], narrowest: int
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    shown = _how_many_fit([columns, *rows], narrowest, console.width)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for column in columns[:shown]:
        number = column in numeric
        table.add_column(Text(column), justify="right" if number else "left", overflow="fold", no_wrap=number)
    for row in rows:
        table.add_row(*map(Text, row[:shown]))
    console.print(table)
    if shown < len(columns):
        left_out = ", ".join(columns[shown:])
        console.print(Text(f"\nNot shown for want of width: {left_out}. --format json has all.", style="dim"))


def _how_many_fit(lines: Sequence[Sequence[str]], narrowest: int, width: int) -> int:
    needed = [min(narrowest, max(map(len, column))) + GAP for column in zip(*lines, strict=True)]
    return max(1, sum(total - GAP <= width for total in accumulate(needed)))
