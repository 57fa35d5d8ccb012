"""From one thing along the edges to every simple path, as a tree: each hop holds those that follow it.

Support may run in circles, and a graph of fifty statements may hold more simple paths than there are atoms:
so the tree grows level by level until it has `MAX_HOPS` hops, is `MAX_LENGTH` deep or would be larger than
`size.MAX_SIZE`, which shows what is near rather than one arbitrary corner. A hop that goes on beyond says so,
and one that would return to a thing above it too.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.formats.graph_index import Node
from argmap.formats.trace.size import Budget, Row, Size
from argmap.formats.trace.steps import Onward
from argmap.formats.trace.way import Way
from argmap.formats.values import Object

MAX_HOPS = 20_000
# Deeper documents cannot be read by every reader of JSON: Python's own stops at a thousand levels.
MAX_LENGTH = 200


@dataclass(frozen=True)
class Walked:
    """The hops from the root, how many paths they make up, and whether any was left off or leads back."""

    hops: list[Object]
    paths: int
    truncated: bool
    circular: bool


class _Place(NamedTuple):
    """Where the walk has come: the thing, its hop, what the way here means for it, and what is above it.

    `row` is what the path to here takes in the table of paths.
    """

    hop: Object
    way: Way
    node: Node
    above: frozenset[Node]
    row: Row


# What is shown of a thing reached on some way by some key, the way from there, and its size.
_Hop = Callable[[Way, str, Node], tuple[Object, Way, Size]]


def walk(root: Node, onward: Onward, start: tuple[Way, Size], hop: _Hop) -> Walked:
    """Return every simple path from `root`; `start` is the way and the size of the root."""
    top: Object = {}
    way, size = start
    budget = Budget()
    waiting = deque([_Place(top, way, root, frozenset(), Row.of(size))])
    made, ends, truncated = 0, 0, False
    while waiting:
        here = waiting.popleft()
        path = here.above | {here.node}
        steps = onward.from_(here.node)
        returning = path & steps.nodes
        further = len(steps.nodes) - len(returning)
        room = 0 if len(path) == MAX_LENGTH or budget.spent else MAX_HOPS - made
        followed = _followed(steps.each, returning, room) if further and room else ()
        shown = _shown(here, path, followed, hop, budget) if followed else ()
        if returning:
            here.hop["circular"] = True
        if len(shown) < further:
            truncated = here.hop["truncated"] = True
        if shown:
            here.hop["hops"] = [place.hop for place in shown]
            waiting.extend(shown)
            made += len(shown)
        elif here.hop is not top:
            ends += 1
    return Walked(top.get("hops", []), ends, truncated, "circular" in top)


def _followed(
    steps: Sequence[tuple[str, Node]], returning: frozenset[Node], room: int
) -> Sequence[tuple[str, Node]]:
    return [step for step in steps if step[1] not in returning][:room]


def _shown(
    here: _Place, path: frozenset[Node], steps: Sequence[tuple[str, Node]], hop: _Hop, budget: Budget
) -> list[_Place]:
    """Return where the steps lead, as far as the budget goes; the first takes the row of `here` over."""
    shown: list[_Place] = []
    over = here.row.size if here.above else 0
    for via, node in steps:
        said, way, size = hop(here.way, via, node)
        row = here.row.on(size)
        if not budget.takes(size.at(len(path)), row.size - over):
            break
        shown.append(_Place(said, way, node, path, row))
        over = 0
    return shown
