"""A graph taken apart into axioms, each as small as it can be: what a justification is made of.

Axioms are read from triples as OWL 2 maps them to RDF (https://www.w3.org/TR/owl2-mapping-to-rdf/, 3.2).
What says several things at once is split into them, after Horridge, Parsia and Sattler, Laconic and Precise
Justifications in OWL (ISWC 2008): disjoint kinds and different things pair by pair, an equivalence into its
two directions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from argmap.reasoning.logical import OWL, TYPE, UNIQUE_NAME
from argmap.vocabulary import RDF, RDFS, XSD

Node = NamedNode | BlankNode | Literal | Triple

SUBCLASS, SUBPROPERTY = NamedNode(RDFS + "subClassOf"), NamedNode(RDFS + "subPropertyOf")
DOMAIN, RANGE = NamedNode(RDFS + "domain"), NamedNode(RDFS + "range")
DISJOINT = NamedNode(OWL + "disjointWith")
DIFFERENT = NamedNode(OWL + "differentFrom")
EQUIVALENT = NamedNode(OWL + "equivalentClass")
FIRST, REST = NamedNode(RDF + "first"), NamedNode(RDF + "rest")
_MEMBERS = (NamedNode(OWL + "members"), NamedNode(OWL + "distinctMembers"))
_GROUPS = {
    NamedNode(OWL + "AllDisjointClasses"): DISJOINT,
    NamedNode(OWL + "AllDifferent"): DIFFERENT,
    NamedNode(OWL + "AllDisjointProperties"): NamedNode(OWL + "propertyDisjointWith"),
}
_NOT = NamedNode(OWL + "NegativePropertyAssertion")
_KINDS_OF_TERM = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
_DECLARING = {NamedNode(OWL + kind) for kind in _KINDS_OF_TERM} | {NamedNode(RDFS + "Datatype")}
_HEAD = {
    NamedNode(OWL + name)
    for name in (
        "backwardCompatibleWith",
        "deprecated",
        "imports",
        "incompatibleWith",
        "priorVersion",
        "versionIRI",
        "versionInfo",
    )
}
_ONTOLOGY = NamedNode(OWL + "Ontology")
_LANGUAGE = (RDF, RDFS, OWL, XSD)


@dataclass(frozen=True)
class Axiom:
    """One axiom or fact: `root` says what it is about, `triples` are all of it, `given` is how it is written.

    The last differs from the first where a triple says several things, as the head of a list of disjoint
    kinds does.
    """

    root: Triple
    given: Triple
    triples: frozenset[Triple]

    @cached_property
    def names(self) -> frozenset[NamedNode]:
        """The terms and things it mentions, but for those of OWL itself."""
        named = (node for node in self._nodes if isinstance(node, NamedNode))
        return frozenset(node for node in named if not node.value.startswith(_LANGUAGE))

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """All IRIs and texts in it."""
        return frozenset(node.value for node in self._nodes if isinstance(node, NamedNode | Literal))

    @property
    def _nodes(self) -> set[Node]:
        return {node for each in self.triples for node in (each.subject, each.predicate, each.object)}

    def object_of(self, subject: Node, predicate: NamedNode) -> Node | None:
        """The value that one of its triples gives."""
        found = (t.object for t in self.triples if t.subject == subject and t.predicate == predicate)
        return next(found, None)

    def items(self, head: Node | None) -> list[Node]:
        """The items of a list."""
        found: list[Node] = []
        while isinstance(head, BlankNode):
            item = self.object_of(head, FIRST)
            found += [item] if item is not None else []
            head = self.object_of(head, REST)
        return found


@dataclass(frozen=True)
class Axioms:
    """The axioms of a graph, in its order, and the declarations of its terms, which contradict nothing."""

    axioms: tuple[Axiom, ...]
    declarations: frozenset[Triple]


def axioms(triples: Iterable[Triple]) -> Axioms:
    """Take a graph apart; the triples are those that OWL reasons with (see `logical`)."""
    triples = list(triples)
    inner = _Inner(triples)
    declarations = frozenset(t for t in triples if t.predicate == TYPE and t.object in _DECLARING)
    roots = (t for t in triples if t not in declarations and not inner.holds(t) and not _is_head(t))
    return Axioms(tuple(axiom for root in roots for axiom in _split(root, inner)), declarations)


def unique_name(name: NamedNode) -> Axiom:
    """Say that a thing differs from everything with another name (see `logical.unique_names`)."""
    triple = Triple(name, UNIQUE_NAME, Literal(name.value))
    return Axiom(triple, triple, frozenset({triple}))


class _Inner:
    """The triples that describe nameless classes, lists and the like: they are part of other axioms."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._about: dict[BlankNode, list[Triple]] = defaultdict(list)
        for triple in triples:
            if isinstance(triple.subject, BlankNode) and _is_structure(triple):
                self._about[triple.subject].append(triple)

    def holds(self, triple: Triple) -> bool:
        return isinstance(triple.subject, BlankNode) and _is_structure(triple)

    def below(self, *nodes: Node) -> frozenset[Triple]:
        """Everything that describes nameless nodes, and the nameless nodes in their description."""
        found: set[Triple] = set()
        waiting = [node for node in nodes if isinstance(node, BlankNode)]
        while waiting:
            fresh = set(self._about.get(waiting.pop(), ())) - found
            found |= fresh
            waiting += [t.object for t in fresh if isinstance(t.object, BlankNode)]
        return frozenset(found)


def _is_structure(triple: Triple) -> bool:
    if triple.predicate == TYPE:
        return _is_of_language(triple.object) and triple.object != _NOT and not _is_group(triple)
    return triple.predicate in (FIRST, REST) or (
        triple.predicate.value.startswith(OWL)
        and triple.predicate not in (EQUIVALENT, DISJOINT, DIFFERENT, NamedNode(OWL + "sameAs"))
    )


def _is_of_language(node: Node) -> bool:
    return isinstance(node, NamedNode) and node.value.startswith((OWL, RDFS))


def _is_group(triple: Triple) -> bool:
    return triple.predicate == TYPE and triple.object in _GROUPS


def _is_head(triple: Triple) -> bool:
    return triple.predicate in _HEAD or triple.object == _ONTOLOGY


def _split(root: Triple, inner: _Inner) -> Iterator[Axiom]:
    if _is_group(root):
        yield from _pairs(root, inner)
    elif root.predicate == EQUIVALENT:
        yield _axiom(Triple(root.subject, SUBCLASS, root.object), root, inner)
        if isinstance(root.object, NamedNode | BlankNode):
            yield _axiom(Triple(root.object, SUBCLASS, root.subject), root, inner)
    else:
        yield _axiom(root, root, inner)


def _pairs(group: Triple, inner: _Inner) -> Iterator[Axiom]:
    parts = inner.below(group.subject)
    whole = Axiom(group, group, parts | {group})
    heads = [t.object for t in parts if t.subject == group.subject and t.predicate in _MEMBERS]
    said = next(said for kind, said in _GROUPS.items() if kind == group.object)
    for one, other in combinations([item for head in heads for item in whole.items(head)], 2):
        if isinstance(one, NamedNode | BlankNode):
            yield _axiom(Triple(one, said, other), group, inner)


def _axiom(root: Triple, given: Triple, inner: _Inner) -> Axiom:
    return Axiom(root, given, inner.below(root.subject, root.object) | {root})
