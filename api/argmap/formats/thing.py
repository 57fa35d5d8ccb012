"""A thing as JSON text in parts: most are the same in every graph, its links are filled by the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, final

from argmap.formats.graph_index import Node, Raw
from argmap.formats.indented import Indented

Rank: TypeAlias = tuple[Any, ...]


@final
@dataclass(frozen=True, slots=True)
class Link:
    """A key that leads to terms, of which the `nodes` are things of the graph if it says anything of them.

    `plain` is the whole entry where it says nothing, `before` how an entry begins, `values` what each term is
    by itself, with its rank.
    """

    terms: Sequence[Raw]
    nodes: frozenset[Node]
    plain: str
    before: Indented
    values: Mapping[Raw, tuple[Rank, Indented]]
    is_array: bool


@final
@dataclass(frozen=True, slots=True)
class Backwards:
    """A key that is read backwards, the one at `place` of all such keys; `empty` is the entry without any."""

    place: int
    before: Indented
    empty: Indented | None
    is_array: bool


# What is not text already leads to other things, where the graph says something of them.
Part: TypeAlias = str | Link | Backwards
Open: TypeAlias = Indented | Link | Backwards

# What graphs make of a thing is remembered too: most things stand in one or two ways.
_MOST_WAYS = 8


class Thing:
    """A thing, whatever graph it stands in.

    `nodes` are all to which its links may lead, `leads` the terms to which it leads by keys that are read
    backwards, with their places. `rank` sorts it, unless the graph says something of the nodes in `ranked_by`
    or it is None.
    """

    __slots__ = ("_alone", "_parts", "_ways", "leads", "node", "nodes", "rank", "ranked_by")

    def __init__(
        self,
        node: Node,
        parts: Sequence[Part],
        leads: Sequence[tuple[int, Sequence[Raw]]],
        rank: Rank | None,
        ranked_by: frozenset[Node],
    ) -> None:
        self.node, self.leads, self.rank, self.ranked_by = node, leads, rank, ranked_by
        self.nodes = frozenset().union(*[part.nodes for part in parts if isinstance(part, Link)])
        self._parts = parts
        self._ways: dict[tuple[frozenset[Node], int], Sequence[Open]] = {}
        self._alone: Indented | None = None

    @property
    def alone(self) -> Indented:
        """Its text where no link leads anywhere."""
        if self._alone is None:
            self._alone = Indented("".join(map(_alone, self._parts)))
        return self._alone

    def parts(self, described: frozenset[Node], led: int) -> Sequence[Open]:
        """Return the parts of its text in a graph that describes these of its nodes.

        `led` has a bit for the place of each key that is read backwards by which something leads here.
        """
        way = described, led
        found = self._ways.get(way)
        if found is None:
            if len(self._ways) >= _MOST_WAYS:
                self._ways.clear()
            found = self._ways[way] = _joined(self._parts, described, led)
        return found


def _alone(part: Part) -> str:
    """Return the text of a part where it leads nowhere."""
    if isinstance(part, str):
        return part
    if isinstance(part, Link):
        return part.plain
    return "" if part.empty is None else part.empty.text


def _joined(parts: Sequence[Part], described: frozenset[Node], led: int) -> list[Open]:
    """Return parts with as much as possible in one: what leads nowhere is text."""
    joined: list[Open] = []
    text = ""
    for part in parts:
        if not isinstance(part, str) and _leads(part, described, led):
            joined += [Indented(text), part]
            text = ""
        else:
            text += _alone(part)
    return [*joined, Indented(text)]


def _leads(part: Link | Backwards, described: frozenset[Node], led: int) -> bool:
    if isinstance(part, Link):
        return not described.isdisjoint(part.nodes)
    return bool(led >> part.place & 1)
