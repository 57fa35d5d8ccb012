"""The alignments name real terms of ours, import nothing, and contradict neither the ontology nor data."""

from functools import cache
from pathlib import Path
from typing import cast

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from tests.ontology import reasoned, terms

from argmap import shipped
from argmap.catalogue import load
from argmap.graph.alignment import axioms_of, carry_out
from argmap.reasoning.entailments import Entailments
from argmap.reasoning.hermit import reason
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH_ALIGNMENT

ALIGNMENTS = sorted(Path("ontology/alignments").glob("*.ttl"))
DATA = Path("tests/reasoning/every-rule.ttl")
EXPECTED = ["aif", "contro", "ibis", "micropublications", "prov", "schema", "sepio", "spar", "webannotation"]
MAPPINGS = [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch]
# Nothing in an alignment is of one of these kinds; were it one of our terms, more would be said of it.
CHARACTERISTICS = [OWL.propertyChainAxiom, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.disjointWith]

each_alignment = pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)


def test_all_alignments_are_there() -> None:
    assert [path.stem for path in ALIGNMENTS] == EXPECTED


def test_both_namespaces_of_aif_are_aligned_alike() -> None:
    graph = Graph().parse("ontology/alignments/aif.ttl")
    one, other = (
        {
            (str(s).removeprefix(space), p, str(o).removeprefix(space))
            for s, p, o in graph
            if p in MAPPINGS and str(o).startswith(space)
        }
        for space in ("http://www.arg.tech/aif#", "http://www.arg.dundee.ac.uk/aif#")
    )
    assert one == other != set()


@each_alignment
def test_alignment_maps_declared_terms(path: Path) -> None:
    graph = Graph().parse(path)
    ours = {term for triple in graph for term in triple if str(term).startswith(terms.AM)}
    assert ours
    assert {term for term in ours if (term, RDF.type, None) not in terms.ontology()} == set()


@each_alignment
def test_alignment_leads_outwards_and_imports_nothing(path: Path) -> None:
    """No term of ours is on the side that an axiom says more of.

    So any model of the ontology becomes one of both, with every foreign term read as holding of everything:
    the alignment says nothing new of our terms, properties included.
    """
    graph = Graph().parse(path)
    assert list(graph.objects(None, OWL.imports)) == []
    more_said_of = [o for each in (*MAPPINGS, RDFS.domain, RDFS.range) for o in graph.objects(None, each)]
    more_said_of += list(graph.objects(None, OWL.hasValue))
    more_said_of += [s for each in CHARACTERISTICS for s in graph.subjects(each)]
    more_said_of += [
        term
        for node in more_said_of
        if isinstance(node, BNode)
        for term in [*graph.objects(node, OWL.inverseOf), *graph.objects(node, OWL.onProperty)]
    ]
    assert [term for term in more_said_of if str(term).startswith(terms.AM)] == []


@each_alignment
def test_alignment_uses_no_other_axioms(path: Path) -> None:
    """What the test above looks at is all there is."""
    graph = Graph().parse(path)
    language = {p for p in graph.predicates() if str(p).startswith((str(OWL), str(RDFS)))}
    metadata = {OWL.versionIRI, OWL.versionInfo, OWL.priorVersion, RDFS.comment, RDFS.label, RDFS.seeAlso}
    metadata |= {RDFS.isDefinedBy}
    shapes = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.propertyChainAxiom}
    shapes |= {OWL.inverseOf, OWL.onProperty, OWL.hasValue}
    assert language <= metadata | shapes


@each_alignment
def test_axioms_are_between_terms_of_one_sort(path: Path) -> None:
    graph = Graph().parse(path)
    for one, other in [*pairs(graph, RDFS.subClassOf), *pairs(graph, RDFS.subPropertyOf)]:
        assert sorts(graph, one) & sorts(graph, other), (one, other)
    for one, other in pairs(graph, SKOS.closeMatch):
        assert sorts(graph, one) & sorts(graph, other), (one, other)


def sorts(graph: Graph, term: URIRef) -> set[object]:
    kinds: set[object] = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    return kinds & {*graph.objects(term, RDF.type), *terms.ontology().objects(term, RDF.type)}


