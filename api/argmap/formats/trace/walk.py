"""From one thing along the edges to every simple path, as a tree: each hop holds those that follow it.

Support may run in circles, and a graph of fifty statements may hold more simple paths than there are atoms:
so the tree grows level by level until it has `MAX_HOPS` hops or is `MAX_LENGTH` deep, which shows what is
near rather than one arbitrary corner. A hop that goes on beyond says so, and one that would return to a
thing above it too.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argmap.formats.graph_index import Node
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


@dataclass(frozen=True, eq=False)
class _Place:
    """Where the walk has come: the thing, its hop, what the way here means for it, and what is above it."""

    hop: Object
    way: Way
    node: Node
    above: frozenset[Node]


def walk(
    root: Node, onward: Onward, start: Way, hop: Callable[[Way, str, Node], tuple[Object, Way]]
) -> Walked:
    """Return every simple path from `root`; `hop` says what is shown of a thing reached on some way."""
    top: Object = {}
    waiting = deque([_Place(top, start, root, frozenset())])
    made, ends, truncated = 0, 0, False
    while waiting:
        here = waiting.popleft()
        path = here.above | {here.node}
        steps = onward.from_(here.node)
        returning = path & steps.nodes
        further = len(steps.nodes) - len(returning)
        room = 0 if len(path) == MAX_LENGTH else MAX_HOPS - made
        followed = _followed(steps.each, returning, room) if further and room else ()
        if returning:
            here.hop["circular"] = True
        if len(followed) < further:
            truncated = here.hop["truncated"] = True
        if followed:
            shown = [(node, *hop(here.way, via, node)) for via, node in followed]
            here.hop["hops"] = [each for _, each, _ in shown]
            waiting.extend(_Place(each, way, node, path) for node, each, way in shown)
            made += len(shown)
        elif here.hop is not top:
            ends += 1
    return Walked(top.get("hops", []), ends, truncated, "circular" in top)


def _followed(
    steps: Sequence[tuple[str, Node]], returning: frozenset[Node], room: int
) -> Sequence[tuple[str, Node]]:
    return [step for step in steps if step[1] not in returning][:room]
