"""HermiT on the ontology: it is consistent, every constraint bites, every derivation fires."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse
from rdflib.namespace import OWL, RDF, RDFS
from tests.ontology import reasoned, terms
from tests.ontology.reasoned import ENTAILS, INCONSISTENT

from argmap.reasoning.entailments import Entailments, Inconsistency
from argmap.reasoning.hermit import reason

pytestmark = [pytest.mark.hermit, pytest.mark.usefixtures("java")]
ONTOLOGY_AND_SCHEMES = [*reasoned.ontology(), *reasoned.read(terms.SCHEMES)]


@pytest.fixture(scope="module")
def entailed() -> Entailments:
    answer = reason(ONTOLOGY_AND_SCHEMES)
    assert isinstance(answer, Entailments), answer
    return answer


def test_ontology_and_schemes_are_consistent(entailed: Entailments) -> None:
    assert entailed.members[terms.AM + "Scheme"]


def test_every_class_can_have_members(entailed: Entailments) -> None:
    assert entailed.unsatisfiable == frozenset()


def test_no_two_classes_are_the_same_by_accident(entailed: Entailments) -> None:
    assert entailed.equivalent == frozenset()


def test_classes_lie_under_what_the_model_says_and_nothing_else(entailed: Entailments) -> None:
    assert {terms.name(kind): above for kind, above in named(entailed.above).items()} == told()


def named(above: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    ours = {kind: over for kind, over in above.items() if kind.startswith(terms.AM)}
    return {kind: {terms.name(other) for other in over} for kind, over in ours.items()}


def told() -> dict[str, set[str]]:
    graph = terms.ontology()
    classes = [terms.AM[kind] for kind in terms.of_type(OWL.Class)]
    climb = {kind: graph.transitive_objects(kind, RDFS.subClassOf) for kind in classes}
    return {
        terms.name(kind): {terms.name(over) for over in above if over in classes and over != kind}
        for kind, above in climb.items()
    }


def test_all_disjoint_kinds_are_disjoint_pair_by_pair() -> None:
    """A test class for each pair, under both: HermiT finds every one of them empty."""
    pairs = disjoint_pairs()
    under = "\n".join(
        f"<urn:both:{one}-{two}> a owl:Class ; rdfs:subClassOf am:{one} , am:{two} ." for one, two in pairs
    )
    prefixes = f"@prefix am: <{terms.AM}> . @prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> ."
    answer = reason(
        [*reasoned.ontology(), *parse(f"{prefixes}\n{under}", format=RdfFormat.TURTLE)], values=False
    )
    assert isinstance(answer, Entailments)
    assert answer.unsatisfiable == {f"urn:both:{one}-{two}" for one, two in pairs}


def disjoint_pairs() -> list[tuple[str, str]]:
    groups = terms.ontology().subjects(RDF.type, OWL.AllDisjointClasses)
    listed = [terms.members(terms.ontology().value(group, OWL.members)) for group in groups]
    return [(terms.name(one), terms.name(two)) for group in listed for one, two in combinations(group, 2)]


def test_every_constraint_has_a_fixture() -> None:
    assert {path.stem for path in INCONSISTENT} == set(reasoned.constraints())


@pytest.mark.parametrize("fixture", INCONSISTENT, ids=lambda path: path.stem)
def test_constraint_bites(fixture: Path) -> None:
    assert isinstance(reasoned.each_alone()[fixture.stem], Inconsistency)


def test_fixtures_contradict_nothing_without_the_constraints() -> None:
    # Two tokens made one would contradict the fixtures that need them to be two.
    fixtures = [path for path in INCONSISTENT if path.stem != "all-different-endorsed"]
    quads = [quad for path in fixtures for quad in reasoned.read(path)]
    answer = reason([*reasoned.unlimited(), *quads], values=False, unique=False)
    assert isinstance(answer, Entailments)


def test_every_derivation_has_a_fixture() -> None:
    ways = {f"{top}--{'-'.join(steps)}" for top, steps in terms.derivations()}
    assert {path.stem for path in ENTAILS} == {*ways, *terms.ROLES}


def test_derivations_are_found_in_the_ontology() -> None:
    assert ("citesNote", ("expressedIn", "bearsMarker", "marksNote")) in terms.derivations()
    assert ("supportedBy", ("supportedBy", "supportedBy")) in terms.derivations()
    assert ("attackedElement", ("attackedPremise",)) in terms.derivations()


@pytest.mark.parametrize(
    "fixture", [path for path in ENTAILS if "--" in path.stem], ids=lambda path: path.stem
)
def test_derivation_has_a_fixture_of_its_own_steps(fixture: Path) -> None:
    """The fixture holds the steps of its chain and nothing that another way could lead from."""
    steps = fixture.stem.split("--")[1].split("-")
    assert sorted(terms.name(t.predicate.value) for t in reasoned.given(reasoned.read(fixture))) == sorted(
        steps
    )


@pytest.mark.parametrize("fixture", ENTAILS, ids=lambda path: path.stem)
def test_derivation_fires(fixture: Path) -> None:
    (triple,) = reasoned.expected(reasoned.read(fixture))
    assert holds(reasoned.all_entailed(), triple)


def holds(entailed: Entailments, triple: Triple) -> bool:
    assert isinstance(triple.subject, NamedNode)
    assert isinstance(triple.object, NamedNode)
    if triple.predicate.value == str(RDF.type):
        return triple.subject.value in entailed.members.get(triple.object.value, ())
    return (triple.subject.value, triple.object.value) in entailed.pairs.get(triple.predicate.value, ())
