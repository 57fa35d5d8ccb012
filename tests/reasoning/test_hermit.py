"""The reasoner by itself: what it answers, what it says of contradictions, what it does without Java."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from argmap.errors import ReasonerFailed, ReasonerMissing
from argmap.reasoning.entailments import Clue, Entailments, Inconsistency
from argmap.reasoning.hermit import reason

PREFIXES = """
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix ex: <https://w3id.org/argmap/id/example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
EXAMPLE = "https://w3id.org/argmap/id/example/"


def triples(turtle: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE)]


def with_ontology(turtle: str) -> list[Triple]:
    ontology = parse(path=Path("ontology/argmap.ttl"), format=RdfFormat.TURTLE)
    return [*(quad.triple for quad in ontology), *triples(turtle)]


def clues_of(turtle: str) -> list[Clue]:
    answer = reason(with_ontology(turtle), values=False)
    assert isinstance(answer, Inconsistency)
    return list(answer.clues)


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
class TestEntailments:
    def test_members_and_pairs_are_complete_upwards(self) -> None:
        answer = reason(with_ontology("ex:a a am:Thesis ; am:expressedIn ex:p ."))
        assert isinstance(answer, Entailments)
        am = "https://w3id.org/argmap/ontology#"
        assert all(EXAMPLE + "a" in answer.members[am + kind] for kind in ("Thesis", "Claim", "Statement"))
        assert (EXAMPLE + "a", EXAMPLE + "p") in answer.pairs[am + "locatedIn"]

    def test_an_empty_class_is_named(self) -> None:
        answer = reason(with_ontology("ex:Both a owl:Class ; rdfs:subClassOf am:Person , am:Claim ."))
        assert isinstance(answer, Entailments)
        assert answer.unsatisfiable == {EXAMPLE + "Both"}

    def test_classes_with_the_same_members_are_named(self) -> None:
        answer = reason(
            triples(
                """ex:p a owl:ObjectProperty ; rdfs:domain ex:A . ex:A a owl:Class ; rdfs:subClassOf
                [ a owl:Restriction ; owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ] .
                ex:B a owl:Class ; owl:equivalentClass
                [ a owl:Restriction ; owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ] ."""
            )
        )
        assert isinstance(answer, Entailments)
        assert answer.equivalent == {frozenset({EXAMPLE + "A", EXAMPLE + "B"})}

    def test_two_calls_know_nothing_of_each_other(self) -> None:
        reason(with_ontology("ex:a a am:Claim ."), values=False)
        answer = reason(with_ontology("ex:b a am:Claim ."), values=False)
        assert isinstance(answer, Entailments)
        assert answer.members["https://w3id.org/argmap/ontology#Claim"] == {EXAMPLE + "b"}

    def test_nothing_is_printed(self, capfd: pytest.CaptureFixture[str]) -> None:
        reason(with_ontology("ex:a a am:Claim ."))
        assert capfd.readouterr() == ("", "")

    def test_no_file_is_left_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        reason(with_ontology("ex:a a am:Claim ."), values=False)
        reason(with_ontology("ex:a a am:Claim , am:Footnote ."), values=False)
        assert list(tmp_path.iterdir()) == []

    def test_undeclared_terms_and_annotations_entail_nothing(self) -> None:
        odd = 'ex:a a am:Claim ; rdfs:label "a" ; ex:when "1996-04-06"^^xsd:date ; am:intent ex:why .'
        assert isinstance(reason(with_ontology(odd)), Entailments)

    def test_what_the_reasoner_cannot_read_is_reported(self) -> None:
        with pytest.raises(ReasonerFailed, match="gYear"):
            reason(triples('ex:p a owl:DatatypeProperty . ex:a ex:p "1996"^^xsd:gYear .'))


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
class TestClues:
    def test_disjoint_kinds(self) -> None:
        assert clues_of("ex:a a am:Thesis , am:Footnote .") == [
            Clue(EXAMPLE + "a", "is both am:Statement and am:TextUnit, which exclude each other"),
        ]

    def test_disjoint_by_a_domain(self) -> None:
        (clue,) = clues_of("ex:a a am:Footnote ; am:hasConclusion ex:b .")
        assert clue.message == "is both am:ArgumentationAct and am:TextUnit, which exclude each other"

    def test_two_values_of_a_functional_property(self) -> None:
        assert clues_of('ex:a am:title "Bridges" , "Rivers" .') == [
            Clue(EXAMPLE + "a", 'has two values of am:title, which takes one: "Bridges" and "Rivers"'),
        ]

    def test_two_things_under_a_functional_property(self) -> None:
        """OWL alone would take the two for one thing; here two names are two things."""
        assert clues_of("ex:a am:hasConclusion ex:b , ex:c .") == [
            Clue(
                EXAMPLE + "a", "has two values of am:hasConclusion, which takes one: example/b and example/c"
            ),
        ]

    def test_two_attacked_elements_by_different_properties(self) -> None:
        (clue,) = clues_of("ex:a am:attackedPremise ex:b ; am:attackedConclusion ex:c .")
        assert clue.message.startswith("has two values of am:attackedElement")

    def test_references_that_stand_for_each_other(self) -> None:
        assert clues_of("ex:a am:resolvesTo ex:b . ex:b am:resolvesTo ex:a .") == [
            Clue(
                EXAMPLE + "a",
                "stands in am:resolvesTo to example/b and example/b to it; that goes one way only",
            ),
        ]

    def test_a_note_before_itself(self) -> None:
        assert clues_of("ex:a am:precedingNote ex:a .") == [
            Clue(EXAMPLE + "a", "stands in am:precedingNote to itself, which nothing can"),
        ]

    def test_a_date_where_a_number_belongs(self) -> None:
        assert clues_of('ex:a am:year "1994"^^xsd:gYear .') == [
            Clue(EXAMPLE + "a", 'has "1994" as am:year, which takes values of xsd:integer'),
        ]

    def test_a_contradiction_of_more_steps_has_no_clue(self) -> None:
        hidden = "ex:a a [ owl:complementOf am:Premise ] . ex:b a am:Argument ; am:hasPremise ex:a ."
        assert clues_of(hidden) == []


def test_without_java_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("owlready2.JAVA_EXE", "no-such-java")
    with pytest.raises(ReasonerMissing, match="Java"):
        reason([])
