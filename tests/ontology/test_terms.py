"""Every term of the model is there, and says what it is, in words, with an example."""

import re
from pathlib import Path

import pytest
from rdflib import URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN
from tests.ontology import terms
from tests.ontology.terms import AM, of_type, ontology

HEAD = URIRef("https://w3id.org/argmap/ontology")
DECLARED = sorted(
    {term for term in ontology().subjects(RDF.type) if isinstance(term, URIRef) and term.startswith(AM)}
)


@pytest.mark.parametrize("term", DECLARED, ids=terms.name)
def test_term_says_what_it_is(term: URIRef) -> None:
    for annotation in (RDFS.label, SKOS.definition, SKOS.example):
        (text,) = ontology().objects(term, annotation)
        assert text.language == "en"  # type: ignore[attr-defined]
        assert str(text).strip()
    assert list(ontology().objects(term, RDFS.isDefinedBy)) == [HEAD]


def test_classes_are_those_of_the_model() -> None:
    assert of_type(OWL.Class) == {*terms.KINDS, *terms.SUBCLASSES, *terms.ROLES}


def test_object_properties_are_those_of_the_model() -> None:
    assert of_type(OWL.ObjectProperty) == {*terms.OBJECT_PROPERTIES, *terms.SHORTCUTS}


def test_data_properties_are_those_of_the_model() -> None:
    assert of_type(OWL.DatatypeProperty) == set(terms.DATA_PROPERTIES)


def test_annotation_properties_are_those_of_the_model() -> None:
    assert of_type(OWL.AnnotationProperty) == set(terms.ANNOTATIONS)


def test_tokens_are_those_of_the_model() -> None:
    assert of_type(OWL.NamedIndividual) == set(terms.TOKENS)


def test_shortcuts_say_what_they_abbreviate() -> None:
    assert {terms.name(term) for term in ontology().subjects(AM.isShortcutFor)} == set(terms.SHORTCUTS)


def test_functional_properties_are_those_of_the_model() -> None:
    single = set(terms.DATA_PROPERTIES) - set(terms.NOT_FUNCTIONAL_DATA_PROPERTIES)
    assert of_type(OWL.FunctionalProperty) == {*terms.FUNCTIONAL_OBJECT_PROPERTIES, *single}


def test_asymmetric_and_irreflexive_properties_are_those_of_the_model() -> None:
    assert of_type(OWL.AsymmetricProperty) == {"precedingNote", "resolvesTo"}
    assert of_type(OWL.IrreflexiveProperty) == {"precedingNote", "resolvesTo"}


def test_kinds_have_no_kind_above_them_and_subclasses_do() -> None:
    below = {terms.name(term) for term in ontology().subjects(RDFS.subClassOf)}
    assert below & set(terms.KINDS) == set()
    assert below == {*terms.SUBCLASSES, *terms.ROLES}


@pytest.mark.parametrize(
    "field",
    [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.creator,
        DCTERMS.license,
        DCTERMS.created,
        OWL.versionIRI,
        OWL.versionInfo,
        VANN.preferredNamespacePrefix,
        VANN.preferredNamespaceUri,
    ],
)
def test_header_is_complete(field: URIRef) -> None:
    (value,) = ontology().objects(HEAD, field)
    assert str(value).strip()


def test_version_iri_is_that_of_the_version() -> None:
    version = ontology().value(HEAD, OWL.versionInfo)
    assert ontology().value(HEAD, OWL.versionIRI) == URIRef(f"{HEAD}/{version}")
    assert str(ontology().value(HEAD, VANN.preferredNamespaceUri)) == str(AM)


def test_the_guide_names_every_term() -> None:
    named = set(re.findall(r"`(?:am:)?(\w+)`", Path("docs/ontology.md").read_text()))
    assert {terms.name(term) for term in DECLARED} - named == set()
