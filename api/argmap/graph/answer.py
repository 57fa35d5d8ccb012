"""What the graph answers to a query of the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyoxigraph import Triple

from argmap.catalogue.query_file import BoundQuery
from argmap.formats.answers import document_json, triples_turtle
from argmap.formats.table import items_csv
from argmap.model.page import Page


@dataclass(frozen=True)
class Answer:
    """The answer to a query: the document (JSON-LD without its `@context`), and the same as triples.

    `columns` are the variables of a list, `total` the number of items on all its pages, `constructed` what a
    CONSTRUCT gave and `silences` which of its properties say nothing in RDF; `truncated` tells that the
    document was cut off because it would grow beyond bounds.
    """

    query: BoundQuery
    document: dict[str, Any] = field(repr=False)
    columns: tuple[str, ...] = ()
    constructed: tuple[Triple, ...] = field(default=(), repr=False)
    silences: Callable[[str], bool] = field(default=lambda property: False, repr=False)
    total: int | None = None
    page: Page | None = None
    truncated: bool = False

    @cached_property
    def triples(self) -> tuple[Triple, ...]:
        """The triples that are facts: a count under a key that means nothing in RDF is none."""
        silent = {
            property
            for property in {triple.predicate for triple in self.constructed}
            if self.silences(property.value)
        }
        return tuple(triple for triple in self.constructed if triple.predicate not in silent)

    def json(self, context_url: str) -> bytes:
        """Return the document as JSON-LD that names its context."""
        return document_json(self.document, context_url)

    def csv(self) -> bytes:
        """Return the items of a list as CSV."""
        return items_csv(self.document["items"], self.columns)

    def turtle(self) -> bytes:
        """Return the triples of a thing as Turtle."""
        return triples_turtle(self.triples)
