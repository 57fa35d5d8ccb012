"""A query file: one `.rq` with its head, and what it becomes when its parameters are bound."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pyoxigraph

from argmap.catalogue.binding import Values, terms_of
from argmap.catalogue.halves import Halves
from argmap.model.page import Page
from argmap.model.parameter import Parameter

# An escaped backslash with a u behind it, or any other escape, so that pairs are never torn apart.
_ESCAPE = re.compile(r"\\\\([uU])|\\.", re.DOTALL)

Shape = Literal["list", "tree", "trace", "impact", "bearing", "explanation", "none"]
Form = Literal["select", "construct", "ask", "describe"]
Term = pyoxigraph.NamedNode | pyoxigraph.Literal


@dataclass(frozen=True)
class Slot:
    """A stretch of a query's text that binding replaces: from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class QueryFile:
    """A query file. `name` is its path without suffix (`claims/list`), `text` all of it with the head.

    `halves` tells where it divides into the things it is about and what it says of each, if it does.
    """

    name: str
    file: Path
    text: str
    form: Form
    summary: str
    description: str = ""
    path: str | None = None
    shape: Shape = "none"
    root: str | None = None
    reverse: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    arrays: tuple[str, ...] = ()
    item_type: str | None = None
    csl: bool = False
    records: str | None = None
    severity: str | None = None
    group: str | None = None
    source: str | None = None
    checked_by: str | None = None
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[str, ...] = ()
    slots: Mapping[str, Slot] = field(default_factory=dict, repr=False)
    halves: Halves | None = field(default=None, repr=False)

    def bind(self, values: Values, page: Page | None = None) -> "BoundQuery":
        """Return the query with its parameters bound to the terms that `values` stand for.

        `values` are texts by parameter name, or by the variables of the path; several for a parameter that
        takes many. Only `UNDEF`s are replaced, by terms that the RDF library wrote, and the two numbers of
        LIMIT and OFFSET.

        Raises UnknownParameter, BadParameter and MissingParameter.
        """
        terms = terms_of(self.parameters, self.path, values)
        return BoundQuery(self, self.with_terms(terms, page), terms)

    def with_terms(self, terms: Mapping[str, Sequence[Term]], page: Page | None) -> str:
        """Return the text with these terms bound, and with this page where the query is a list."""
        changes = {name: " ".join(map(_sparql, several)) for name, several in terms.items()}
        if page is not None and "LIMIT" in self.slots:
            changes |= {"LIMIT": str(page.limit), "OFFSET": str(page.offset)}
        return _replaced(self.text, self.slots, changes)

    def parameter(self, name: str) -> Parameter:
        """Return the parameter of that name (KeyError if there is none)."""
        return {parameter.name: parameter for parameter in self.parameters}[name]


@dataclass(frozen=True)
class BoundQuery:
    """A query with its parameters bound: the text to run, and by parameter name the terms it is bound to."""

    query: QueryFile
    text: str
    bound: Mapping[str, tuple[Term, ...]]

    @property
    def terms(self) -> Mapping[str, Term]:
        """The term of each parameter; of one that is bound to several, the first."""
        return {name: several[0] for name, several in self.bound.items()}

    @property
    def root(self) -> str | None:
        """The IRI of the thing that the query is about, where its head names a root."""
        return self.terms[self.query.root].value if self.query.root else None

    def on_page(self, page: Page) -> str:
        """Return the text with the same parameters and another page."""
        return self.query.with_terms(self.bound, page)


def _sparql(term: Term) -> str:
    r"""Return a term as SPARQL text, as the RDF library writes it.

    An escaped backslash before a `u` is followed by the escape of the `u`: some parsers expand `\u0022` in
    the whole text before they look for strings, and would see one in `\\u0022`.
    """
    written = str(term)
    if not isinstance(term, pyoxigraph.Literal):
        return written
    return _ESCAPE.sub(lambda found: f"\\\\\\u{ord(found[1]):04X}" if found[1] else found[0], written)


def _replaced(text: str, slots: Mapping[str, Slot], changes: Mapping[str, str]) -> str:
    """Return the text with each named slot replaced, from the last to the first."""
    for name in sorted(changes, key=lambda name: slots[name].start, reverse=True):
        text = text[: slots[name].start] + changes[name] + text[slots[name].end :]
    return text
