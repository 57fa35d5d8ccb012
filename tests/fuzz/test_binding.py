"""No value of a parameter changes a query: one term takes the place of its UNDEF, and it means the value."""

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store
from tests.fuzz import nasty

from argmap import shipped
from argmap.catalogue import QueryFile, load
from argmap.catalogue.binding import path_variables
from argmap.errors import UsageError
from argmap.model.parameter import Parameter
from argmap.sparql_tokens import tokens

CATALOGUE = load(shipped.folder("queries"))
QUERIES = {query.name: query for query in CATALOGUE if query.parameters}
EMPTY = Store()


def _texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


UNBOUND = {name: _texts(query.text) for name, query in QUERIES.items()}


def _examples(query: QueryFile, but: str) -> dict[str, str]:
    return {each.name: each.example for each in query.parameters if each.required and each.name != but}


def _read_back(term: str) -> NamedNode | Literal:
    (row,) = cast("QuerySolutions", EMPTY.query(f"SELECT ?x {{ VALUES ?x {{ {term} }} }}"))
    return cast("NamedNode | Literal", row["x"])


def _assert_one_term(query: QueryFile, parameter: Parameter, values: dict[str, str]) -> None:
    bound = query.bind(values)
    assert bound.text == query.with_terms(bound.bound, None)
    others = {name: terms for name, terms in bound.bound.items() if name != parameter.name}
    without = query.with_terms(others, None)
    slot = query.slots[parameter.name]
    before, after = _texts(without), _texts(bound.text)
    at = next(n for n in range(len(before)) if before[: n + 1] != after[: n + 1])
    behind = len(before) - at - 1
    written = after[at : len(after) - behind]
    assert before[at].upper() == "UNDEF"
    assert after[len(after) - behind :] == before[at + 1 :]
    assert query.text[slot.start : slot.end].upper() == "UNDEF"
    term = "".join(written)
    assert _read_back(term) == bound.terms[parameter.name]
    assert len(written) in (1, 3)  # an IRI or a string; a string, ^^ and the IRI of its type


@settings(max_examples=400, deadline=None)
@given(st.data(), nasty.texts())
def test_a_value_is_one_term_or_refused(data: DataObject, value: str) -> None:
    query = QUERIES[data.draw(st.sampled_from(sorted(QUERIES)))]
    parameter = data.draw(st.sampled_from(query.parameters))
    values = {**_examples(query, parameter.name), parameter.name: value}
    try:
        query.bind(values)
    except UsageError as error:
        said = str(error)
        assert said.startswith(f"{parameter.name}: ")
        return
    _assert_one_term(query, parameter, values)


@settings(max_examples=200, deadline=None)
@given(st.lists(nasty.texts(), min_size=1, max_size=4))
def test_several_values_are_as_many_terms_or_refused(given: list[str]) -> None:
    query = QUERIES["impact/several"]
    try:
        bound = query.bind({"source": given})
    except UsageError as error:
        said = str(error)
        assert said.startswith("source: ")
        return
    at = bound.text.index("VALUES ?source {") + len("VALUES ?source ")
    written = bound.text[at : bound.text.index("}", at) + 1]
    rows = cast("QuerySolutions", EMPTY.query(f"SELECT ?x {{ VALUES ?x {written} }}"))
    assert [row["x"] for row in rows] == list(bound.bound["source"])
    assert len(_texts(bound.text)) == len(UNBOUND[query.name]) + len(bound.bound["source"]) - 1


@settings(max_examples=200, deadline=None)
@given(nasty.texts().filter(bool))
def test_a_text_means_what_was_written(value: str) -> None:
    query = QUERIES["claims/list"]
    try:
        bound = query.bind({"q": value})
    except UsageError:
        with pytest.raises(UnicodeEncodeError):
            value.encode()
        return
    assert bound.terms["q"] == Literal(value)


@settings(max_examples=200, deadline=None)
@given(st.data(), nasty.texts())
def test_a_part_of_a_path_names_a_thing_or_is_refused(data: DataObject, value: str) -> None:
    names = [name for name, query in QUERIES.items() if len(path_variables(query.path)) == 2]
    query = QUERIES[data.draw(st.sampled_from(sorted(names)))]
    first, second = path_variables(query.path)
    turned = data.draw(st.booleans())
    try:
        bound = query.bind({first: value, second: "x"} if turned else {first: "x", second: value})
    except UsageError:
        return
    plain = query.bind({first: "x", second: "x"})
    assert len(_texts(bound.text)) == len(_texts(plain.text))
    assert not set(value) & set("/?#<>\"'{}\\ \n")


@settings(max_examples=200, deadline=None)
@given(nasty.texts(), nasty.texts())
def test_a_name_is_known_or_refused(name: str, value: str) -> None:
    query = QUERIES["claims/list"]
    known = {parameter.name for parameter in query.parameters} | set(path_variables(query.path))
    if name not in known:
        with pytest.raises(UsageError):
            query.bind({name: value})


def test_every_parameter_of_every_file_is_drawn_from() -> None:
    assert len(QUERIES) > 20
    assert {each.type for query in QUERIES.values() for each in query.parameters} >= {
        "thing", "string", "integer", "boolean", "choice", "token",
    }  # fmt: skip
