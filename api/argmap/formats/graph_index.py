"""Triples by property, for walking forwards and backwards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from pyoxigraph import BlankNode, NamedNode, Triple

from argmap.formats.context import Key
from argmap.formats.values import Term, node_id

Node = NamedNode | BlankNode
# Named once: to make the union anew for each of thousands of triples takes longer than to check it.
_NODES = (NamedNode, BlankNode)
AnyTerm = TypeVar("AnyTerm", bound=Term)


class GraphIndex:
    """A set of triples, to be walked forwards and backwards; `described` are the things they are about."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        objects: dict[Term, dict[Node, list[Term]]] = {}
        for subject, predicate, object in triples:
            if isinstance(subject, _NODES):
                objects.setdefault(predicate, {}).setdefault(subject, []).append(object)
        self._objects = {node_id(predicate): by_subject for predicate, by_subject in objects.items()}
        self._subjects: dict[str, Mapping[Term, Sequence[Node]]] = {}
        self.described: frozenset[Node] = frozenset().union(*objects.values())

    def properties(self) -> Iterable[str]:
        """Return the properties that any triple has."""
        return self._objects.keys()

    def forwards(self, property: str) -> Mapping[Node, Sequence[Term]]:
        """Return the objects to which a property leads, by subject; one may come twice."""
        return self._objects.get(property, {})

    def backwards(self, property: str) -> Mapping[Term, Sequence[Node]]:
        """Return the subjects from which a property leads, by object; one may come twice."""
        if property not in self._subjects:
            subjects: dict[Term, list[Node]] = {}
            for subject, objects in self.forwards(property).items():
                for object in objects:
                    subjects.setdefault(object, []).append(subject)
            self._subjects[property] = subjects
        return self._subjects[property]

    def along(self, node: Node, key: Key) -> list[Node]:
        """Return the things that a key leads to, whichever way its property points."""
        found = (self.backwards if key.backwards else self.forwards)(key.property).get(node, ())
        return [item for item in distinct(found) if isinstance(item, _NODES)]


def distinct(terms: Sequence[AnyTerm]) -> Sequence[AnyTerm]:
    """Return terms sorted, each once."""
    return terms if len(terms) < 2 else sorted(set(terms), key=str)
