"""On which line of a Turtle file a thing, its property or a value is written.

RDF parsers forget lines. This reads the tokens of a file that is already known to be good Turtle
(https://www.w3.org/TR/turtle/#sec-grammar) and remembers where each statement of the outermost level stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.vocabulary import RDF

_TYPE = RDF + "type"

_TOKEN = re.compile(
    r"""
      (?P<skip>    \s+ | \#[^\n]* )
    | (?P<long>    \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3} )
    | (?P<string>  "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<iri>     <[^<>"\s]*> )
    | (?P<suffix>  \^\^ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<mark>    [;,\[\]()] | \.(?![0-9A-Za-z_:\\%-]) )
    | (?P<word>    (?:[^\s<>"';,.\[\]()\#\\^@] | \\. | \.(?=[.]*[0-9A-Za-z_:\\%-]))+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CONTROL = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True)
class Spot:
    """One statement of the file: absolute IRIs, the text of a literal, nothing for a nameless node."""

    line: int
    subject: str
    subject_line: int
    property: str
    value: str


def spots(turtle: str) -> list[Spot]:
    """Every statement of the outermost level of `turtle`, in the order of the file."""
    return list(_Reader().read(turtle))


def place(
    found: Iterable[Spot], subject: str, property: str | None, value: str | None
) -> tuple[int, int] | None:
    """How well the place is known, and the line; None: nothing is said about `subject`.

    Best (3) is where the value is written, then (2) where the property is, the last one if it is repeated,
    then (1) where the kind of the subject is given, then (0) where anything is said about it.
    """
    about = [spot for spot in found if spot.subject == subject]
    of_property = [spot for spot in about if spot.property == property]
    of_value = [spot for spot in of_property if spot.value == value]
    typed = [spot for spot in about if spot.property == _TYPE]
    if of_property:
        return (3, of_value[-1].line) if of_value else (2, of_property[-1].line)
    return (1 if typed else 0, (typed or about)[0].subject_line) if about else None


@dataclass
class _Reader:
    """What is being read: the prefixes so far, and how deep in brackets."""

    prefixes: dict[str, str] = field(default_factory=dict)

    def read(self, turtle: str) -> Iterator[Spot]:
        statement: list[tuple[str, str, int]] = []
        depth = 0
        for kind, text, line in _tokens(turtle):
            opening, closing = text in ("[", "(") and kind == "mark", text in ("]", ")") and kind == "mark"
            depth -= closing
            if depth == 0 and not closing:
                statement.append(("node", "", line) if opening else (kind, text, line))
            depth += opening
            if depth == 0 and kind == "mark" and text == ".":
                yield from self._statement(statement[:-1])
                statement = []
            elif depth == 0 and self._is_sparql_directive(statement):
                self._directive(statement)
                statement = []

    def _statement(self, tokens: list[tuple[str, str, int]]) -> Iterator[Spot]:
        if not tokens or self._directive(tokens):
            return
        subject, subject_line = self._name(tokens[0]), tokens[0][2]
        property = ""
        expected = "property"
        for token in tokens[1:]:
            kind, text, line = token
            if kind == "mark":
                expected = "property" if text == ";" else "value"
            elif expected == "property":
                property, expected = self._name(token), "value"
            elif expected == "value":
                yield Spot(line, subject, subject_line, property, self._name(token))
                expected = "mark"

    def _directive(self, tokens: list[tuple[str, str, int]]) -> bool:
        """Remember the prefix if `tokens` declare one; true for any directive."""
        word = tokens[0][1].lower().lstrip("@")
        if tokens[0][0] not in ("word", "suffix") or word not in ("prefix", "base"):
            return False
        if word == "prefix" and len(tokens) >= 3:
            self.prefixes[tokens[1][1].removesuffix(":")] = tokens[2][1][1:-1]
        return True

    def _is_sparql_directive(self, tokens: list[tuple[str, str, int]]) -> bool:
        """`PREFIX a: <…>` and `BASE <…>` end without a dot."""
        return bool(tokens) and tokens[-1][0] == "iri" and tokens[0][1].lower() in ("prefix", "base")

    def _name(self, token: tuple[str, str, int]) -> str:
        kind, text, _ = token
        if kind == "iri":
            return _unescaped(text[1:-1])
        if kind in ("long", "string"):
            return _unescaped(text[3:-3] if kind == "long" else text[1:-1])
        if text == "a" and kind == "word":
            return _TYPE
        prefix, colon, local = text.partition(":")
        if prefix == "_":
            return ""
        return self.prefixes[prefix] + _unescaped(local) if colon and prefix in self.prefixes else text


def _tokens(turtle: str) -> Iterator[tuple[str, str, int]]:
    """Yield (kind, text, line), without blanks, comments, language tags and datatypes."""
    line, datatype = 1, False
    for match in _TOKEN.finditer(turtle):
        kind, text = match.lastgroup or "", match.group()
        directive = kind == "suffix" and text.lower() in ("@prefix", "@base")
        if kind != "skip" and (kind != "suffix" or directive) and not datatype:
            yield kind, text, line
        datatype = text == "^^" if kind != "skip" else datatype
        line += text.count("\n")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match.group(1)
    return chr(int(code[1:], 16)) if len(code) > 1 else _CONTROL.get(code, code)
