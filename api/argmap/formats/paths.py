"""From the triples of a CONSTRUCT to every path that starts at one thing.

The head's `edges` are the keys that count as hops; everything else said of a thing are fields of its hop, and
what these lead to is embedded there. A path goes on while an edge leads to a thing that is not yet on it;
each hop says by which key it was reached. Paths that share a hop share the Python object.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.formats.context import Context
from argmap.formats.fields import Fields
from argmap.formats.graph_index import GraphIndex, Node, id_of, node_of
from argmap.formats.tree import Growing
from argmap.formats.values import Object, in_value_order

MAX_HOPS = 20_000
# The walk is recursive, and Python stops at a depth of a thousand calls.
MAX_LENGTH = 200


def paths(
    root: str,
    triples: bytes,
    context: Context,
    edges: Sequence[str],
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> tuple[Object, bool]:
    """Return the root with all `paths` from it (it is their first hop), and whether they were cut off.

    `triples` are N-Triples as the engine writes them.
    """
    walk = _Walk(GraphIndex(triples), context, edges, order, arrays)
    start = node_of(root)
    found: list[Object] = []
    hops = 0
    for steps in walk.from_((walk.step(None, start),)):
        hops += len(steps)
        if hops > MAX_HOPS:
            return walk.fields(start) | {"paths": found}, True
        found.append({"hops": [step.hop for step in steps]})
    return walk.fields(start) | {"paths": found}, walk.cut


@dataclass(frozen=True, eq=False)
class _Step:
    """A thing on a path, and the hop that shows it."""

    node: Node
    hop: Object


class _Walk:
    """The graph and the wishes of the query's head, and the steps that have been found so far."""

    def __init__(
        self,
        graph: GraphIndex,
        context: Context,
        edges: Sequence[str],
        order: Sequence[str],
        arrays: Sequence[str],
    ) -> None:
        self._stopped = False
        self._graph = graph
        self._edges = [context.key(name) for name in edges]
        self._order = order
        followed = {key.property for key in self._edges}
        self._growing = Growing(Fields(graph, context, order, arrays, without=followed))
        self._fields: dict[Node, Object] = {}
        self._steps: dict[tuple[str | None, Node], _Step] = {}
        self._further: dict[Node, list[_Step]] = {}

    @property
    def cut(self) -> bool:
        """Whether a path or the fields of a hop go on beyond what is shown."""
        return self._stopped or self._growing.truncated

    def from_(
        self, steps: tuple[_Step, ...], taken: frozenset[Node] = frozenset()
    ) -> Iterator[tuple[_Step, ...]]:
        """Yield the paths that begin with these steps and cannot go on. One alone is no path."""
        here = steps[-1].node
        taken |= {here}
        further = [step for step in self._from_here(here) if step.node not in taken]
        if further and len(steps) == MAX_LENGTH:
            self._stopped, further = True, []
        for step in further:
            yield from self.from_((*steps, step), taken)
        if not further and len(steps) > 1:
            yield steps

    def step(self, via: str | None, node: Node) -> _Step:
        """Return the step to a thing: its hop has the thing's fields, and `via` which key it was reached."""
        if (via, node) not in self._steps:
            hop = self.fields(node) | ({"via": via} if via else {})
            self._steps[via, node] = _Step(node, hop)
        return self._steps[via, node]

    def fields(self, node: Node) -> Object:
        """Return what is said of a thing besides its edges."""
        if node not in self._fields:
            self._fields[node] = self._growing.thing(node)
        return self._fields[node]

    def _from_here(self, here: Node) -> list[_Step]:
        """Return the steps from a thing, in the order of the edges; a thing is reached by the first."""
        if here not in self._further:
            found: dict[Node, str] = {}
            for key in self._edges:
                nodes = {id_of(node): node for node in self._graph.along(here, key)}
                for entry in in_value_order([self.fields(node) for node in nodes.values()], self._order):
                    found.setdefault(nodes[entry["id"]], key.name)
            self._further[here] = [self.step(via, node) for node, via in found.items()]
        return self._further[here]
