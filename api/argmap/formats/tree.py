"""From the triples of a CONSTRUCT to one thing with all that hangs on it.

A thing is an object with every triple that has it as subject; the things it leads to are embedded, unless
they are already above it. Keys that are named as reverse embed what leads to it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Triple

from argmap.formats.context import Context, Key
from argmap.formats.graph_index import GraphIndex
from argmap.formats.values import Object, in_key_order, in_value_order, node_id, single_or_array, value

# A tree repeats what several branches share; a graph of thousands of triples could unfold into billions.
MAX_EMBEDDED = 20_000
# Embedding is recursive, and Python stops at a depth of a thousand calls, three a level.
MAX_DEPTH = 200

Node = NamedNode | BlankNode


def tree(
    root: str,
    triples: Iterable[Triple],
    context: Context,
    reverse: Sequence[str] = (),
    order: Sequence[str] = (),
    arrays: Sequence[str] = (),
) -> tuple[Object, bool]:
    """Return the object of the root, and whether it was cut off (20,000 embedded things, a depth of 200)."""
    growing = _Growing(GraphIndex(triples), context, [context.key(name) for name in reverse], order, arrays)
    grown = growing.thing(NamedNode(root), frozenset())
    return grown, growing.truncated


class _Growing:
    """The graph, the wishes of the query's head, and how many things may still be embedded."""

    def __init__(
        self,
        graph: GraphIndex,
        context: Context,
        reverse: list[Key],
        order: Sequence[str],
        arrays: Sequence[str],
    ) -> None:
        self.graph = graph
        self.context = context
        self.reverse = reverse
        self.order = order
        self.arrays = frozenset(arrays)
        self.left = MAX_EMBEDDED
        self.truncated = False

    def thing(self, node: Node, above: frozenset[Node]) -> Object:
        """Return the object of a node below those in `above`."""
        entries: Object = {"id": node_id(node)}
        inside = above | {node}
        for key, objects in self.graph.forward(node, self.context):
            found = [self._value(key, term, inside) for term in objects]
            entries[key.name] = self._ordered(key, found)
        for key in self.reverse:
            subjects = [node for node in self.graph.backward(node, key) if node not in inside]
            if subjects or key.name in self.arrays:
                entries[key.name] = self._ordered(
                    key, [self._embedded(subject, inside) for subject in subjects]
                )
        return in_key_order(entries)

    def _value(self, key: Key, term: Any, inside: frozenset[Node]) -> Any:
        embeds = isinstance(term, NamedNode | BlankNode) and key.kind != "token"
        if embeds and term not in inside and self.graph.describes(term):
            return self._embedded(term, inside)
        return value(self.context, key, term)

    def _embedded(self, node: Node, inside: frozenset[Node]) -> Any:
        if self.left == 0 or len(inside) >= MAX_DEPTH:
            self.truncated = True
            return {"id": node_id(node)}
        self.left -= 1
        return self.thing(node, inside)

    def _ordered(self, key: Key, found: list[Any]) -> Any:
        return single_or_array(in_value_order(found, self.order), key.name in self.arrays)
