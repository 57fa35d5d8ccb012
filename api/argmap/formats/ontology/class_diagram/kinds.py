"""The kinds of an ontology: each topmost class with those below it and the properties that start there."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from argmap.vocabulary import AM, term

_SHORTCUT = URIRef(term("isShortcutFor"))


@dataclass(frozen=True)
class Line:
    """A class inside a box: its name, how deep it lies, and whether a definition decides who belongs."""

    name: str
    depth: int
    defined: bool


@dataclass(frozen=True)
class Link:
    """A property: its name, the classes it leads to, the kinds of these, and whether it is derived."""

    name: str
    leads_to: tuple[str, ...]
    targets: tuple[str, ...]
    derived: bool


@dataclass(frozen=True)
class Kind:
    """A topmost class: its name, the classes in its box (itself first), the properties that start there."""

    name: str
    lines: tuple[Line, ...]
    links: tuple[Link, ...]


def kinds(graph: Graph) -> tuple[Kind, ...]:
    """Return the kinds of our ontology, by name, without those that only list values (such as stances)."""
    tops = sorted(each for each in _ours(graph, OWL.Class) if not _above(graph, each))
    top_of = {line.name: top for top in tops for line in _below(graph, top)}
    found = [
        Kind(_name(top), tuple(_below(graph, top)), tuple(_links(graph, top, top_of)))
        for top in tops
        if not _lists_values(graph, top)
    ]
    return tuple(found)


def _lists_values(graph: Graph, class_: URIRef) -> bool:
    return any((each, RDF.type, OWL.NamedIndividual) in graph for each in graph.subjects(RDF.type, class_))


def _ours(graph: Graph, kind: URIRef) -> Iterator[URIRef]:
    for each in graph.subjects(RDF.type, kind):
        if isinstance(each, URIRef) and each.startswith(AM) and (each, OWL.deprecated, None) not in graph:
            yield each


def _above(graph: Graph, class_: Node) -> list[URIRef]:
    return sorted(
        each
        for each in graph.objects(class_, RDFS.subClassOf)
        if isinstance(each, URIRef) and each.startswith(AM)
    )


def _below(graph: Graph, class_: URIRef, depth: int = 0) -> Iterator[Line]:
    """Yield a class and those below it; one below two stands under the first alone."""
    yield Line(_name(class_), depth, (class_, OWL.equivalentClass, None) in graph)
    for each in sorted(each for each in graph.subjects(RDFS.subClassOf, class_) if isinstance(each, URIRef)):
        if _above(graph, each)[:1] == [class_]:
            yield from _below(graph, each, depth + 1)


def _links(graph: Graph, top: URIRef, top_of: dict[str, URIRef]) -> Iterator[Link]:
    for property_ in sorted(_ours(graph, OWL.ObjectProperty)):
        starts = {top_of.get(name) for name in _ends(graph, property_, RDFS.domain)}
        if top not in starts:
            continue
        derived = (property_, _SHORTCUT, None) in graph
        ends = list(_ends(graph, property_, RDFS.range))
        targets = sorted({_name(top_of[name]) for name in ends if name in top_of})
        yield Link(_name(property_), tuple(ends), tuple(targets), derived)


def _ends(graph: Graph, property_: URIRef, side: URIRef) -> Iterator[str]:
    """Yield the names of the classes that a property starts from or leads to, those of a union one by one."""
    for value in graph.objects(property_, side):
        members = graph.value(value, OWL.unionOf) if isinstance(value, BNode) else None
        for each in [value] if members is None else Collection(graph, members):
            if isinstance(each, URIRef) and each.startswith(AM):
                yield _name(each)


def _name(iri: URIRef) -> str:
    return iri.removeprefix(AM)
