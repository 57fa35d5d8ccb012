"""From what the store gives to the documents that we answer, by the shape that a query's head names."""

from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat, Triple

from argmap.formats.csl import csl
from argmap.formats.json_text import array_text, json_text, plain
from argmap.formats.paths import paths
from argmap.formats.rows import items, plain_rows
from argmap.formats.tree import tree
from argmap.formats.values import Object
from argmap.vocabulary import PREFIXES

__all__ = [
    "Object",
    "array_text",
    "csl",
    "document_json",
    "items",
    "paths",
    "plain",
    "plain_rows",
    "tree",
    "triples_turtle",
    "with_context",
]


def with_context(document: Mapping[str, Any], context_url: str) -> Object:
    """Return a document that names its context, which makes it JSON-LD."""
    return {"@context": context_url, **document}


def document_json(document: Mapping[str, Any], context_url: str) -> bytes:
    """Return a document as JSON-LD in UTF-8, with the URL of its context."""
    return json_text(with_context(document, context_url))


def triples_turtle(triples: Iterable[Triple]) -> bytes:
    """Return triples as Turtle in UTF-8, sorted."""
    written = pyoxigraph.serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return written or b""