@each_alignment
def test_every_foreign_term_is_declared_once_named_and_placed(path: Path) -> None:
    graph = Graph().parse(path)
    used = {term for triple in graph for term in triple if isinstance(term, URIRef)}
    (head,) = graph.subjects(RDF.type, OWL.Ontology)
    ontologies = {*graph.objects(head), *graph.objects(None, RDFS.isDefinedBy)}
    known = (str(terms.AM), str(OWL), str(RDF), str(RDFS), "https://w3id.org/argmap/", "https://creative")
    foreign = {term for term in used - ontologies if not str(term).startswith(known)}
    foreign -= {term for term in foreign if (term, RDF.type, OWL.AnnotationProperty) in graph}
    assert {term for term in foreign if len(set(graph.objects(term, RDF.type))) != 1} == set()
    assert {term for term in foreign if len(set(graph.objects(term, RDFS.label))) != 1} == set()
    assert {term for term in foreign if (term, RDFS.isDefinedBy, None) not in graph} == set()


def pairs(graph: Graph, mapping: URIRef) -> list[tuple[URIRef, URIRef]]:
    found = graph.subject_objects(mapping)
    return [(s, o) for s, o in found if isinstance(s, URIRef) and isinstance(o, URIRef)]


@cache
def without(values: bool = False) -> Entailments:
    """What the ontology entails of the data by itself."""
    return entailed([], values=values)


def entailed(alignment: list[Quad], values: bool = False) -> Entailments:
    quads = [*reasoned.ontology(), *reasoned.read(terms.SCHEMES), *reasoned.read(DATA)]
    answer = reason([*quads, *alignment], values=values)
    assert isinstance(answer, Entailments), answer
    return answer


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
@each_alignment
def test_alignment_agrees_with_the_ontology_and_data(path: Path) -> None:
    answer = entailed(reasoned.read(path))
    assert answer.unsatisfiable == frozenset()
    assert answer.equivalent == frozenset()


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_alignments_agree_with_one_another_and_say_nothing_new_of_our_classes() -> None:
    answer = entailed([quad for path in ALIGNMENTS for quad in reasoned.read(path)])
    assert answer.unsatisfiable == frozenset()
    ours = without().above
    assert {kind: {over for over in answer.above[kind] if over in ours} for kind in ours} == {
        kind: set(above) for kind, above in ours.items()
    }
    assert {kind: answer.members.get(kind, frozenset()) for kind in ours} == {
        kind: without().members.get(kind, frozenset()) for kind in ours
    }


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
@each_alignment
def test_rules_give_what_hermit_proves(path: Path) -> None:
    """The rules for all alignments, without close matches, derive what the axioms entail and no more."""
    answer = entailed(reasoned.read(path), values=True)
    proved = {
        *((s, relation, o) for relation, found in answer.pairs.items() for s, o in found),
        *((thing, str(RDF.type), kind) for kind, found in answer.members.items() for thing in found),
    }
    foreign = {str(term) for term in Graph().parse(path).subjects(RDFS.isDefinedBy)}
    things = {thing for found in without().members.values() for thing in found}

    def about_things(facts: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        return {each for each in facts if each[0] in things and {each[1], each[2]} & foreign}

    assert about_things(proved)
    assert about_things(proved) == about_things(derived(path.stem))


def derived(name: str) -> set[tuple[str, str, str]]:
    """Return what the rules for all alignments derive of the data, where all else is derived already."""
    store = EmbeddedStore(facts(without(values=True)))
    rules = load(shipped.folder("queries")).alignments_for_all()
    carry_out([rule for rule in rules if "close" not in rule.name], store, name, axioms_of(name))
    graph = NamedNode(GRAPH_ALIGNMENT + name)
    found = store.query(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} FILTER(isIRI(?s) && isIRI(?o)) }}")
    return {(row[0].value, row[1].value, row[2].value) for row in cast("QuerySolutions", found)}


def facts(known: Entailments) -> list[Quad]:
    """Return what is entailed as quads of a graph: the rules read named graphs."""
    types = [(thing, str(RDF.type), kind) for kind, found in known.members.items() for thing in found]
    values = [(s, relation, o) for relation, found in known.pairs.items() for s, o in found]
    data = NamedNode("urn:data")
    return [Quad(NamedNode(s), NamedNode(p), NamedNode(o), data) for s, p, o in [*types, *values]]
