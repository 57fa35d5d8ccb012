"""Who stands in which row, and where in it: a layered drawing (Sugiyama, Tagawa and Toda 1981), made simply.

The order of the rows follows Eades, Lin and Smyth 1993; within a row, barycentres. Nothing is left to chance:
equals are told apart by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[str, str]
_SWEEPS = 12


@dataclass(frozen=True)
class Layers:
    """Rows from top to bottom, and for each pair the places it passes, the upper end first.

    A place that belongs to no thing keeps the way free for a pair that passes a row.
    """

    rows: tuple[tuple[str, ...], ...]
    ways: Mapping[Pair, tuple[str, ...]]


def layered(names: Sequence[str], weights: Mapping[Pair, int]) -> Layers:
    """Return the rows of `names`; `weights` says how many relations lead from the one to the other."""
    order = {name: place for place, name in enumerate(_sequence(names, weights))}
    down = sorted({(a, b) if order[a] < order[b] else (b, a) for a, b in weights if a != b})
    row_of = _rows_of(sorted(names, key=order.__getitem__), down)
    ways = {(a, b): _way(a, b, row_of) for a, b in down}
    rows = [[name for name in sorted(names) if row_of[name] == row] for row in range(_count(row_of))]
    for a, b in down:
        for step, place in enumerate(ways[a, b][1:-1], row_of[a] + 1):
            rows[step].append(place)
    return Layers(_ordered(rows, ways.values()), ways)


def _sequence(names: Iterable[str], weights: Mapping[Pair, int]) -> list[str]:
    """Return the names so that few relations lead back: sources first, sinks last, else the most giving."""
    left, first, last = set(names), list[str](), list[str]()

    def degree(name: str, side: int) -> int:
        pairs = ((pair, count) for pair, count in weights.items() if pair[0] != pair[1] and left >= set(pair))
        return sum(count for pair, count in pairs if pair[side] == name)

    while left:
        sinks = sorted(name for name in left if degree(name, 0) == 0 and degree(name, 1) > 0)
        if sinks:
            last.insert(0, sinks[-1])
            left.remove(sinks[-1])
            continue
        giving = min(left, key=lambda name: (degree(name, 1) - degree(name, 0), name))
        first.append(giving)
        left.remove(giving)
    return first + last


def _rows_of(order: Iterable[str], down: Sequence[Pair]) -> dict[str, int]:
    row_of: dict[str, int] = {}
    for name in order:
        row_of[name] = max((row_of[a] + 1 for a, b in down if b == name), default=0)
    for name in {a for a, _ in down} - {b for _, b in down}:
        # What nothing leads to stands right above the first that it leads to.
        row_of[name] = min(row_of[b] for a, b in down if a == name) - 1
    return row_of


def _count(row_of: Mapping[str, int]) -> int:
    return max(row_of.values(), default=-1) + 1


def _way(a: str, b: str, row_of: Mapping[str, int]) -> tuple[str, ...]:
    return (a, *(f"{a} to {b} in {row}" for row in range(row_of[a] + 1, row_of[b])), b)


def _ordered(rows: Sequence[list[str]], ways: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows with the places of each in the order of what they are tied to above, then below."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for way in ways:
        for high, low in pairwise(way):
            above.setdefault(low, []).append(high)
            below.setdefault(high, []).append(low)
    for sweep in range(_SWEEPS):
        tied, numbers = (
            (above, range(1, len(rows))) if sweep % 2 == 0 else (below, range(len(rows) - 2, -1, -1))
        )
        for number in numbers:
            _sort(rows[number], rows[number - 1 if sweep % 2 == 0 else number + 1], tied)
    return tuple(tuple(row) for row in rows)


def _sort(row: list[str], beside: Sequence[str], tied: Mapping[str, Sequence[str]]) -> None:
    place = {name: number / max(1, len(beside) - 1) for number, name in enumerate(beside)}
    own = {name: number / max(1, len(row) - 1) for number, name in enumerate(row)}

    def centre(name: str) -> tuple[float, str]:
        near = [place[other] for other in tied.get(name, ()) if other in place]
        return (round(sum(near) / len(near) if near else own[name], 6), name)

    row.sort(key=centre)
