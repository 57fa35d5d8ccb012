import json
from typing import Any

import pytest
from tests.formats.expansion import triples_of, turtle, written

from argmap.formats import tree as module
from argmap.formats.context import Context
from argmap.formats.tree import tree as text_of
from argmap.formats.values import Object

ID = "https://w3id.org/argmap/id/"

CLAIM = turtle("""
:c a am:Claim , am:Statement ; rdfs:label "C" ; am:text "It is so." ; am:authorStance am:endorsed ;
   am:implicit true ;
   am:attributedTo :ada ; am:expressedIn :p2 , :p10 ; skos:note "aside" ; skos:broader :other .
am:endorsed rdfs:label "endorsed"@en .
:ada a am:Person ; rdfs:label "Ada" .
:p2 am:position 2 . :p10 am:position 10 .
:a am:hasConclusion :c ; am:hasPremise :e ; rdfs:label "A" .
:e rdfs:label "E"@en .
""")


def tree(*given: Any, **wanted: Any) -> tuple[Object, bool]:
    text, truncated = text_of(*given, **wanted)
    document: Object = json.loads(text)
    assert json.dumps(document, ensure_ascii=False, indent=1).encode() == text
    return document, truncated


def test_a_thing_embeds_what_it_leads_to_and_what_leads_to_it(context: Context) -> None:
    grown, truncated = tree(ID + "c", written(CLAIM), context, reverse=["conclusionOf"], order=["position"])
    assert not truncated
    assert grown == {
        "id": ID + "c",
        "type": ["Claim", "Statement"],
        "label": "C",
        "text": "It is so.",
        "attributedTo": {"id": ID + "ada", "type": "Person", "label": "Ada"},
        "authorStance": "endorsed",
        "conclusionOf": {
            "id": ID + "a",
            "label": "A",
            "hasConclusion": ID + "c",
            "hasPremise": {"id": ID + "e", "label": {"@value": "E", "@language": "en"}},
        },
        "expressedIn": [{"id": ID + "p2", "position": 2}, {"id": ID + "p10", "position": 10}],
        "implicit": True,
        "skos:broader": {"id": ID + "other"},
        "skos:note": "aside",
    }
    assert list(grown)[:4] == ["id", "type", "label", "text"]
    assert list(grown)[4:] == sorted(list(grown)[4:])


def test_it_expands_to_the_triples_it_was_made_of(context: Context) -> None:
    grown, _ = tree(ID + "c", written(CLAIM), context, reverse=["conclusionOf"])
    token = set(turtle('am:endorsed rdfs:label "endorsed"@en .'))
    assert triples_of(grown, context) == set(CLAIM) - token


def test_a_circle_ends_at_what_is_above(context: Context) -> None:
    grown, _ = tree(ID + "a", written(turtle(":a am:supportedBy :b . :b am:supportedBy :a .")), context)
    assert grown == {"id": ID + "a", "supportedBy": {"id": ID + "b", "supportedBy": ID + "a"}}


def test_a_key_named_in_arrays_is_always_an_array(context: Context) -> None:
    triples = turtle(":a am:supportedBy :b .")
    grown, _ = tree(
        ID + "a", written(triples), context, reverse=["conclusionOf"], arrays=["supportedBy", "conclusionOf"]
    )
    assert grown == {"id": ID + "a", "conclusionOf": [], "supportedBy": [ID + "b"]}


def test_a_tree_that_would_grow_beyond_bounds_says_so(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_EMBEDDED", 100)
    layers = [f":l{n}{x} am:supportedBy :l{n + 1}a , :l{n + 1}b ." for n in range(20) for x in "ab"]
    grown, truncated = tree(ID + "l0a", written(turtle("\n".join(layers))), context)
    assert truncated
    assert triples_of(grown, context) <= set(turtle("\n".join(layers)))


def test_the_order_of_the_triples_makes_no_difference(context: Context) -> None:
    assert tree(ID + "c", written(CLAIM), context) == tree(ID + "c", written(CLAIM[::-1]), context)
