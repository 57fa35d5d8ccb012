"""The description is in nobody's way: what is asked of the articles is answered as if it were not there."""

from dataclasses import replace
from typing import cast

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import QuerySolutions
from tests.graph.description import description_of, quads_of

from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import AM, GRAPH_DESCRIPTION, ID, PREFIXES

THINGS = f"SELECT DISTINCT ?thing {{ ?thing ?p ?o FILTER(STRSTARTS(STR(?thing), '{ID}')) }}"


@pytest.fixture(scope="module")
def description(shipped: ArgumentMap) -> rdflib.Graph:
    return description_of(shipped)


@pytest.fixture(scope="module")
def bare(shipped: ArgumentMap) -> ArgumentMap:
    """The shipped map as it would be if nothing described it."""
    return replace(shipped, store=EmbeddedStore(quads_of(shipped, without=[GRAPH_DESCRIPTION])), _totals={})


def test_nothing_in_it_is_a_blank_node(description: rdflib.Graph) -> None:
    assert [term for triple in description for term in triple if isinstance(term, rdflib.BNode)] == []


def test_it_says_nothing_of_our_things_in_none_of_our_terms(description: rdflib.Graph) -> None:
    assert [s for s in description.subjects() if str(s).startswith(ID)] == []
    used = {str(p) for p in description.predicates()}
    assert [p for p in used if p.startswith(AM) or p == PREFIXES["rdfs"] + "label"] == []


def test_no_query_answers_otherwise_for_it(shipped: ArgumentMap, bare: ArgumentMap) -> None:
    for query in shipped.catalogue:
        if query.form != "construct" or not query.name.startswith("description/"):
            for values in _values(query):
                described, alone = shipped.answer(query, values), bare.answer(query, values)
                assert described.document == alone.document, query.name
                assert set(described.triples) == set(alone.triples), query.name


def test_no_thing_is_told_otherwise_for_it(shipped: ArgumentMap, bare: ArgumentMap) -> None:
    things = cast(
        "QuerySolutions",
        bare.store.query(f"SELECT DISTINCT ?thing {{ ?thing ?p ?o FILTER(STRSTARTS(STR(?thing), '{ID}')) }}"),
    )
    names = [str(cast("pyoxigraph.NamedNode", row["thing"]).value) for row in things]
    assert len(names) > 1000
    for name in names:
        asked = {"thing": name}
        assert (
            shipped.answer("things/describe", asked).document
            == bare.answer("things/describe", asked).document
        )


def _values(query: QueryFile) -> list[dict[str, str]]:
    required = {each.name: each.example for each in query.parameters if each.required}
    return [required, *({**required, each.name: each.example} for each in query.parameters)]
