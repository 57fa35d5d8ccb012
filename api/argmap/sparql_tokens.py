"""The tokens of a SPARQL text: enough grammar to know a keyword from the inside of a string.

The terminals are those of SPARQL 1.2 (https://www.w3.org/TR/sparql12-query/#sparqlGrammar), read as the
engine reads them (pyoxigraph 0.5.13): codepoint escapes count only inside strings and IRIs, a string with an
escape that does not exist is none, a local name has dots in one place at most. Where this reading and the
engine's disagree there is a way past every check, so each terminal takes exactly what the engine's takes.

All quantifiers are possessive and nothing is read twice: no text takes more than linear time.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urljoin

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_IN_VARIABLE = _BASE + "_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_IN_NAME = _IN_VARIABLE + r"\-"
_RUN = rf"[{_BASE}][{_IN_NAME}]*+(?:\.++[{_IN_NAME}]++)*+"
_ESCAPED_SIGN = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = (
    rf"(?:[{_BASE}_:0-9]|{_ESCAPED_SIGN})(?:[{_IN_NAME}:]++|{_ESCAPED_SIGN})*+"
    rf"(?:\.++(?:[{_IN_NAME}:]++|{_ESCAPED_SIGN})++)?+"
)
# Half of a surrogate pair and what is beyond Unicode are no escapes.
_ESCAPE = (
    r"\\(?:[tbnrf\\\"']|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|U00(?:0(?:0(?![Dd][89A-Fa-f])|[1-9A-Fa-f])|10)[0-9A-Fa-f]{4})"
)
_EXPONENT = r"[eE][+-]?+[0-9]++"

_IN_IRI = r"[^<>\"{}|^`\\\x00-\x20]*+"


def _string(quote: str) -> str:
    """Return the pattern of both strings with this quotation mark: long if it can be, else short."""
    more = rf"(?:{_ESCAPE}|{quote}{{1,2}}+(?:[^{quote}\\]|{_ESCAPE}))[^{quote}\\]*+"
    long = rf"{quote * 2}[^{quote}\\]*+(?:{more})*+{quote * 3}"
    short = rf"[^{quote}\\\r\n]*+(?:{_ESCAPE}[^{quote}\\\r\n]*+)*+{quote}"
    return rf"{quote}(?:{long}|{short})"


_SPACE = r"(?:[ \t\r\n]++|#[^\r\n]*+)*+"
# In the order of how often they come: the first that fits counts, and what does not fit is told by one sign.
_TERMINALS = (
    ("variable", rf"[?$][{_BASE}_0-9][{_IN_VARIABLE}]*+"),
    ("sign", r"[()\[\],;}=*/+\-]|!=?+|\{\|?+|\.(?![0-9])"),
    ("name", rf"(?:{_RUN})?+:(?:{_LOCAL})?+"),
    ("word", _RUN),
    ("iri", rf"<{_IN_IRI}(?:(?:\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}}){_IN_IRI})*+>"),
    ("string", _string("'") + "|" + _string('"')),
    ("number", rf"[0-9]++(?:\.[0-9]*+{_EXPONENT}|\.[0-9]++|{_EXPONENT})?+|\.[0-9]++(?:{_EXPONENT})?+"),
    ("language", r"@[A-Za-z]++(?:-[A-Za-z0-9]++)*+(?:--[A-Za-z]++)?+"),
    ("blank", rf"_:[{_BASE}_0-9][{_IN_NAME}]*+(?:\.++[{_IN_NAME}]++)*+"),
    ("unread", r"['\"\\](?s:.*+)"),
    # Where `<` may begin an IRI, `<<` is two signs: only the place in the query tells which it is.
    ("sign2", rf"&&|\|[|}}]?+|<=|>=|\^\^|<<(?!{_IN_IRI}>)|>>|(?s:.)"),
)
_ALL = "|".join(text for _, text in _TERMINALS)
_PIECE = re.compile(rf"{_SPACE}({_ALL}|\Z)")
_TOKEN = re.compile(_SPACE + "(?:" + "|".join(f"(?P<{kind}>{text})" for kind, text in _TERMINALS) + r"|\Z)")
_STRING = re.compile(dict(_TERMINALS)["string"])
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# A word that has dots or hyphens in it, like `true.a-b`, was no name after all.
_PART = re.compile(r"[^.\-]++|[.\-]")


class Token(NamedTuple):
    """A token: its kind, its text, and where the text begins and ends.

    A kind is `iri`, `string`, `variable`, `language`, `blank`, `name`, `number`, `word` or `sign`; `unread`
    is the rest of a text from a quotation mark or backslash on that begins nothing.
    """

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a SPARQL text, without white space and comments."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            yield from _words(match.group(kind), match.start(kind))
        elif kind:
            yield Token(kind.rstrip("2"), match.group(kind), match.start(kind), match.end())


def _words(run: str, start: int) -> Iterator[Token]:
    for part in _PART.finditer(run):
        first = part.group()[0]
        kind = "sign" if first in ".-" else "number" if first.isdigit() else "word"
        yield Token(kind, part.group(), start + part.start(), start + part.end())


def pieces(text: str) -> list[str]:
    """Return the texts of the tokens: a tenth of the cost, for what is asked of every query.

    A word may come with dots and hyphens in it, in one piece.
    """
    found: list[str] = _PIECE.findall(text)
    while found and not found[-1]:
        found.pop()
    return found


def is_read(piece: str) -> bool:
    """Whether a piece is a token, and not the rest of a text that could not be read."""
    return piece[0] not in "'\"\\" or _STRING.fullmatch(piece) is not None


def offset(text: str, index: int) -> int:
    """Return where in a text the piece with this index begins."""
    match = next(islice(_PIECE.finditer(text), index, None), None)
    return match.start(1) if match else len(text)


class Prologue(NamedTuple):
    """What a query declares first: prefixes (without colon) and their IRIs, the base; where that ends."""

    prefixes: dict[str, str]
    base: str
    end: int

    def iri(self, piece: str) -> str:
        """Return what an IRI or name of the text stands for; raises KeyError for an unknown prefix."""
        if piece[0] == "<":
            return _resolved(self.base, piece[1:-1])
        prefix, _, local = piece.partition(":")
        return self.prefixes[prefix] + local.replace("\\", "")


def prologue(found: Sequence[Token]) -> tuple[dict[str, str], int]:
    """Read the declarations that a query starts with.

    Returns the prefixes (without colon) with their IRIs, and the index of the first token after them.
    """
    prefixes, _, end = declared([token.text for token in found])
    return prefixes, end


def declared(found: Sequence[str]) -> Prologue:
    """Read the declarations from the pieces of a text."""
    prefixes: dict[str, str] = {}
    base, at = "", 0
    while at < len(found) and (word := found[at].upper()) in ("PREFIX", "BASE", "VERSION"):
        if word == "PREFIX" and at + 2 < len(found):
            prefixes[found[at + 1].rstrip(":")] = _resolved(base, found[at + 2][1:-1])
        elif word == "BASE" and at + 1 < len(found):
            base = _resolved(base, found[at + 1][1:-1])
        at += 3 if word == "PREFIX" else 2
    return Prologue(prefixes, base, min(at, len(found)))


def _resolved(base: str, iri: str) -> str:
    if not base or _SCHEME.match(iri):
        return iri
    try:
        # `urljoin` drops an empty fragment, which is what namespaces end with.
        return urljoin(base, iri) + ("#" if iri.endswith("#") else "")
    except ValueError:  # it reads `//[` as the beginning of an IPv6 address
        return iri


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (both from 1) of an offset in a text."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
