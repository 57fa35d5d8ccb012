"""The ontology keeps to OWL 2 DL: https://www.w3.org/TR/owl2-syntax/, sections 5.8, 9.2 and 11.2."""

from collections import defaultdict
from collections.abc import Mapping

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD
from tests.ontology.terms import AM, chains, name, of_type, ontology

ENTITY_TYPES = [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty]
ENTITY_TYPES += [OWL.NamedIndividual, OWL.Ontology]
LANGUAGE = (str(RDF), str(RDFS), str(OWL), str(XSD))


def composite() -> set[str]:
    """Return the properties that are not simple: led to by a chain or transitivity, or above one that is."""
    found = {top for top, _ in chains()} | of_type(OWL.TransitiveProperty)
    below = [(name(low), name(top)) for low, top in ontology().subject_objects(RDFS.subPropertyOf)]
    while more := {top for low, top in below if low in found} - found:
        found |= more
    return found


def test_only_simple_properties_are_restricted() -> None:
    limits = [OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.AsymmetricProperty]
    limits += [OWL.IrreflexiveProperty]
    limited = set().union(*(of_type(limit) for limit in limits))
    disjoint = {name(each) for pair in ontology().subject_objects(OWL.propertyDisjointWith) for each in pair}
    assert composite() & (limited | disjoint) == set()


def test_composite_properties_are_found() -> None:
    assert {"supportedBy", "attacks", "locatedIn", "tracesToNote"} <= composite()
    assert "expressedIn" not in composite()


def test_nothing_is_counted() -> None:
    counting = [OWL.cardinality, OWL.minCardinality, OWL.maxCardinality, OWL.qualifiedCardinality]
    counting += [OWL.minQualifiedCardinality, OWL.maxQualifiedCardinality, OWL.hasSelf]
    assert [term for term in counting if (None, term, None) in ontology()] == []


def test_chains_are_regular() -> None:
    """A strict order holds: each property is led to only by earlier ones (11.2, the property hierarchy)."""
    assert not cyclic(earlier())


def test_a_cycle_of_chains_would_be_noticed() -> None:
    assert cyclic({"a": {"b"}, "b": {"c"}, "c": {"a"}})


def earlier() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for top, steps in chains():
        # P∘P, P∘Q… and Q…∘P are allowed for P itself.
        ends = steps[1:] if steps[0] == top else steps[:-1] if steps[-1] == top else steps
        found[top] |= set() if steps == (top, top) else set(ends)
    for low, above in ontology().subject_objects(RDFS.subPropertyOf):
        found[name(above)].add(name(low))
    return found


def cyclic(before: Mapping[str, set[str]]) -> bool:
    left = set(before)
    while ready := {term for term in left if not before[term] & left}:
        left -= ready
    return bool(left)


def test_every_term_in_use_is_declared() -> None:
    used = {term for triple in ontology() for term in triple if isinstance(term, URIRef)}
    ours = {term for term in used if term.startswith(AM)}
    foreign = {term for term in ontology().predicates() if not str(term).startswith((*LANGUAGE, str(AM)))}
    undeclared = {term for term in ours | foreign if not set(ontology().objects(term, RDF.type))}
    assert undeclared == set()


def test_no_name_is_used_for_two_sorts_of_thing() -> None:
    sorts = {
        term: [kind for kind in ENTITY_TYPES if (term, RDF.type, kind) in ontology()]
        for term in set(ontology().subjects(RDF.type))
        if isinstance(term, URIRef)
    }
    assert {term: kinds for term, kinds in sorts.items() if len(kinds) != 1} == {}


def test_our_terms_are_used_for_what_they_are() -> None:
    classes = {AM[kind] for kind in of_type(OWL.Class)} | {OWL.Thing}
    properties = {AM[term] for term in of_type(OWL.ObjectProperty)}
    uses = [(RDFS.subClassOf, classes), (RDFS.domain, classes), (OWL.someValuesFrom, classes)]
    uses += [(OWL.onProperty, properties), (OWL.inverseOf, properties), (RDFS.subPropertyOf, properties)]
    for predicate, allowed in uses:
        values = {value for value in ontology().objects(None, predicate) if not isinstance(value, BNode)}
        assert values <= allowed, predicate


def test_data_properties_take_only_strings_integers_and_booleans() -> None:
    """HermiT knows neither xsd:date nor xsd:gYear: a value of either stops it."""
    ranges = {
        term: set(ontology().objects(AM[term], RDFS.range)) <= {XSD.string, XSD.integer, XSD.boolean}
        and (AM[term], RDFS.range, None) in ontology()
        for term in of_type(OWL.DatatypeProperty)
    }
    assert [term for term, good in ranges.items() if not good] == []


def test_every_literal_is_an_annotation() -> None:
    annotations = set(ontology().subjects(RDF.type, OWL.AnnotationProperty))
    annotations |= {RDFS.label, RDFS.comment, OWL.versionInfo, OWL.deprecated}
    used = {predicate for _, predicate, value in ontology() if isinstance(value, Literal)}
    assert used <= annotations


def test_nothing_is_imported() -> None:
    assert list(ontology().objects(None, OWL.imports)) == []
