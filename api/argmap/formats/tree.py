"""From the triples of a CONSTRUCT to one thing with all that hangs on it.

A thing is an object with every triple that has it as subject; the things it leads to are embedded, unless
they are already above it. Keys that are named as reverse embed what leads to it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from argmap.formats.branch import Branch, Filled, Value, branch_text
from argmap.formats.context import Context
from argmap.formats.graph_index import Node, distinct, id_of, node_of
from argmap.formats.indented import Indented
from argmap.formats.json_text import value_text
from argmap.formats.shape import Shape
from argmap.formats.thing import Backwards, Link, Rank, Thing
from argmap.formats.things import Things
from argmap.formats.values import rank

# A tree repeats what several branches share; a graph of thousands of triples could unfold into billions.
MAX_EMBEDDED = 20_000
# Embedding is recursive, and Python stops at a depth of a thousand calls, three a level.
MAX_DEPTH = 200
# In a graph with circles a thing can look different wherever it stands; to look through all of its objects
# would take longer than to grow another.
MAX_REMEMBERED = 8

_NOTHING = Indented("")
# What stands under a key, and what sorts it there (None: it has to be read).
_Ranked = tuple[Rank | None, Value]


def tree(
    root: str,
    triples: bytes,
    context: Context,
    reverse: Sequence[str] = (),
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> tuple[bytes, bool]:
    """Return the object of the root as JSON, and whether it was cut off (20,000 embedded, a depth of 200).

    `triples` are N-Triples as the engine writes them.
    """
    things = _things(context, reverse, order, arrays)
    growing = _Growing(things.shape, things.read(triples))
    return growing.text(node_of(root)), growing.truncated


def trees(roots: Iterable[str], triples: bytes, context: Context) -> list[bytes]:
    """Return the objects of several roots as JSON, each as if it were asked for alone."""
    things = _things(context, (), (), ())
    growing = _Growing(things.shape, things.read(triples))
    return [growing.text(node_of(root)) for root in roots]


def _things(context: Context, reverse: Sequence[str], order: Sequence[str], arrays: Sequence[str]) -> Things:
    """Return what reads the things of this shape, with all that it remembers."""
    wanted = "tree", tuple(reverse), tuple(order), tuple(arrays)
    things: Things | None = context.remembered.get(wanted)
    if things is None:
        keys = [context.key(name) for name in reverse]
        things = context.remembered[wanted] = Things(
            Shape(context, keys, order, frozenset(arrays)), context.memory
        )
    return things


class _Growing:
    """The things of a graph, what has grown of them, and how many may still be embedded."""

    def __init__(self, shape: Shape, things: Mapping[Node, Thing]) -> None:
        self.truncated = False
        self._things = things
        self._order = shape.order
        self._left = 0
        self._subjects = _subjects(shape, things)
        self._described = frozenset(things)
        self._led = _led(self._subjects)
        self._above: set[Node] = set()
        self._grown: dict[Node, list[Branch]] = {}

    def text(self, node: Node) -> bytes:
        """Return the object of a thing, with all that hangs on it, up to 20,000 things."""
        self._left = MAX_EMBEDDED
        if node not in self._things:
            return Indented(_named(node))[0]
        return branch_text(self._branch(self._things[node]))

    def _branch(self, thing: Thing) -> Branch:
        node = thing.node
        branch = Branch(node)
        self._above.add(node)
        for part in thing.parts(self._described & thing.nodes, self._led.get(node, 0)):
            if type(part) is Indented:
                branch.parts.append(part)
            elif type(part) is Link:
                branch.parts.append(self._forwards(part, branch))
            else:
                branch.parts.append(self._backwards(part, node, branch))
        self._above.remove(node)
        self._remember(node, branch)
        return branch

    def _forwards(self, link: Link, branch: Branch) -> Filled:
        found: list[_Ranked] = []
        for term in link.terms:
            thing = self._things.get(term)
            if thing is None:
                found.append(link.values[term])
            elif term in self._above:
                branch.stops.add(term)
                found.append(link.values[term])
            else:
                found.append(self._embedded(thing, branch))
        return Filled(link.before, self._ordered(found), link.is_array)

    def _backwards(self, key: Backwards, node: Node, branch: Branch) -> Indented | Filled:
        """Return what leads to a thing by a key, apart from what is above."""
        found: list[_Ranked] = []
        for subject in distinct(self._subjects[key.place][node]):
            if subject in self._above:
                branch.stops.add(subject)
            else:
                found.append(self._embedded(self._things[subject], branch))
        if not found:
            return _NOTHING if key.empty is None else key.empty
        return Filled(key.before, self._ordered(found), key.is_array)

    def _embedded(self, thing: Thing, branch: Branch) -> _Ranked:
        node = thing.node
        if self._left == 0 or len(self._above) >= MAX_DEPTH:
            self.truncated = True
            return None, Indented(_named(node))
        if node not in self._led and self._described.isdisjoint(thing.nodes):
            self._left -= 1
            branch.add_leaf(node)
            return thing.rank, thing.alone
        grown = self._remembered(node)
        if grown is None:
            self._left -= 1
            grown = self._branch(thing)
        else:
            self._left -= grown.embedded
        branch.add(grown)
        return (thing.rank if self._described.isdisjoint(thing.ranked_by) else None), grown

    def _ordered(self, found: list[_Ranked]) -> list[Value]:
        if len(found) > 1:
            found.sort(key=self._rank)
        return [value for _, value in found]

    def _rank(self, ranked: _Ranked) -> Rank:
        known, value = ranked
        if known is not None:
            return known
        text = value[0] if type(value) is Indented else branch_text(value)
        return rank(json.loads(text), self._order)

    def _remembered(self, node: Node) -> Branch | None:
        """Return what has grown from a thing elsewhere and would grow here too."""
        above = self._above
        for grown in self._grown.get(node, ()):
            if grown.fits(above) and grown.embedded <= self._left and len(above) + grown.height < MAX_DEPTH:
                return grown
        return None

    def _remember(self, node: Node, branch: Branch) -> None:
        branch.stops.discard(node)
        remembered = self._grown.setdefault(node, [])
        if not self.truncated and len(remembered) < MAX_REMEMBERED:
            remembered.append(branch)


def _subjects(shape: Shape, things: Mapping[Node, Thing]) -> list[dict[Node, list[Node]]]:
    """Return for each key that is read backwards the things that lead to a thing."""
    found: list[dict[Node, list[Node]]] = [{} for _ in shape.reverse]
    for node, thing in things.items():
        for place, terms in thing.leads:
            for term in terms:
                if term in things:
                    found[place].setdefault(term, []).append(node)
    return found


def _led(subjects: Sequence[Mapping[Node, Sequence[Node]]]) -> dict[Node, int]:
    """Return what something leads to backwards, with a bit for the place of each such key."""
    found: dict[Node, int] = {}
    for place, by_object in enumerate(subjects):
        for node in by_object:
            found[node] = found.get(node, 0) | 1 << place
    return found


def _named(node: Node) -> str:
    """Return the object of a thing of which nothing is said here."""
    return '{\n "id": ' + value_text(id_of(node)) + "\n}"
