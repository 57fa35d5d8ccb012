"""The alignments name real terms of ours, import nothing, and contradict neither the ontology nor data."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from tests.ontology import reasoned, terms

from argmap.reasoning.entailments import Entailments
from argmap.reasoning.hermit import reason

ALIGNMENTS = sorted(Path("ontology/alignments").glob("*.ttl"))
DATA = Path("tests/reasoning/every-rule.ttl")
EXPECTED = ["aif", "contro", "ibis", "micropublications", "prov", "schema", "sepio", "spar", "webannotation"]
MAPPINGS = [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch]

each_alignment = pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)


def test_all_alignments_are_there() -> None:
    assert [path.stem for path in ALIGNMENTS] == EXPECTED


def test_both_namespaces_of_aif_are_aligned_alike() -> None:
    graph = Graph().parse("ontology/alignments/aif.ttl")
    one, other = (
        {
            (s, p, str(o).removeprefix(space))
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
    graph = Graph().parse(path)
    assert list(graph.objects(None, OWL.imports)) == []
    assert all(str(s).startswith(terms.AM) for mapping in MAPPINGS for s in graph.subjects(mapping))
    assert not any(str(o).startswith(terms.AM) for mapping in MAPPINGS for o in graph.objects(None, mapping))


@each_alignment
def test_axioms_are_between_terms_of_one_sort(path: Path) -> None:
    graph = Graph().parse(path)
    for ours, theirs in [*pairs(graph, RDFS.subClassOf), *pairs(graph, RDFS.subPropertyOf)]:
        assert set(graph.objects(theirs, RDF.type)) <= set(terms.ontology().objects(ours, RDF.type))
        assert (theirs, RDF.type, None) in graph


def pairs(graph: Graph, mapping: URIRef) -> list[tuple[URIRef, URIRef]]:
    found = graph.subject_objects(mapping)
    return [(s, o) for s, o in found if isinstance(s, URIRef) and isinstance(o, URIRef)]


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
@each_alignment
def test_alignment_agrees_with_the_ontology_and_data(path: Path) -> None:
    quads = [*reasoned.ontology(), *reasoned.read(terms.SCHEMES), *reasoned.read(DATA)]
    answer = reason([*quads, *reasoned.read(path)], values=False)
    assert isinstance(answer, Entailments)
    assert answer.unsatisfiable == frozenset()
    assert answer.equivalent == frozenset()


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_alignments_agree_with_one_another() -> None:
    quads = [quad for path in ALIGNMENTS for quad in reasoned.read(path)]
    answer = reason([*reasoned.ontology(), *quads, *reasoned.read(DATA)], values=False)
    assert isinstance(answer, Entailments)
    assert answer.unsatisfiable == frozenset()
