import pytest
from tests.formats.expansion import triples_of, turtle, written

from argmap.formats import paths as module
from argmap.formats import tree
from argmap.formats.context import Context
from argmap.formats.paths import paths

ID = "https://w3id.org/argmap/id/"
EDGES = ["conclusionOf", "hasPremise", "expressedIn"]

TRACE = turtle("""
:c am:text "C" .
:a am:hasConclusion :c ; am:hasPremise :e1 , :e2 ; rdfs:label "A" .
:e1 am:text "One" ; am:expressedIn :p . :p am:onPage :page .
:e2 am:text "Two" .
""")


def _ids(document: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[list[str]]:
    return [[hop["id"].removeprefix(ID) for hop in path["hops"]] for path in document["paths"]]


def test_every_path_is_followed_to_its_end(context: Context) -> None:
    document, truncated = paths(ID + "c", written(TRACE), context, EDGES)
    assert _ids(document) == [["c", "a", "e1", "p"], ["c", "a", "e2"]]
    assert (document["text"], truncated) == ("C", False)


def test_a_hop_has_its_fields_and_how_it_was_reached(context: Context) -> None:
    document, _ = paths(ID + "c", written(TRACE), context, EDGES)
    assert document["paths"][0]["hops"] == [
        {"id": ID + "c", "text": "C"},
        {"id": ID + "a", "label": "A", "via": "conclusionOf"},
        {"id": ID + "e1", "text": "One", "via": "hasPremise"},
        {"id": ID + "p", "onPage": ID + "page", "via": "expressedIn"},
    ]


def test_all_that_it_expands_to_is_in_the_graph(context: Context) -> None:
    document, _ = paths(ID + "c", written(TRACE), context, EDGES)
    said = triples_of(document, context)
    assert said <= set(TRACE)
    assert set(turtle(':e1 am:text "One" . :p am:onPage :page .')) <= said


def test_a_circle_is_walked_once(context: Context) -> None:
    circle = turtle(":a am:supportedBy :b . :b am:supportedBy :c . :c am:supportedBy :a .")
    document, _ = paths(ID + "a", written(circle), context, ["supportedBy"])
    assert _ids(document) == [["a", "b", "c"]]


def test_from_a_thing_without_edges_there_is_no_path(context: Context) -> None:
    document, _ = paths(ID + "p", written(TRACE), context, EDGES)
    assert document == {"id": ID + "p", "onPage": ID + "page", "paths": []}


def test_too_many_paths_are_cut_off_and_said_to_be(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_HOPS", 50)
    layers = [f":l{n}{x} am:supportedBy :l{n + 1}a , :l{n + 1}b ." for n in range(20) for x in "ab"]
    document, truncated = paths(ID + "l0a", written(turtle("\n".join(layers))), context, ["supportedBy"])
    assert truncated
    assert len(document["paths"]) == 2


def test_fields_of_a_hop_that_would_grow_beyond_bounds_say_so(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "MAX_EMBEDDED", 1)
    chain = turtle(
        ":a am:hasPremise :b . :b am:expressedIn :p . :p am:onPage :page . :page am:pageNumber 3 ."
    )
    document, truncated = paths(ID + "a", written(chain), context, ["hasPremise"])
    assert truncated
    assert document["paths"][0]["hops"][1]["expressedIn"] == {"id": ID + "p", "onPage": {"id": ID + "page"}}
