"""Triples by subject and by object, for walking."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Triple

from argmap.formats.context import Context, Key
from argmap.formats.values import Term

Node = NamedNode | BlankNode


class GraphIndex:
    """A set of triples, to be walked forwards and backwards."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._out: dict[Term, dict[str, list[Term]]] = {}
        self._in: dict[tuple[str, Term], list[Node]] = {}
        for triple in sorted(set(triples), key=str):
            subject = triple.subject
            if isinstance(subject, Triple):
                continue
            self._out.setdefault(subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
            self._in.setdefault((triple.predicate.value, triple.object), []).append(subject)

    def describes(self, node: Term) -> bool:
        """Whether any triple has the node as its subject."""
        return node in self._out

    def forward(self, node: Term, context: Context) -> list[tuple[Key, list[Term]]]:
        """Return the keys of a node with the objects they lead to."""
        return [(context.key_of(iri), objects) for iri, objects in self._out.get(node, {}).items()]

    def backward(self, node: Term, key: Key) -> list[Node]:
        """Return the nodes from which the property of a key leads to this one."""
        return self._in.get((key.property, node), [])

    def along(self, node: Term, key: Key) -> list[Node]:
        """Return the things that a key leads to, whichever way its property points."""
        if key.backwards:
            return self.backward(node, key)
        objects = self._out.get(node, {}).get(key.property, [])
        return [item for item in objects if isinstance(item, NamedNode | BlankNode)]
