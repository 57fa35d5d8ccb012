"""Triples by property, for walking forwards and backwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from argmap.formats.context import Key

# A term as N-Triples writes it; a node is an IRI or a blank node.
Raw = str
Node = str


class GraphIndex:
    """A set of triples, to be walked forwards and backwards; `described` are the things they are about."""

    def __init__(self, lines: bytes) -> None:
        """Take the triples as N-Triples in which neither subject nor predicate holds a space."""
        objects: dict[Raw, dict[Node, list[Raw]]] = defaultdict(partial(defaultdict, list))
        for line in lines.decode().split(" .\n")[:-1]:
            subject, predicate, object = line.split(" ", 2)
            objects[predicate][subject].append(object)
        self._objects = {predicate[1:-1]: by_subject for predicate, by_subject in objects.items()}
        self._subjects: dict[str, Mapping[Raw, Sequence[Node]]] = {}
        self.described: frozenset[Node] = frozenset().union(*objects.values())

    def properties(self) -> Iterable[str]:
        """Return the properties that any triple has."""
        return self._objects.keys()

    def forwards(self, property: str) -> Mapping[Node, Sequence[Raw]]:
        """Return the objects to which a property leads, by subject; one may come twice."""
        return self._objects.get(property, {})

    def backwards(self, property: str) -> Mapping[Raw, Sequence[Node]]:
        """Return the subjects from which a property leads, by object; one may come twice."""
        if property not in self._subjects:
            subjects: dict[Raw, list[Node]] = {}
            for subject, objects in self.forwards(property).items():
                for object in objects:
                    subjects.setdefault(object, []).append(subject)
            self._subjects[property] = subjects
        return self._subjects[property]

    def along(self, node: Node, key: Key) -> list[Node]:
        """Return the things that a key leads to, whichever way its property points."""
        found = (self.backwards if key.backwards else self.forwards)(key.property).get(node, ())
        return [item for item in distinct(found) if _is_node(item)]


def distinct(terms: Sequence[Raw]) -> Sequence[Raw]:
    """Return terms sorted, each once."""
    return terms if len(terms) < 2 else sorted(set(terms))


def node_of(iri: str) -> Node:
    """Return the node that an IRI names."""
    return f"<{iri}>"


def id_of(node: Node) -> str:
    """Return what a thing goes by in JSON: its IRI, or the label of a blank node."""
    return node[1:-1] if node[0] == "<" else node


def _is_node(term: Raw) -> bool:
    return term[0] == "_" or (term[0] == "<" and term[1] != "<")
