"""From the triples of a CONSTRUCT to one thing with all that hangs on it.

A thing is an object with every triple that has it as subject; the things it leads to are embedded, unless
they are already above it. Keys that are named as reverse embed what leads to it. An object that several
branches share is the same Python object in all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.context import Context
from argmap.formats.fields import Fields, Link
from argmap.formats.graph_index import GraphIndex, Node, Raw, id_of, node_of
from argmap.formats.values import Object

# A tree repeats what several branches share; a graph of thousands of triples could unfold into billions.
MAX_EMBEDDED = 20_000
# Embedding is recursive, and Python stops at a depth of a thousand calls, four a level.
MAX_DEPTH = 200
# In a graph with circles a thing can look different wherever it stands; to look through all of its objects
# would take longer than to grow another.
MAX_REMEMBERED = 8


def tree(
    root: str,
    triples: bytes,
    context: Context,
    reverse: Sequence[str] = (),
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> tuple[Object, bool]:
    """Return the object of the root, and whether it was cut off (20,000 embedded things, a depth of 200).

    `triples` are N-Triples as the engine writes them.
    """
    keys = [context.key(name) for name in reverse]
    growing = Growing(Fields(GraphIndex(triples), context, order, arrays, keys))
    return growing.thing(node_of(root)), growing.truncated


@dataclass(slots=True)
class _Branch:
    """A thing at its place: what is `above` it, the thing included, and what grew there.

    `things` are embedded in it, itself included, `stops` are things above where it went no further; `height`
    levels of things are below it.
    """

    above: frozenset[Node]
    entries: Object
    things: set[Node]
    stops: set[Node] = field(default_factory=set)
    embedded: int = 1
    height: int = 0

    def add(self, branch: "_Branch") -> None:
        self.things |= branch.things
        self.stops |= branch.stops
        self.embedded += branch.embedded
        self.height = max(self.height, branch.height + 1)

    def fits(self, above: frozenset[Node]) -> bool:
        """Whether the same would grow below these things."""
        return self.stops <= above and self.things.isdisjoint(above)


class Growing:
    """The fields of all things, what has grown of them, and how many may still be embedded."""

    def __init__(self, fields: Fields) -> None:
        self.truncated = False
        self._fields = fields
        self._left = 0
        self._grown: dict[Node, list[_Branch]] = {}

    def thing(self, node: Node) -> Object:
        """Return the object of a thing, with all that hangs on it, up to 20,000 things."""
        self._left = MAX_EMBEDDED
        return self._branch(node, frozenset()).entries

    def _branch(self, node: Node, above: frozenset[Node]) -> _Branch:
        links = self._fields.links(node)
        entries = self._fields.of(node)
        branch = _Branch(above | {node}, entries.copy() if links else entries, {node})
        for link in links:
            found = [self._value(link, term, branch) for term in self._followed(link, branch)]
            if found or not link.backwards or link.name in self._fields.arrays:
                branch.entries[link.name] = self._fields.ordered(link.name, found)
            elif branch.entries[link.name] is None:
                del branch.entries[link.name]
        self._remember(node, branch)
        return branch

    def _followed(self, link: Link, branch: _Branch) -> Sequence[Raw]:
        """Return the terms that stand under a key: backwards, those that are not above."""
        if not link.backwards:
            return link.terms
        branch.stops |= branch.above.intersection(link.terms)
        return [term for term in link.terms if term not in branch.above]

    def _value(self, link: Link, term: Raw, branch: _Branch) -> Any:
        if term in self._fields.described:
            if term not in branch.above:
                return self._embedded(term, branch)
            branch.stops.add(term)
        return link.values[term]

    def _embedded(self, node: Node, branch: _Branch) -> Any:
        grown = self._remembered(node, branch.above)
        if grown is None:
            if self._left == 0 or len(branch.above) >= MAX_DEPTH:
                self.truncated = True
                return {"id": id_of(node)}
            self._left -= 1
            grown = self._branch(node, branch.above)
        else:
            self._left -= grown.embedded
        branch.add(grown)
        return grown.entries

    def _remembered(self, node: Node, above: frozenset[Node]) -> _Branch | None:
        """Return what has grown from a thing elsewhere and would grow here too."""
        for grown in self._grown.get(node, ()):
            if grown.fits(above) and grown.embedded <= self._left and len(above) + grown.height < MAX_DEPTH:
                return grown
        return None

    def _remember(self, node: Node, branch: _Branch) -> None:
        branch.stops.discard(node)
        remembered = self._grown.setdefault(node, [])
        if not self.truncated and len(remembered) < MAX_REMEMBERED:
            remembered.append(branch)
