"""A query in two halves: which things it is about, and what it says of each of them.

Queries for one thing with all that hangs on it are built alike:

    CONSTRUCT { ?thing ?property ?value } WHERE { { SELECT DISTINCT ?thing WHERE { … } } OPTIONAL { … } … }

The subquery is evaluated by itself (SPARQL 1.1 Query §12), and all that may follow it in the group, from
joins and OPTIONAL to MINUS, BIND and FILTER, looks at one of its solutions at a time (§18.5). So what is said
of a thing does not depend on the other things: it can be asked for by itself, and kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.sparql_tokens import Token, prologue

# Functions that may give something else each time (§17.4), and what makes terms of their own.
_FICKLE = frozenset(("BNODE", "NOW", "RAND", "STRUUID", "UUID"))
_OPENING, _CLOSING = frozenset(("{", "{|")), frozenset(("}", "|}"))


@dataclass(frozen=True)
class Halves:
    """Where a query's text divides. `variable` (with `?` or `$`) stands for the things.

    The subquery stands between `start` and `behind` signs before the end: its parameters, which must be the
    only ones, may be bound or not. `declarations` are the prefixes and base; `before` and `after` are the
    text around its group.
    """

    variable: str
    start: int
    behind: int
    declarations: str
    before: str
    after: str

    def which(self, text: str) -> str:
        """Return the query for the things that a query of this text is about."""
        return f"{self.declarations}\n{text[self.start : len(text) - self.behind]}"

    def about(self, things: Iterable[str]) -> str:
        """Return the query for what is said of things, given as SPARQL writes their IRIs."""
        return f"{self.before}VALUES {self.variable} {{ {' '.join(things)} }}{self.after}"


def halves(text: str, found: Sequence[Token]) -> Halves | None:
    """Return where a query divides, from its text and tokens; None if it is not built that way."""
    _, first = prologue(found)
    if not _begins(found[first : first + len(_BEGINNING)]):
        return None
    construct, inner, variable = found[first], found[first + _INNER], found[first + _SELECTED]
    end = _closing(found, first + _INNER)
    if (
        variable.text != found[first + _THING].text
        or _closing(found, first + _OUTER) != len(found) - 1  # nothing follows, such as LIMIT
        or found[end + 1].is_word("UNION")  # what it begins is no group by itself
        or any(token.kind == "blank" or token.is_word(*_FICKLE) for token in found)
    ):
        return None
    declarations = text[found[0].start : construct.start]
    return Halves(
        variable.text,
        inner.end,
        len(text) - found[end].start,
        declarations,
        declarations + text[construct.start : inner.start],
        text[found[end].end :],
    )


# A variable is written as its sign.
_BEGINNING = (
    "CONSTRUCT",
    "{",
    "?",
    "?",
    "?",
    "}",
    "WHERE",
    "{",
    "{",
    "SELECT",
    "DISTINCT",
    "?",
    "WHERE",
    "{",
)
_THING, _OUTER, _INNER, _SELECTED = 2, 7, 8, 11


def _begins(found: Sequence[Token]) -> bool:
    return tuple("?" if token.kind == "variable" else token.text.upper() for token in found) == _BEGINNING


def _closing(found: Sequence[Token], at: int) -> int:
    """Return the place of the brace that closes the one at a place, or the last place."""
    depth = 0
    for place in range(at, len(found)):
        depth += (found[place].text in _OPENING) - (found[place].text in _CLOSING)
        if depth == 0:
            return place
    return len(found) - 1
