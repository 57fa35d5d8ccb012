"""Which axioms of an ontology can matter for what is said with some of its terms.

The module of Cuenca Grau, Horrocks, Kazakov and Sattler, Modular Reuse of Ontologies: Theory and Practice
(JAIR 31, 2008), section 5, by syntactic ⊥-locality: if a term that nothing is said with means the empty set,
an axiom that is then true of itself cannot matter. Axioms of forms not named here are always kept, which
makes a module larger, never wrong.
"""

from collections.abc import Callable, Iterable, Set

from pyoxigraph import BlankNode, NamedNode

from argmap.reasoning.contradictions.axioms import DIFFERENT, DISJOINT, SUBCLASS, Axiom, Node
from argmap.reasoning.logical import OWL, TYPE
from argmap.vocabulary import RDFS, XSD

_INVERSE = NamedNode(OWL + "inverseOf")
_INTERSECTION, _UNION = NamedNode(OWL + "intersectionOf"), NamedNode(OWL + "unionOf")
_SOME, _ON = NamedNode(OWL + "someValuesFrom"), NamedNode(OWL + "onProperty")
_CHAIN = NamedNode(OWL + "propertyChainAxiom")
_ALWAYS = (OWL, RDFS, XSD)
Terms = Set[Node]


def module(ontology: Iterable[Axiom], terms: Iterable[NamedNode]) -> list[Axiom]:
    """Return those axioms, in their order, that can matter for what is said with `terms` alone."""
    known: set[Node] = set(terms)
    kept: set[Axiom] = set()
    ontology = list(ontology)
    while fresh := [axiom for axiom in ontology if axiom not in kept and _matters(axiom, known)]:
        kept.update(fresh)
        known |= {name for axiom in fresh for name in axiom.names}
    return [axiom for axiom in ontology if axiom in kept]


def _matters(axiom: Axiom, known: Terms) -> bool:
    test = _TESTS.get(axiom.root.predicate)
    return test(axiom, known) if test else bool(axiom.names & known)


def _left(axiom: Axiom, known: Terms) -> bool:
    return _can_hold(axiom, axiom.root.subject, known)


def _both(axiom: Axiom, known: Terms) -> bool:
    return all(_can_hold(axiom, node, known) for node in (axiom.root.subject, axiom.root.object))


def _chain(axiom: Axiom, known: Terms) -> bool:
    return all(_can_hold(axiom, step, known) for step in axiom.items(axiom.root.object))


def _type(axiom: Axiom, known: Terms) -> bool:
    """Tell it of a property that it is functional or the like, or of a thing what it is."""
    return axiom.root.subject in known or isinstance(axiom.root.subject, BlankNode)


_TESTS: dict[NamedNode, Callable[[Axiom, Terms], bool]] = {
    SUBCLASS: _left,
    NamedNode(RDFS + "subPropertyOf"): _left,
    NamedNode(RDFS + "domain"): _left,
    NamedNode(RDFS + "range"): _left,
    DISJOINT: _both,
    DIFFERENT: _both,
    NamedNode(OWL + "propertyDisjointWith"): _both,
    _CHAIN: _chain,
    TYPE: _type,
}


def _can_hold(axiom: Axiom, node: Node | None, known: Terms) -> bool:
    """Whether a class or property, named or described, can hold of anything when all unknown terms do not."""
    if isinstance(node, NamedNode):
        return node in known or node.value.startswith(_ALWAYS)
    if not isinstance(node, BlankNode):
        return True
    of = axiom.object_of
    if parts := of(node, _INTERSECTION):
        return all(_can_hold(axiom, part, known) for part in axiom.items(parts))
    if parts := of(node, _UNION):
        return any(_can_hold(axiom, part, known) for part in axiom.items(parts))
    if filler := of(node, _SOME):
        return _can_hold(axiom, of(node, _ON), known) and _can_hold(axiom, filler, known)
    inverse = of(node, _INVERSE)
    return inverse is None or inverse in known
