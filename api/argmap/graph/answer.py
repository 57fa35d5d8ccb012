"""What the graph answers to a query of the catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat, Triple

from argmap.catalogue.query_file import BoundQuery
from argmap.errors import ContractError
from argmap.formats.answers import document_json, plain, triples_turtle
from argmap.formats.citations import Item, RecordFormat
from argmap.formats.table import items_csv
from argmap.formats.trace import Trace
from argmap.model.page import Page


@dataclass(frozen=True)
class Answer:
    """The answer to a query: the document (JSON-LD without its `@context`), and the same as triples.

    `shaped` is the document, which may be text already, or entries of it; `columns` are the variables of a
    list, `total` the number of items on all its pages, `constructed` what a CONSTRUCT gave, as N-Triples, and
    `silences` which of its properties say nothing in RDF; `truncated` tells that the document was cut off
    because it would grow beyond bounds; `trace` is there for a trace, which has more forms than other things;
    `works` gives the works that are answered as CSL-JSON items, if the query says that it is about works. One
    that is not `lasting` was made in a hurry: asked again, there may be a better one.
    """

    query: BoundQuery
    shaped: dict[str, Any] | bytes = field(repr=False)
    columns: tuple[str, ...] = ()
    constructed: bytes = field(default=b"", repr=False)
    silences: Callable[[str], bool] = field(default=lambda property: False, repr=False)
    total: int | None = None
    page: Page | None = None
    truncated: bool = False
    trace: Trace | None = field(default=None, repr=False)
    works: Callable[[], Sequence[Item]] = field(default=tuple, repr=False)
    lasting: bool = True

    @cached_property
    def document(self) -> dict[str, Any]:
        """The document as dicts, lists, texts and numbers."""
        return plain(self.shaped)

    @cached_property
    def triples(self) -> tuple[Triple, ...]:
        """The triples that are facts: a count under a key that means nothing in RDF is none."""
        parsed = pyoxigraph.parse(self.constructed, format=RdfFormat.N_TRIPLES, lenient=True)
        constructed = [quad.triple for quad in parsed]
        silent = {
            property
            for property in {triple.predicate for triple in constructed}
            if self.silences(property.value)
        }
        return tuple(triple for triple in constructed if triple.predicate not in silent)

    def json(self, context_url: str) -> bytes:
        """Return the document as JSON-LD that names its context."""
        return document_json(self.shaped, context_url)

    def csv(self) -> bytes:
        """Return the items of a list, or the paths of a trace, as CSV."""
        if self.trace is not None:
            return self.trace.csv()
        return items_csv(self.document["items"], self.columns)

    def markdown(self) -> bytes:
        """Return a trace as Markdown; nothing else has that form."""
        if self.trace is None:
            raise ContractError(
                self.query.query.file, f"shape {self.query.query.shape} is not written as Markdown"
            )
        return self.trace.markdown()

    def records(self, format: RecordFormat) -> bytes:
        """Return the bibliographic records of the works that are answered, in their order."""
        return format.write(self.works())

    def turtle(self) -> bytes:
        """Return the triples of a thing as Turtle."""
        return triples_turtle(self.triples)
