"""Where a path can go from a thing, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.formats.graph_index import Node, id_of
from argmap.formats.trace.facts import Facts
from argmap.formats.trace.places import offset, passages
from argmap.formats.values import rank


@dataclass(frozen=True)
class Steps:
    """The steps from a thing, each with the key it goes by; `nodes` are where they lead."""

    each: tuple[tuple[str, Node], ...]
    nodes: frozenset[Node]


class Onward:
    """The steps from every thing: by edge, then in the order given."""

    def __init__(self, facts: Facts, edges: Sequence[str], order: Sequence[str]) -> None:
        self._facts, self._edges, self._order = facts, edges, order
        self._known: dict[Node, Steps] = {}
        self._ranks: dict[Node, Any] = {}

    def from_(self, node: Node) -> Steps:
        """Return the steps from a thing, one to each that they lead to: by the first edge that does."""
        if node not in self._known:
            found: dict[Node, str] = {}
            for edge in self._edges:
                nodes = self._facts.things(node, edge)
                # What is only named leads nowhere, and a place in the text is no step of a trace.
                for each in sorted(filter(self._is_step, nodes), key=self._rank):
                    found.setdefault(each, edge)
            self._known[node] = Steps(tuple((via, each) for each, via in found.items()), frozenset(found))
        return self._known[node]

    def _is_step(self, node: Node) -> bool:
        return self._facts.role(node) != "thing"

    def _rank(self, node: Node) -> Any:
        if node not in self._ranks:
            # Numbers of notes and places in a text count within one article: all but the kind and the name.
            article = id_of(node).rsplit("/", 2)[0]
            known = {key: self._value(node, key) for key in self._order}
            placed = {key: value for key, value in known.items() if value is not None}
            self._ranks[node] = (article, rank({"id": id_of(node), **placed}, self._order))
        return self._ranks[node]

    def _value(self, node: Node, key: str) -> Any:
        if key == "startOffset" and self._facts.role(node) == "statement":
            return offset(self._facts, passages(self._facts, node))
        if key == "noteNumber" and self._facts.role(node) == "reference":
            notes = self._facts.things(node, "referencedIn")
            return self._facts.one(notes[0], key) if notes else None
        return self._facts.one(node, key)
