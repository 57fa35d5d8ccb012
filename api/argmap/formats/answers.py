"""From what the store gives to the documents that we answer, by the shape that a query's head names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat, Triple

from argmap.formats.citations import Item, csl, note
from argmap.formats.context import Context
from argmap.formats.indented import Indented, Written
from argmap.formats.json_text import json_text, plain, with_first, with_last
from argmap.formats.rows import items, plain_rows
from argmap.formats.trace import Trace
from argmap.formats.tree import tree, trees
from argmap.formats.values import Object
from argmap.vocabulary import PREFIXES

__all__ = [
    "Indented",
    "Object",
    "Trace",
    "Written",
    "cite",
    "document_json",
    "items",
    "plain",
    "plain_rows",
    "tree",
    "triples_turtle",
    "with_context",
    "with_last",
    "works",
]

# What has a bibliographic record.
_CITABLE = ("Source", "Article")


def with_context(document: Mapping[str, Any], context_url: str) -> Object:
    """Return a document that names its context, which makes it JSON-LD."""
    return {"@context": context_url, **document}


def document_json(document: Mapping[str, Any] | bytes, context_url: str) -> bytes:
    """Return a document, which may be text already, as JSON-LD in UTF-8, with the URL of its context."""
    if isinstance(document, bytes):
        return with_first(document, "@context", context_url)
    return json_text(with_context(document, context_url))


def triples_turtle(triples: Iterable[Triple]) -> bytes:
    """Return triples as Turtle in UTF-8, sorted."""
    written = pyoxigraph.serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return written or b""


def cite(document: bytes, style: str | None = None) -> tuple[bytes, list[Item]]:
    """Return the document of a work with its record, and with a style its citation; and the record.

    Nothing is added to what is no work. Raises BadParameter for a style that is not there.
    """
    work = plain(document)
    if not set(_CITABLE) & set(work.get("type", ())):
        return document, []
    item = csl(work)
    document = with_last(document, "csl", item)
    if style is not None:
        document = with_last(document, "citationText", note(item, style=style))
    return document, [item]


def works(roots: Sequence[str], triples: bytes, context: Context) -> list[Item]:
    """Return the records of works, given by their IRIs, from triples that describe them (N-Triples)."""
    return [csl(plain(work)) for work in trees(roots, triples, context)]
