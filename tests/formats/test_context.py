"""The published context fits the ontology: each property of things has a key that reads things."""

from pyoxigraph import NamedNode, RdfFormat, parse

from argmap import shipped
from argmap.formats.context import Context
from argmap.vocabulary import AM, RDFS

OBJECT_PROPERTY = NamedNode("http://www.w3.org/2002/07/owl#ObjectProperty")
TOKENS = {"acceptance", "authorStance", "certainty", "strength", "kind"}


def _object_properties() -> set[str]:
    file = shipped.folder("ontology") / "argmap.ttl"
    quads = parse(path=str(file), format=RdfFormat.TURTLE)
    found = {str(quad.subject)[1:-1] for quad in quads if quad.object == OBJECT_PROPERTY}
    return {iri.removeprefix(AM) for iri in found if iri.startswith(AM)}


def test_every_object_property_is_a_key_for_things_or_tokens(context: Context) -> None:
    kinds = {name: context.key(name).kind for name in _object_properties()}
    assert {name for name, kind in kinds.items() if kind == "literal"} - {"label"} == set()
    assert {name for name, kind in kinds.items() if kind == "token"} == TOKENS


def test_every_key_that_says_something_is_a_property_of_the_ontology(context: Context) -> None:
    known = _object_properties() | {"intent"}
    said = {key.property.removeprefix(AM) for key in context.keys.values() if key.property.startswith(AM)}
    assert said <= known


def test_a_key_may_say_something_else_of_the_things_of_a_class(context: Context) -> None:
    of_assessments = context.of([AM + "Assessment"])
    assert (context.key("label").property, context.key("label").kind) == (RDFS + "label", "literal")
    assert (of_assessments.key("label").property, of_assessments.key("label").kind) == (AM + "label", "token")
    assert of_assessments.key_of(RDFS + "label").name == "rdfs:label"
    assert context.of([AM + "Claim"]) is context


def test_terms_are_compacted(context: Context) -> None:
    assert context.compact(AM + "Claim") == "Claim"
    assert context.compact("http://www.w3.org/ns/prov#Entity") == "prov:Entity"
    assert context.compact("http://example.org/x") == "http://example.org/x"
    assert context.compact("https://w3id.org/argmap/id/x") == "https://w3id.org/argmap/id/x"
