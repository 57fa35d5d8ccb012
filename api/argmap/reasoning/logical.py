"""The part of a graph that OWL reasons with."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Triple

from argmap.vocabulary import RDF, RDFS

OWL = "http://www.w3.org/2002/07/owl#"
TYPE = NamedNode(RDF + "type")
OBJECT_PROPERTY = NamedNode(OWL + "ObjectProperty")
DATATYPE_PROPERTY = NamedNode(OWL + "DatatypeProperty")
CLASS = NamedNode(OWL + "Class")
NAMED_INDIVIDUAL = NamedNode(OWL + "NamedIndividual")

# A functional property whose values all differ: two individuals that have to be the same then contradict
# each other. Stating it pair by pair (owl:AllDifferent) would take n² / 2 inequalities.
UNIQUE_NAME = NamedNode("urn:argmap:unique-name")
_FUNCTIONAL = NamedNode(OWL + "FunctionalProperty")

_LANGUAGE = (RDF, RDFS, OWL)
_ANNOTATIONS = {RDFS + name for name in ("label", "comment", "seeAlso", "isDefinedBy")}


def logical(quads: Iterable[Quad | Triple]) -> set[Triple]:
    """Return the triples that OWL reasons with, graphs merged.

    These are the axioms, the types in declared classes and the values of declared object and datatype
    properties. Annotations and what the ontology does not declare are left out: neither entails a thing.
    """
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    properties = declared(triples, OBJECT_PROPERTY) | declared(triples, DATATYPE_PROPERTY)
    return {triple for triple in triples if _is_axiom(triple) or triple.predicate in properties}


def declared(triples: Iterable[Triple], kind: NamedNode) -> set[NamedNode]:
    """Return the IRIs that the triples declare to be of `kind`, such as owl:ObjectProperty."""
    return {
        triple.subject
        for triple in triples
        if triple.predicate == TYPE and triple.object == kind and isinstance(triple.subject, NamedNode)
    }


def individuals(triples: Iterable[Triple]) -> set[NamedNode]:
    """Return the IRIs of individuals: members of declared classes, and ends of object properties."""
    triples = list(triples)
    classes = declared(triples, CLASS)
    properties = declared(triples, OBJECT_PROPERTY)
    found: set[object] = set()
    for triple in triples:
        if triple.predicate == TYPE and triple.object in classes:
            found.add(triple.subject)
        elif triple.predicate in properties:
            found.update((triple.subject, triple.object))
    return {node for node in found if isinstance(node, NamedNode)}


def unique_names(names: Iterable[NamedNode]) -> set[Triple]:
    """Return triples that make the individuals differ from one another: each IRI names its own thing."""
    axioms = {Triple(UNIQUE_NAME, TYPE, kind) for kind in (DATATYPE_PROPERTY, _FUNCTIONAL)}
    return axioms | {Triple(name, UNIQUE_NAME, Literal(name.value)) for name in names}


def _is_axiom(triple: Triple) -> bool:
    return triple.predicate.value.startswith(_LANGUAGE) and triple.predicate.value not in _ANNOTATIONS
