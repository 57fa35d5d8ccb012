"""What one version of an ontology says otherwise than another, told in words and term by term.

Everything that is said of a name counts, blank nodes written out (`expressions`): so renaming a blank node or
turning a set around is no change, and nothing else escapes. What hangs on no name (`owl:AllDisjointClasses`)
is told of the first of its members.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import cast

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from argmap.formats.ontology.expressions import chain, words
from argmap.model.ontology_change import Fate, Saying, TermChange, VersionChanges
from argmap.vocabulary import AM, ID, ONTOLOGY, term

_SORTS = {
    OWL.Ontology: "ontology",
    OWL.Class: "class",
    OWL.ObjectProperty: "object property",
    OWL.DatatypeProperty: "datatype property",
    OWL.AnnotationProperty: "annotation property",
    OWL.NamedIndividual: "individual",
    SKOS.ConceptScheme: "concept scheme",
    URIRef(term("Scheme")): "argumentation scheme",
}
_ASPECTS = {
    RDF.type: "is a",
    RDFS.label: "label",
    RDFS.comment: "comment",
    RDFS.subClassOf: "kind of",
    RDFS.subPropertyOf: "implies",
    RDFS.domain: "domain",
    RDFS.range: "range",
    RDFS.isDefinedBy: "defined by",
    RDFS.seeAlso: "see also",
    SKOS.definition: "definition",
    SKOS.example: "example",
    OWL.equivalentClass: "same as",
    OWL.disjointWith: "disjoint with",
    OWL.inverseOf: "inverse of",
    OWL.propertyChainAxiom: "follows from",
    OWL.deprecated: "deprecated",
    OWL.members: "disjoint all",
    OWL.distinctMembers: "different all",
    URIRef(term("isShortcutFor")): "shortcut for",
    URIRef(term("criticalQuestion")): "critical question",
}
_GROUPS = (OWL.members, OWL.distinctMembers)

Sayings = Mapping[URIRef, Counter[Saying]]


def compare(before: Graph | None, after: Graph, previous: str | None, version: str) -> VersionChanges:
    """Return what `after` says otherwise than `before`; for a first version, only what is in it."""
    counts = dict(sorted(Counter(_sort(after, each) for each in _terms(after)).items()))
    if before is None:
        return VersionChanges(version, None, False, (), counts)
    if isomorphic(before, after):
        return VersionChanges(version, previous, True, (), counts)
    old, new = sayings(before), sayings(after)
    changes = [_change(each, before, after, old, new) for each in sorted({*old, *new}, key=str)]
    return VersionChanges(version, previous, False, tuple(each for each in changes if each), counts)


def sayings(graph: Graph) -> Sayings:
    """Return all that is said of each name in `graph`."""
    names = _Names(graph)
    found: dict[URIRef, Counter[Saying]] = defaultdict(Counter)
    for subject, property_, value in graph:
        if isinstance(subject, URIRef):
            found[subject][names.saying(property_, value)] += 1
        elif property_ in _GROUPS:
            members = sorted(each for each in graph.items(value) if isinstance(each, URIRef))
            said = Saying(_ASPECTS[cast("URIRef", property_)], ", ".join(map(names.name, members)))
            found[members[0] if members else URIRef(ONTOLOGY)][said] += 1
        elif _hangs_on_nothing(graph, subject) and property_ == RDF.type:
            found[URIRef(ONTOLOGY)][Saying("further axiom", names.words(subject))] += 1
    return found


class _Names:
    """How terms and what is said of them are written."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def name(self, iri: URIRef) -> str:
        """Return a name without the namespace, if it is ours; else with the prefix, if there is one."""
        return short_name(self._graph, iri)

    def words(self, node: Node) -> str:
        return words(self._graph, node, self.name)

    def saying(self, property_: Node, value: Node) -> Saying:
        aspect = _ASPECTS.get(cast("URIRef", property_)) or self.words(property_)
        if property_ == OWL.propertyChainAxiom:
            return Saying(aspect, chain(self._graph, value, self.name))
        if isinstance(value, Literal) and value.language == "en" and "\n" not in value:
            return Saying(aspect, f'"{value}"')
        return Saying(aspect, self.words(value))


def short_name(graph: Graph, iri: URIRef) -> str:
    """Return how an IRI is written for people: `Claim`, `scheme/analogy`, `skos:Concept`, or in full."""
    if iri.startswith(AM):
        return iri.removeprefix(AM)
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    for prefix, space in graph.namespaces():
        if prefix and iri.startswith(space) and iri != space:
            return f"{prefix}:{iri.removeprefix(space)}"
    return f"<{iri}>"


def _hangs_on_nothing(graph: Graph, node: Node) -> bool:
    """Whether a blank node is the start of an axiom of its own, and no group of classes."""
    groups = any((node, each, None) in graph for each in _GROUPS)
    return isinstance(node, BNode) and (None, None, node) not in graph and not groups


def _terms(graph: Graph) -> set[URIRef]:
    subjects = (each for each in graph.subjects() if isinstance(each, URIRef))
    return {each for each in subjects if str(each).startswith((AM, ID))}


def _sort(graph: Graph, iri: URIRef) -> str:
    return next((name for kind, name in _SORTS.items() if (iri, RDF.type, kind) in graph), "other")


def _change(iri: URIRef, before: Graph, after: Graph, old: Sayings, new: Sayings) -> TermChange | None:
    lost, gained = old.get(iri, Counter()), new.get(iri, Counter())
    if lost == gained:
        return None
    fate, graph = _fate(iri, before, after), after if iri in new else before
    return TermChange(
        str(iri),
        short_name(graph, iri),
        _sort(graph, iri),
        fate,
        _ordered(lost - gained),
        _ordered(gained - lost),
    )


def _fate(iri: URIRef, before: Graph, after: Graph) -> Fate:
    if (iri, None, None) not in before:
        return "added"
    if (iri, None, None) not in after:
        return "removed"
    is_now = (iri, OWL.deprecated, Literal(True)) in after
    return "deprecated" if is_now and (iri, OWL.deprecated, Literal(True)) not in before else "changed"


def _ordered(found: Iterable[Saying]) -> tuple[Saying, ...]:
    """Return sayings with the label and the definition first."""
    first = ("is a", "label", "definition")
    return tuple(sorted(found, key=lambda each: (each.aspect not in first, each)))
