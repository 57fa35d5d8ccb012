"""The tokens are the engine's, every letter is in one of them or in a gap, and none is read over and over."""

import importlib
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from tests.fuzz.sparql_texts import texts

from argmap import sparql_tokens
from argmap.http import negotiation
from argmap.sparql_tokens import declared, is_read, offset, pieces, tokens

PARSER: Any = importlib.import_module("re._parser")
GAP = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?=[\r\n]|\Z))*")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT*{?s?p?o}", ["SELECT", "*", "{", "?s", "?p", "?o", "}"]),
        ("e:a.b.c.d. e:.", ["e:a.b", ".", "c", ".", "d", ".", "e:", "."]),
        ("a.b.c:d _:a.b.c.", ["a.b.c:d", "_:a.b.c", "."]),
        ("true.?x true.5", ["true", ".", "?x", "true", ".", "5"]),
        ("1. 1.5 .5 1e5 1.e5 1.5e-5 1e", ["1", ".", "1.5", ".5", "1e5", "1.e5", "1.5e-5", "1", "e"]),
        ("'a''b' '''a'b''''", ["'a'", "'b'", "'''a'b'''", "'"]),
        ("''' \"\"\"", ["''", '\' """']),
        ("'a'@en-GB--ltr-", ["'a'", "@en-GB--ltr", "-"]),
        ("<a> < b> <<a> <<<a>", ["<a>", "<", "b", ">", "<", "<a>", "<<", "<a>"]),
        ("<< <<( )>> {| |} ||", ["<<", "<<", "(", ")", ">>", "{|", "|}", "||"]),
        ("?a<?b&&?c>?d ?a<=?b", ["?a", "<?b&&?c>", "?d", "?a", "<=", "?b"]),
        ("e:\\'a\\-b%41%zz", ["e:\\'a\\-b%41", "%", "zz"]),
        ("a # b 'c'\nd", ["a", "d"]),
        ("'\\u0041' '\\uD800'", ["'\\u0041'", "'\\uD800'"]),
        ("", []),
        (" #", []),
    ],
)
def test_a_text_is_divided_as_the_engine_divides_it(text: str, found: list[str]) -> None:
    assert [token.text for token in tokens(text)] == found


@pytest.mark.parametrize(
    "text", ["'", "'a\n'", '"""', "'\\q'", "'\\uDFFF'", "'\\U00110000'", "\\u0041", "'\\"]
)
def test_what_begins_nothing_is_the_rest(text: str) -> None:
    last = list(tokens(f"ASK {text} 'a'"))[-1]
    assert last.kind == "unread"
    assert not is_read(pieces(f"ASK {text}")[-1])


@given(texts("http://door/"))
def test_every_letter_is_in_a_token_or_a_gap(text: str) -> None:
    found = list(tokens(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    ends = [0, *(token.end for token in found)]
    starts = [*(token.start for token in found), len(text)]
    assert all(GAP.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True))
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(texts("http://door/"))
def test_pieces_are_the_tokens(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == "".join(token.text for token in tokens(text))
    assert all(text.startswith(piece, offset(text, index)) for index, piece in enumerate(found))


def _repeats(node: Any) -> Iterator[tuple[str, int, int]]:
    """Yield every repetition in a parsed pattern: its kind, and how often at least and at most."""
    if isinstance(node, PARSER.SubPattern | list):
        for each in node:
            yield from _repeats(each)
    elif isinstance(node, tuple):
        if str(node[0]).endswith("REPEAT"):
            yield str(node[0]), int(node[1][0]), int(node[1][1])
        for each in node[1:]:
            yield from _repeats(each)


PATTERNS = {
    "tokens": sparql_tokens._TOKEN,
    "pieces": sparql_tokens._PIECE,
    "string": sparql_tokens._STRING,
    "part": sparql_tokens._PART,
    "element of Accept": negotiation._ELEMENT,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_repetition_gives_back_what_it_took(name: str) -> None:
    """What cannot be given back cannot be tried twice: only then does the time grow with the length alone."""
    repeats = list(_repeats(PARSER.parse(PATTERNS[name].pattern, PATTERNS[name].flags)))
    assert repeats
    assert [each for each in repeats if each[0] != "POSSESSIVE_REPEAT" and each[1] != each[2]] == []


def test_a_repetition_that_gives_back_would_be_seen() -> None:
    assert [kind for kind, _, _ in _repeats(PARSER.parse("(a+)+b?"))].count("MAX_REPEAT") == 3


def test_iris_are_read_with_prefix_and_base() -> None:
    text = "BASE <http://b/x#> PREFIX e: <e#> prefix : <http://c/#> PREFIX e: <y/> SELECT"
    prologue = declared(pieces(text))
    assert prologue.prefixes == {"e": "http://b/y/", "": "http://c/#"}
    assert pieces(text)[prologue.end] == "SELECT"
    assert [prologue.iri(piece) for piece in ("<z>", "<urn:z>", "e:a\\-b", ":a")] == [
        "http://b/z",
        "urn:z",
        "http://b/y/a-b",
        "http://c/#a",
    ]
