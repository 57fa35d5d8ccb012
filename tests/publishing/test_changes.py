"""What one version says otherwise than another, on made-up pairs of versions."""

import json
import random
import re

import pytest
from rdflib import BNode, Graph
from rdflib.compare import isomorphic

from argmap.formats.ontology.changes_text import to_json, to_markdown
from argmap.formats.ontology.comparing import compare
from argmap.model.ontology_change import VersionChanges
from argmap.vocabulary import AM

PREFIXES = f"""
@prefix am: <{AM}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FERRY = """
am:Boat a owl:Class ; rdfs:label "boat"@en ; skos:definition "What floats."@en .
am:Ferry a owl:Class ; rdfs:subClassOf am:Boat ; rdfs:label "ferry"@en ;
    owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( am:Boat
        [ a owl:Restriction ; owl:onProperty am:carries ; owl:someValuesFrom am:Guest ] ) ] .
am:Guest a owl:Class ; rdfs:label "guest"@en .
am:carries a owl:ObjectProperty ; rdfs:domain [ a owl:Class ; owl:unionOf ( am:Boat am:Guest ) ] .
am:meets a owl:ObjectProperty ; owl:propertyChainAxiom ( [ owl:inverseOf am:carries ] am:carries ) .
[] a owl:AllDisjointClasses ; owl:members ( am:Boat am:Guest ) .
"""


def graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


def changes(before: str, after: str) -> VersionChanges:
    return compare(graph(before), graph(after), "1.0.0", "1.1.0")


def told(found: VersionChanges) -> list[str]:
    """Return the entries of the Markdown, without head and summary."""
    return [line for line in to_markdown(found).splitlines() if line.lstrip().startswith(("-", "##"))]


def test_the_first_version_says_that_none_is_before_it() -> None:
    found = compare(None, graph(FERRY), None, "1.0.0")
    assert found.previous is None
    assert found.terms == ()
    assert to_markdown(found) == (
        "# What version 1.0.0 changes\n\n"
        "This is the first version that is released; there is none before it to compare it with. "
        "It has 3 classes, 2 object properties.\n"
    )


def test_renamed_blank_nodes_are_no_change() -> None:
    old = graph(FERRY)
    names = {node: BNode() for triple in old for node in triple if isinstance(node, BNode)}
    new = Graph()
    for triple in sorted(old, key=str, reverse=True):
        new.add(tuple(names.get(node, node) for node in triple))  # type: ignore[call-overload]
    found = compare(old, new, "1.0.0", "1.1.0")
    assert found.same
    assert found.terms == ()
    assert "Nothing has changed since version 1.0.0" in to_markdown(found)


def test_the_order_of_a_set_is_no_change_and_that_of_a_chain_is() -> None:
    turned = changes(FERRY, FERRY.replace("( am:Boat am:Guest )", "( am:Guest am:Boat )"))
    assert not turned.same
    assert turned.terms == ()
    assert "the order in which members of sets are written" in to_markdown(turned)
    chain = "( [ owl:inverseOf am:carries ] am:carries )"
    found = changes(FERRY, FERRY.replace(chain, "( am:carries [ owl:inverseOf am:carries ] )"))
    assert told(found) == [
        "## Changed",
        "- `meets` (object property)",
        "  - follows from: was `inverse carries o carries`, is `carries o inverse carries`",
    ]


def test_terms_come_and_go() -> None:
    found = changes(
        FERRY + 'am:Oar a owl:Class ; rdfs:label "oar"@en .',
        FERRY + 'am:Sail a owl:Class ; rdfs:label "sail"@en ; skos:definition "Cloth that *pulls*."@en .',
    )
    assert told(found) == [
        "## Added",
        "- `Sail` (class)",
        '  - definition: "Cloth that \\*pulls\\*."',
        "  - is a: `owl:Class`",
        '  - label: "sail"',
        "## Removed",
        "- `Oar` (class)",
    ]


def test_a_deprecated_term_is_told_apart_from_a_changed_one() -> None:
    found = changes(FERRY, FERRY + 'am:Boat owl:deprecated true ; rdfs:comment "Use Ferry."@en .')
    (term,) = found.terms
    assert (term.name, term.fate) == ("Boat", "deprecated")
    assert told(found)[:2] == ["## Deprecated", "- `Boat` (class)"]
    again = changes(
        FERRY + "am:Boat owl:deprecated true .", FERRY + "am:Boat owl:deprecated true ; a am:Guest ."
    )
    assert [each.fate for each in again.terms] == ["changed"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"What floats."', '"What swims."', 'definition: was "What floats.", is "What swims."'),
        ('"guest"@en', '"guest"@en-GB', 'label: was "guest", is `"guest"@en-GB`'),
        ("subClassOf am:Boat", "subClassOf am:Guest", "kind of: was `Boat`, is `Guest`"),
        (
            "someValuesFrom",
            "allValuesFrom",
            "same as: was `(carries some Guest) and Boat`, is `(carries only Guest) and Boat`",
        ),
        (
            "unionOf ( am:Boat am:Guest )",
            "unionOf ( am:Boat am:Ferry )",
            "domain: was `Boat or Guest`, is `Boat or Ferry`",
        ),
        (
            "members ( am:Boat am:Guest )",
            "members ( am:Boat am:Ferry am:Guest )",
            "disjoint all: was `Boat, Guest`, is `Boat, Ferry, Guest`",
        ),
        (
            "am:carries a owl:ObjectProperty",
            "am:carries a owl:ObjectProperty , owl:FunctionalProperty",
            "now is a: `owl:FunctionalProperty`",
        ),
        ("rdfs:domain", "rdfs:range", "no longer domain: `Boat or Guest`"),
    ],
)
def test_what_is_said_otherwise_is_told_in_words(old: str, new: str, line: str) -> None:
    assert old in FERRY
    found = changes(FERRY, FERRY.replace(old, new))
    assert len(found.terms) == 1
    assert f"  - {line}" in told(found)


def test_no_difference_escapes() -> None:
    """Whatever triple is taken away: the graphs differ, and some term is told to have changed."""
    whole = graph(FERRY)
    for triple in sorted(whole, key=str):
        less = Graph()
        less += whole
        less.remove(triple)
        if isinstance(triple[0], BNode) and re.search(
            "rdf-syntax-ns#(first|rest|type)|inverseOf", str(triple[1])
        ):
            continue  # half a list or half an expression is no OWL
        assert not isomorphic(whole, less)
        assert compare(whole, less, "1.0.0", "1.1.0").terms, triple


def test_the_order_of_triples_does_not_show() -> None:
    triples = list(graph(FERRY + 'am:Boat rdfs:comment "a", "b", "c" .'))
    texts = set()
    for seed in range(5):
        random.Random(seed).shuffle(triples)
        shuffled = Graph()
        for triple in triples:
            shuffled.add(triple)
        texts.add(to_markdown(compare(graph("am:Guest a owl:Class ."), shuffled, "1.0.0", "1.1.0")))
    assert len(texts) == 1


def test_programs_get_the_same_as_json() -> None:
    found = changes(FERRY, FERRY.replace('"What floats."', '"What swims."'))
    document = json.loads(to_json(found))
    assert document["version"] == "1.1.0"
    assert document["previous"] == "1.0.0"
    assert document["same"] is False
    assert document["counts"] == {"class": 3, "object property": 2}
    assert document["terms"] == [
        {
            "iri": f"{AM}Boat",
            "name": "Boat",
            "sort": "class",
            "fate": "changed",
            "lost": [{"aspect": "definition", "value": '"What floats."'}],
            "gained": [{"aspect": "definition", "value": '"What swims."'}],
        }
    ]
