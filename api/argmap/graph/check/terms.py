"""The ontology as an author meets it: which terms there are, and what each may be used for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from argmap.graph.check.draft import TYPE, key
from argmap.vocabulary import AM, PREFIXES, RDF, RDFS

_OWL = PREFIXES["owl"]
_PROPERTIES = {_OWL + "ObjectProperty", _OWL + "DatatypeProperty", _OWL + "AnnotationProperty"}


@dataclass
class Terms:
    """What the ontology says of its terms; all names are IRIs."""

    triples: Iterable[ox.Triple]

    @cached_property
    def properties(self) -> set[str]:
        """The ontology's own properties."""
        return {name for kind in _PROPERTIES for name in self._subjects(TYPE, kind) if name.startswith(AM)}

    @cached_property
    def classes(self) -> set[str]:
        """The ontology's own kinds."""
        return {name for name in self._subjects(TYPE, _OWL + "Class") if name.startswith(AM)}

    @cached_property
    def tokens(self) -> set[str]:
        """The kinds whose members the ontology lists itself, as it does am:endorsed and the other stances."""
        own = (said.get(TYPE, ()) for name, said in self._index.items() if name.startswith(AM))
        return {kind for kinds in own for kind in kinds if kind.startswith(AM)}

    @cached_property
    def functional(self) -> set[str]:
        """The properties that a thing has at most once."""
        return self._subjects(TYPE, _OWL + "FunctionalProperty")

    @cached_property
    def domains(self) -> dict[str, set[str]]:
        """The kinds of thing that have each property."""
        return self._unions(RDFS + "domain")

    @cached_property
    def ranges(self) -> dict[str, set[str]]:
        """The kinds of value, or the datatypes, that each property takes."""
        return self._unions(RDFS + "range")

    def siblings(self, property: str) -> list[str]:
        """The other properties under the same one, but for those that are never asserted."""
        above = set(self._objects(property, RDFS + "subPropertyOf"))
        return sorted(
            other
            for other in self.properties - {property}
            if above & set(self._objects(other, RDFS + "subPropertyOf"))
            and not self._objects(other, AM + "isShortcutFor")
        )

    def name(self, term: str) -> str:
        """The term's label."""
        return next(iter(self._objects(term, RDFS + "label")), term)

    def with_parents(self, kinds: Iterable[str]) -> set[str]:
        """The kinds and all that they are kinds of."""
        found: set[str] = set()
        waiting = list(kinds)
        while waiting:
            kind = waiting.pop()
            if kind not in found:
                found.add(kind)
                waiting += self._objects(kind, RDFS + "subClassOf")
        return found

    def disjoint(self, kinds: set[str]) -> set[str]:
        """The kinds out of `kinds` that nothing may be at once; empty if they go together."""
        for group in self._disjoint_groups:
            if len(group & kinds) > 1:
                return group & kinds
        return set()

    @cached_property
    def _disjoint_groups(self) -> list[set[str]]:
        lists = [
            set(self._items(head))
            for node in sorted(self._subjects(TYPE, _OWL + "AllDisjointClasses"))
            for head in self._objects(node, _OWL + "members")
        ]
        pairs = [
            {name, other}
            for name in sorted(self._index)
            for other in self._objects(name, _OWL + "disjointWith")
        ]
        return lists + pairs

    @cached_property
    def _index(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for triple in self.triples:
            of_subject = found.setdefault(key(triple.subject), {})
            of_subject.setdefault(triple.predicate.value, []).append(key(triple.object))
        return found

    def _objects(self, subject: str, property: str) -> list[str]:
        return self._index.get(subject, {}).get(property, [])

    def _subjects(self, property: str, value: str) -> set[str]:
        return {name for name, said in self._index.items() if value in said.get(property, ())}

    def _unions(self, property: str) -> dict[str, set[str]]:
        """The named kinds behind each term's domain or range: the kind itself, or the members of a union."""
        return {
            name: {kind for value in said[property] for kind in self._members(value)}
            for name, said in self._index.items()
            if property in said
        }

    def _members(self, kind: str) -> list[str]:
        union = self._objects(kind, _OWL + "unionOf")
        return list(self._items(union[0])) if union else [kind]

    def _items(self, head: str) -> Iterator[str]:
        while head != RDF + "nil":
            yield from self._objects(head, RDF + "first")
            head = self._objects(head, RDF + "rest")[0]
