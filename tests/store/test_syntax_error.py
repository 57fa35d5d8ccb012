"""A text that is no query and the whole message about it are a pair of files: NAME.rq and NAME.txt."""

import time
from pathlib import Path

import pytest

from argmap.errors import QuerySyntaxError
from argmap.sparql_tokens import tokens
from argmap.store.embedded import EmbeddedStore
from argmap.store.excerpt import excerpt
from argmap.store.furthest import furthest
from argmap.store.mistake import Mistake
from argmap.store.mistakes import at_the_end, at_token
from argmap.store.syntax_error import syntax_error, unreadable

PAIRS = Path(__file__).with_name("syntax_errors")
NAMES = sorted(file.stem for file in PAIRS.glob("*.rq"))


def _read(name: str) -> str:
    return (PAIRS / name).read_bytes().decode()


def _error(text: str, base: str | None = None) -> QuerySyntaxError:
    with pytest.raises(QuerySyntaxError) as caught:
        EmbeddedStore().query(text, base=base)
    return caught.value


def test_every_text_has_its_message() -> None:
    assert {file.stem for file in PAIRS.glob("*.txt")} == set(NAMES)
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_query_is_told_what_is_wrong_and_where(name: str) -> None:
    assert f"{_error(_read(f'{name}.rq'))}\n" == _read(f"{name}.txt")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (EXISTS { ?s ?p ?o } AS ?e) $g (MAX(?o) + ?g + ?e AS ?m) ?x { ?s ?p ?o } GROUP BY (1 AS ?g)",
        "SELECT ?x { ?s ?p ?x } ORDER BY COUNT(*)",
        "SELECT (?g AS ?h) ?x { { SELECT ?g ?x { ?g ?p ?x } } } GROUP BY ?g STR(?x) HAVING(MAX(?x) > 1)",
    ],
)
def test_only_what_has_no_one_value_in_a_group_is_told_of(text: str) -> None:
    assert _error(text).message.startswith("?x is neither in GROUP BY")


@pytest.mark.parametrize(
    "part",
    ["SELECT (?a) ", "(", "{", "SELECT ?a ", "COUNT(", "} ) ", "http://", "'war' i ", "FILTER ?a > ", "“a”"],
)
@pytest.mark.parametrize("start", ["", "SELECT ?x (COUNT(*) AS ?n) { ", "SELECT * { FILTER regex("])
def test_a_long_text_of_mistakes_is_told_of_in_no_time(start: str, part: str) -> None:
    text = start + part * (20_000 // len(part))
    found = list(tokens(text))
    since = time.process_time()
    for index in (len(found) - 1, len(found) // 2, len(found)):
        at = Mistake(text, found, index, frozenset(("NOT", "OPTIONAL", "The SELECT is wrong")))
        assert (at_the_end(at) if index == len(found) else at_token(at))[0]
    assert time.process_time() - since < 1


def test_line_column_and_excerpt_are_members_too() -> None:
    error = _error("SELECT ?s {\n  ?s ex:p ?o }")
    assert (error.line, error.column) == (2, 6)
    assert error.message.startswith("the prefix ex: is not declared")
    assert error.excerpt == "  ?s ex:p ?o }\n     ^"


def test_relative_iris_start_from_the_base_that_was_given() -> None:
    assert _error("ASK { <s> <p> ?o ?q ?o }", "http://e/").message.startswith("a dot is missing before ?q")


def test_what_the_engine_says_of_no_place_stays_as_it_is() -> None:
    error = syntax_error("ASK {}", "Invalid SPARQL base IRI provided: No scheme found")
    assert (error.line, error.excerpt) == (None, "")
    assert str(error) == "Invalid SPARQL base IRI provided: No scheme found"


def test_half_a_letter_is_shown_without_asking_the_engine() -> None:
    error = unreadable("ASK {\n ?s ?p '\ud800' }")
    assert (error.line, error.column) == (2, 9)
    assert error.excerpt == " ?s ?p '\ufffd' }\n        ^"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("SELEC ?x {}", "SELEC"),
        ("ASK { ?s ?p ?o FILTER(FOO(?o)&&BAR(?o)) }", "FOO"),
        ("ASK { ?s ?p ?o OPTIONAL{ ?s ?p } FILTER(1) }", "}"),
        ("SELECT * { ?s ?p 'a\nb' }", "'a\nb' }"),
        ("SELECT * { ?s ?p '''a\nb''' ; '' }", "''"),
        ("SELECT * { FILTER(BNODE() = COALESCE(1,) ) }", ")"),
        ("SELECT * { FILTER(CONCAT(1 2)) }", "2"),
        ("SELECT * { << ?s ?p ?o >> ?p }", "}"),
    ],
)
def test_the_token_that_is_wrong_is_found(text: str, wrong: str) -> None:
    found = list(tokens(text))
    index, _ = furthest(found)
    assert found[index].text == wrong


@pytest.mark.parametrize("text", ["", "ASK {", "SELECT * { ?s ?p ?o } LIMIT"])
def test_a_text_that_ends_too_early_fails_at_its_end(text: str) -> None:
    found = list(tokens(text))
    assert furthest(found)[0] == len(found)


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("a b", 3, "a b\n  ^"),
        ("\ta b", 4, "\ta b\n\t  ^"),
        ("漢 b", 3, "漢 b\n   ^"),
        ("e\u0301 b", 4, "e\u0301 b\n  ^"),
        ("ab", 9, "ab\n        ^"),
        ("ab\r", 3, "ab\n  ^"),
        ("a\x1b[0m\u2028b", 7, "a\ufffd[0m\ufffdb\n      ^"),
        ("x" * 200, 150, "x" * 100 + "\n" + " " * 60 + "^"),
    ],
)
def test_the_caret_stands_below_its_place(line: str, column: int, shown: str) -> None:
    assert excerpt(f"first\n{line}\nlast", 2, column) == shown
