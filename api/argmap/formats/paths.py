"""From the triples of a CONSTRUCT to every path that starts at one thing.

The head's `edges` are the keys that count as hops; everything else said of a thing are fields of its hop, and
what these lead to is embedded there. A path goes on while an edge leads to a thing that is not yet on it;
each hop says by which key it was reached.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from argmap.formats.context import Context, Key
from argmap.formats.graph_index import GraphIndex, Node
from argmap.formats.values import Object, Term, in_key_order, in_value_order, node_id, single_or_array, value

MAX_HOPS = 20_000
# The walk is recursive, and Python stops at a depth of a thousand calls.
MAX_LENGTH = 200

Step = tuple[str | None, Node]


def paths(
    root: str,
    triples: Iterable[Triple],
    context: Context,
    edges: Sequence[str],
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> tuple[Object, bool]:
    """Return the root with all `paths` from it (it is their first hop), and whether they were cut off."""
    walk = _Walk(GraphIndex(triples), context, edges, order, frozenset(arrays))
    start = NamedNode(root)
    found: list[Object] = []
    hops = 0
    for steps in walk.from_(((None, start),)):
        hops += len(steps)
        if hops > MAX_HOPS:
            return walk.fields(start) | {"paths": found}, True
        found.append({"hops": [walk.hop(step) for step in steps]})
    return walk.fields(start) | {"paths": found}, walk.cut


class _Walk:
    """The graph and the wishes of the query's head."""

    def __init__(
        self,
        graph: GraphIndex,
        context: Context,
        edges: Sequence[str],
        order: Sequence[str],
        arrays: frozenset[str],
    ) -> None:
        self.graph = graph
        self.context = context
        self.edges = [context.key(name) for name in edges]
        self.order = order
        self.arrays = arrays
        self._followed = {key.property for key in self.edges}
        self.cut = False
        self._fields: dict[Node, Object] = {}

    def from_(self, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
        """Yield the paths that begin with these steps and cannot go on. One alone is no path."""
        further = self._next(steps)
        if further and len(steps) == MAX_LENGTH:
            self.cut, further = True, []
        for step in further:
            yield from self.from_((*steps, step))
        if not further and len(steps) > 1:
            yield steps

    def _next(self, steps: tuple[Step, ...]) -> list[Step]:
        here, taken = steps[-1][1], {node for _, node in steps}
        found: dict[Node, str] = {}
        for key in self.edges:
            nodes = {node_id(node): node for node in self.graph.along(here, key) if node not in taken}
            for entry in in_value_order([self.fields(node) for node in nodes.values()], self.order):
                found.setdefault(nodes[entry["id"]], key.name)
        return [(name, node) for node, name in found.items()]

    def hop(self, step: Step) -> Object:
        """Return a hop: the thing's fields, and `via` which key it was reached."""
        via, node = step
        return self.fields(node) | ({"via": via} if via else {})

    def fields(self, node: Node) -> Object:
        """Return what is said of a thing besides its edges."""
        if node not in self._fields:
            self._fields[node] = self._read(node)
        return self._fields[node]

    def _read(self, node: Node, above: frozenset[Node] = frozenset()) -> Object:
        entries: dict[str, Any] = {"id": node_id(node)}
        for key, objects in self.graph.forward(node, self.context):
            if key.property not in self._followed:
                values = [self._value(key, term, above | {node}) for term in objects]
                entries[key.name] = single_or_array(
                    in_value_order(values, self.order), key.name in self.arrays
                )
        return in_key_order(entries)

    def _value(self, key: Key, term: Term, above: frozenset[Node]) -> Any:
        """Return a field: what the graph describes is an object with fields of its own (a page, a holder)."""
        if isinstance(term, Literal | Triple) or key.kind == "token" or term in above:
            return value(self.context, key, term)
        return self._read(term, above) if self.graph.describes(term) else value(self.context, key, term)
