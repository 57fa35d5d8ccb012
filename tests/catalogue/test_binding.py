from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from argmap.catalogue import QueryFile
from argmap.errors import BadParameter, MissingParameter, UnknownParameter
from argmap.model.page import Page
from argmap.sparql_tokens import tokens

TINY = "https://w3id.org/argmap/id/tiny-2020"


@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("article", "tiny-2020", NamedNode(TINY)),
        ("article", TINY, NamedNode(TINY)),
        ("q", "a bridge", Literal("a bridge")),
        ("stance", "rejected", NamedNode("https://w3id.org/argmap/ontology#rejected")),
        ("page", "-12", Literal(-12)),
        ("contested", "false", Literal(False)),
        ("sort", "-label", Literal("-label")),
    ],
)
def test_a_value_becomes_a_term_of_its_type(
    claims: QueryFile, name: str, value: str, term: NamedNode | Literal
) -> None:
    bound = claims.bind({name: value})
    assert bound.terms[name] == term
    assert f"VALUES ?{name} {{ {term} }}" in bound.text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("article", "tiny 2020", 'article: "tiny 2020" is no IRI; give one like article=tiny-2020'),
        ("article", "http://x/<y>", "is no IRI"),
        ("article", "%zz", "is no IRI"),
        ("article", "\ud800", "is no"),
        ("stance", "endorse", "stance: .* give one of endorsed, rejected"),
        ("page", "2.5", "page: .* is no whole number"),
        ("page", "٣", "is no whole number"),
        ("contested", "yes", "neither true nor false"),
        ("q", "", "q: is empty"),
        ("q", "\ud800", "q: is no Unicode text"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(claims: QueryFile, name: str, value: str, said: str) -> None:
    with pytest.raises(BadParameter, match=said):
        claims.bind({name: value})


def test_an_unknown_parameter_is_told_the_nearest(claims: QueryFile) -> None:
    with pytest.raises(UnknownParameter, match="Nearest: stance"):
        claims.bind({"stanse": "rejected"})


def test_a_missing_parameter_is_told_an_example(claim: QueryFile) -> None:
    with pytest.raises(MissingParameter, match="claim=tiny-2020/claim/bridge-saves-time"):
        claim.bind({})


@pytest.mark.parametrize(
    "values",
    [
        {"article": "tiny-2020", "slug": "x"},
        {"claim": "tiny-2020/claim/x"},
        {"claim": f"{TINY}/claim/x"},
    ],
)
def test_a_thing_is_named_by_path_short_form_or_iri(claim: QueryFile, values: dict[str, str]) -> None:
    assert claim.bind(values).root == f"{TINY}/claim/x"


@pytest.mark.parametrize("slug", ["a/b", "a b", "a#b", "{slug}", "", "a?b", "<", "é\n"])
def test_a_path_variable_fills_one_part_only(claim: QueryFile, slug: str) -> None:
    with pytest.raises(BadParameter):
        claim.bind({"article": "tiny-2020", "slug": slug})


def test_without_values_only_defaults_are_bound(claims: QueryFile) -> None:
    assert claims.bind({}).text == claims.text.replace("?sort { UNDEF }", '?sort { "label" }')


def test_a_page_changes_limit_and_offset_alone(claims: QueryFile) -> None:
    bound = claims.bind({}, Page(limit=5, offset=10))
    first = claims.bind({})
    assert bound.text == first.text.replace("LIMIT 50\n", "LIMIT 5\n").replace("OFFSET 0\n", "OFFSET 10\n")


NASTY = st.one_of(
    st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])),
    st.text(min_size=1, alphabet="\\\"'u0022U{}<>#?\n\r\t )}.;"),
)


@settings(max_examples=300)
@given(NASTY)
def test_whatever_is_bound_is_one_token(value: str) -> None:
    text = _QUERY.bind({"q": value}).text
    found = [token.text for token in tokens(text)]
    assert [*found[:_AT], *found[_AT + 1 :]] == [*_UNBOUND[:_AT], *_UNBOUND[_AT + 1 :]]


@settings(max_examples=300)
@given(NASTY)
def test_the_engine_reads_back_what_was_bound(value: str) -> None:
    rows = cast("QuerySolutions", Store().query(_QUERY.bind({"q": value}).text))
    assert [row["q"] for row in rows] == [Literal(value)]


# RDFLib takes `\\u` for the code of a character even where the backslash is itself escaped.
@settings(max_examples=100, deadline=None)
@given(NASTY.filter(lambda value: "\\u" not in value.lower()))
def test_another_engine_reads_the_same(value: str) -> None:
    from rdflib import Graph

    rows = list(Graph().query(_QUERY.bind({"q": value}).text))
    assert [str(row[0]) for row in rows] == [value]  # type: ignore[index]


@settings(max_examples=200)
@given(NASTY)
def test_an_iri_is_one_token_or_refused(value: str) -> None:
    try:
        bound = _THING.bind({"thing": value})
    except BadParameter:
        return
    assert len(list(tokens(bound.text))) == len(list(tokens(_THING.text)))


def _query(type: str, name: str) -> QueryFile:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from argmap.catalogue import load

    head = f"#+ summary: One.\n#+ parameters:\n#+   {name}: {{type: {type}, description: It., example: x}}\n"
    with TemporaryDirectory() as folder:
        (Path(folder) / "one.rq").write_text(f"{head}SELECT ?{name} {{ VALUES ?{name} {{ UNDEF }} }}")
        return load(Path(folder)).named("one")


_QUERY = _query("string", "q")
_THING = _query("thing", "thing")
_UNBOUND = [token.text for token in tokens(_QUERY.text)]
_AT = _UNBOUND.index("UNDEF")
