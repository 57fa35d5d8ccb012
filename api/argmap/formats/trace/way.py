"""What the way to a thing means for its hop: whose note it is, what is cited for whom, what is inherited."""

from collections.abc import Callable
from typing import NamedTuple

from argmap.formats.graph_index import Node
from argmap.formats.json_text import Continued
from argmap.formats.trace import hops
from argmap.formats.trace.facts import Facts
from argmap.formats.trace.size import Size, size_of
from argmap.formats.trace.ties import locator, tie
from argmap.formats.trace.works import Works
from argmap.formats.values import Object


class Way(NamedTuple):
    """What a path has come through: the last of each, and the place in the work that is cited.

    `same_place` tells that the place is that of the reference to come, as after "ibid." alone; `inherited`
    that the path has come through one statement to another.
    """

    statement: Node | None = None
    note: Node | None = None
    reference: Node | None = None
    locator: str | None = None
    same_place: bool = False
    inherited: bool = False


class Hops:
    """What is shown of things on their ways; a thing met again on the same way is worked out once."""

    def __init__(self, facts: Facts, works: Works) -> None:
        self._facts, self._works = facts, works
        self._fields: dict[Node, Object] = {}
        self._known: dict[tuple[Way, str, Node], tuple[Object, Way, Size]] = {}
        self._by_role: dict[str, Callable[[Way, Node], tuple[Object, Way]]] = {
            "statement": self._statement,
            "note": self._note,
            "reference": self._reference,
            "source": self._source,
        }

    def start(self, node: Node) -> tuple[Object, Way, Size]:
        """Return what is said of the thing that all paths start from, the way of who is there, its size."""
        said, way = self._at(Way(), node)
        root = {**said, "type": self._facts.types(node)}
        return root, way, size_of(self._facts.role(node), root)

    def hop(self, way: Way, via: str, node: Node) -> tuple[Object, Way, Size]:
        """Return a new hop to a thing, reached by the key `via` on some way, the way from there, its size."""
        known = self._known.get((way, via, node))
        if known is None:
            said, onward = self._at(way, node)
            inherited = {"inherited": True} if onward.inherited else {}
            shown = {**said, "via": via, **inherited}
            known = self._known[way, via, node] = shown, onward, size_of(self._facts.role(node), shown)
        shown, onward, size = known
        return Continued(shown), onward, size

    def _at(self, way: Way, node: Node) -> tuple[Object, Way]:
        if node not in self._fields:
            self._fields[node] = hops.fields(self._facts, node)
        seen = self._by_role.get(self._facts.role(node))
        said, onward = seen(way, node) if seen else ({}, way)
        return {**self._fields[node], **said}, onward

    def _statement(self, way: Way, node: Node) -> tuple[Object, Way]:
        if way.statement is not None:
            return {}, way._replace(statement=node, inherited=True)
        known = tie(self._facts, node, way.note, way.reference) if way.note else {}
        return known, way._replace(statement=node)

    def _note(self, way: Way, node: Node) -> tuple[Object, Way]:
        return hops.markers(self._facts, node, way.statement), way._replace(note=node)

    def _reference(self, way: Way, node: Node) -> tuple[Object, Way]:
        """Of several references the first below a note is cited there, or the last above it."""
        if way.note is None:
            return {}, way._replace(reference=node)
        if way.reference is not None:
            return {}, self._placed(way, node, {}) if way.same_place else way
        known = tie(self._facts, way.statement, way.note, node)
        return known, self._placed(way._replace(reference=node), node, known)

    def _placed(self, way: Way, node: Node, known: Object) -> Way:
        place = locator(known, self._fields[node])
        ibid = self._facts.kind(node) == "IbidReference"
        return way._replace(locator=place, same_place=ibid and place is None)

    def _source(self, way: Way, node: Node) -> tuple[Object, Way]:
        return dict(self._works.said(node, way.locator)), way
