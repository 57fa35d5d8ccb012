"""A query in two halves: which things it is about, and what it says of each of them.

Queries for one thing with all that hangs on it are built alike:

    CONSTRUCT { ?thing ?property ?value } WHERE { { SELECT DISTINCT ?thing WHERE { … } } OPTIONAL { … } … }

The subquery is evaluated by itself (SPARQL 1.1 Query §12), and all that may follow it in the group, from
joins and OPTIONAL to MINUS, BIND and FILTER, looks at one of its solutions at a time (§18.5). So what is said
of a thing does not depend on the other things: it can be asked for by itself, and kept.

The subquery may have more variables, such as why the thing is there: then what is said of it depends on them.

The template may have one more triple, `id:dataset dcat:version ?version`, if the group ends with the same in
an OPTIONAL of its own, and the variable is nowhere else: that is said beside the things.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from argmap.sparql_tokens import Token, prologue

# Functions that may give something else each time (§17.4), and what makes terms of their own.
_FICKLE = frozenset(("BNODE", "NOW", "RAND", "STRUUID", "UUID"))
_OPENING, _CLOSING = frozenset(("{", "{|")), frozenset(("}", "|}"))


@dataclass(frozen=True)
class Halves:
    """Where a query's text divides. The first of `variables` (with `?` or `$`) stands for the things.

    The subquery stands between `start` and `behind` signs before the end: its parameters, which must be the
    only ones, may be bound or not. `declarations` are the prefixes and base; `before` and `after` are the
    text around its group. `beside` is the query for what is said beside the things, if anything is.
    """

    variables: tuple[str, ...]
    start: int
    behind: int
    declarations: str
    before: str
    after: str
    beside: str | None = None

    @property
    def saying(self) -> tuple[str, ...]:
        """What two queries have in common that say the same of things, though maybe of others."""
        return *self.variables, self.before, self.after, self.beside or ""

    def which(self, text: str) -> str:
        """Return the query for the things that a query of this text is about."""
        return f"{self.declarations}\n{text[self.start : len(text) - self.behind]}"

    def about(self, rows: Iterable[Sequence[str]]) -> str:
        """Return the query for what is said of things.

        `rows` are the solutions of the first half: the terms of `variables`, UNDEF for what is not bound.
        """
        found = " ".join(f"({' '.join(row)})" for row in rows)
        return f"{self.before}VALUES ({' '.join(self.variables)}) {{ {found} }}{self.after}"


def halves(text: str, found: Sequence[Token]) -> Halves | None:
    """Return where a query divides, from its text and tokens; None if it is not built that way."""
    _, first = prologue(found)
    beside = _beside(found, first + _THING + 3)
    whole, found = found, found if beside is None else beside.left
    variables = _variables(found[first:])
    if not variables:
        return None
    construct, inner = found[first], found[first + _INNER]
    end = _closing(found, first + _INNER)
    if (
        variables[0] != found[first + _THING].text
        or _closing(found, first + _OUTER) != len(found) - 1  # it closes, and nothing follows, such as LIMIT
        or found[end + 1].is_word("UNION")  # what it begins is no group by itself
        or any(token.kind == "blank" or token.is_word(*_FICKLE) for token in whole)
    ):
        return None
    declarations = text[found[0].start : construct.start]
    template = " ".join(token.text for token in found[first : first + _INNER])
    return Halves(
        variables,
        inner.end,
        len(text) - found[end].start,
        declarations,
        f"{declarations}{template} ",
        text[found[end].end : found[-2].end] + "\n}",
        None if beside is None else f"{declarations}CONSTRUCT {beside.group} WHERE {beside.group}",
    )


class _Beside(NamedTuple):
    """What a query says beside its things, as a group, and the tokens that are left without it."""

    group: str
    left: Sequence[Token]


def _beside(found: Sequence[Token], at: int) -> _Beside | None:
    """Return what a query says beside its things, whose own triple in the template ends at a place."""
    texts = [token.text for token in found]
    triple = texts[at + 1 : at + 4]
    after = at + 5 if texts[at + 4 : at + 5] == ["."] else at + 4
    if (
        len(triple) < 3
        or (texts[at], texts[after]) != (".", "}")
        or [token.kind for token in found[at + 1 : at + 4]] not in _CONSTANT
        or [word.upper() for word in texts[-7:]] != ["OPTIONAL", "{", *map(str.upper, triple), "}", "}"]
        or texts[-5:-2] != triple
        or sum(text[1:] == triple[2][1:] for text in texts if text[0] in "?$") != 2
    ):
        return None
    return _Beside(f"{{ {' '.join(triple)} }}", [*found[:at], *found[after:-7], found[-1]])


# A subject and a predicate that do not vary.
_CONSTANT = [[subject, predicate, "variable"] for subject in ("iri", "name") for predicate in ("iri", "name")]

# A variable is written as its sign.
_BEGINNING = ("CONSTRUCT", "{", "?", "?", "?", "}", "WHERE", "{", "{", "SELECT", "DISTINCT")
_THING, _OUTER, _INNER = 2, 7, 8


def _variables(found: Sequence[Token]) -> tuple[str, ...]:
    """Return the variables of the subquery with which these tokens begin; none if they do not."""
    beginning = ("?" if token.kind == "variable" else token.text.upper() for token in found)
    if tuple(islice(beginning, len(_BEGINNING))) != _BEGINNING:
        return ()
    listed = takewhile(lambda token: token.kind == "variable", found[len(_BEGINNING) :])
    variables = tuple(token.text for token in listed)
    behind = [token.text.upper() for token in islice(found, len(_BEGINNING) + len(variables), None)]
    return variables if behind[:2] == ["WHERE", "{"] else ()


def _closing(found: Sequence[Token], at: int) -> int:
    """Return the place of the brace that closes the one at a place; behind the last where none does."""
    depth = 0
    for place in range(at, len(found)):
        depth += (found[place].text in _OPENING) - (found[place].text in _CLOSING)
        if depth == 0:
            return place
    return len(found)
