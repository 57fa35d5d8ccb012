"""The shapes themselves: well formed, complete against the ontology, told in plain words."""

import pyshacl
import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, SH
from rdflib.term import Node

from argmap import shipped
from argmap.graph.check.identifiers import ARTICLE_KINDS, NUMBERED, SHARED_KINDS
from argmap.graph.check.shapes import rules, shapes
from argmap.vocabulary import AM, term


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(shipped.folder("ontology") / "argmap.ttl")


def listed(shape: str, path: URIRef) -> set[Node]:
    """What a shape's list of choices holds."""
    start = URIRef(f"https://w3id.org/argmap/shapes#{shape}")
    head = next(iter(shapes().objects(start, path)))
    return set(shapes().items(head))


def test_shapes_are_good_shacl() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_every_shape_speaks_plainly() -> None:
    jargon = ("RDF", "SHACL", "triple", "literal", "predicate", "subject", "IRI", "URI", "node", "property")
    for rule in rules().values():
        assert rule.message.endswith("."), rule
        assert rule.remedy.endswith("."), rule
        assert [word for word in jargon if word in f"{rule.message} {rule.remedy}".split()] == [], rule


def test_messages_differ() -> None:
    said: dict[str, set[str]] = {}
    for rule in rules().values():
        said.setdefault(rule.message, set()).add(rule.name)
    assert [names for names in said.values() if len(names) > 1] == []


def test_every_shortcut_is_refused(ontology: Graph) -> None:
    shortcuts = set(ontology.subjects(URIRef(term("isShortcutFor"))))
    refused = URIRef("https://w3id.org/argmap/shapes#shortcut-by-hand")
    assert set(shapes().objects(refused, SH.targetSubjectsOf)) == shortcuts
    assert {shapes().value(part, SH.path) for part in shapes().objects(refused, SH.property)} == shortcuts


def test_every_role_is_refused(ontology: Graph) -> None:
    roles = {role for role in ontology.subjects(OWL.equivalentClass) if str(role).startswith(AM)}
    refused = URIRef("https://w3id.org/argmap/shapes#role-by-hand")
    assert set(shapes().objects(refused, SH.targetClass)) == roles
    choices = shapes().value(next(shapes().objects(refused, SH["not"])), SH["in"])
    assert choices is not None
    assert set(shapes().items(choices)) == roles


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ("statement-stance", "Stance"),
        ("statement-certainty", "Certainty"),
        ("argument-strength", "Strength"),
        ("note-kind", "NoteKind"),
    ],
)
def test_choices_are_those_of_the_ontology(ontology: Graph, shape: str, kind: str) -> None:
    assert listed(shape, SH["in"]) == set(ontology.subjects(RDF.type, URIRef(term(kind))))


def test_every_term_in_the_shapes_is_declared(ontology: Graph) -> None:
    used = {node for triple in shapes() for node in triple if str(node).startswith(AM)}
    declared = {*ontology.subjects(), *shapes().subjects()}
    undeclared = {str(node) for node in used - declared}
    assert undeclared == {AM}  # the namespace itself


def test_every_kind_in_a_name_is_in_the_ontology(ontology: Graph) -> None:
    named = {*ARTICLE_KINDS.values(), *SHARED_KINDS.values(), *NUMBERED.values()}
    assert {name for name in named if (URIRef(term(name)), None, None) not in ontology} == set()
