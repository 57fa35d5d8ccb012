"""Making an article's anchors from the text that its offsets count characters of."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from argmap.errors import InputError, NoAnchors
from argmap.formats.anchors import turtle_text
from argmap.formats.anchors.copy_text import read_copy
from argmap.formats.anchors.making import make
from argmap.formats.anchors.normal_form import NormalForm, normal_form
from argmap.formats.anchors.records import Passage
from argmap.graph.anchors.asking import anchors_of, known_article, offsets_of
from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import short

SALT_BYTES = 16


def make_anchors(graph: ArgumentMap, file: Path, article: str, salt: bytes | None = None) -> str:
    """Return the anchors of an article as Turtle: the same each time for the same text and salt.

    Without a `salt`, that of the anchors there are is kept; without any, a new one is drawn. Raises
    InputError if the text is not the one that the passages' offsets belong to, as far as that can be known.
    """
    iri = known_article(graph, article)
    passages, units, label = offsets_of(graph, iri)
    if not passages:
        raise NoAnchors(short(iri), "has no passages with am:startOffset and am:endOffset to make anchors of")
    text = normal_form(read_copy(file).text)
    kept, digest = _known(graph, iri)
    _refuse_other_text(file, text, passages, digest)
    salt = salt or kept or secrets.token_bytes(SALT_BYTES)
    return turtle_text.write(make(iri, label, text, passages, salt), units)


def _known(graph: ArgumentMap, article: str) -> tuple[bytes | None, str | None]:
    """Return the salt of the anchors that there are, and the digest of the text they were made from."""
    try:
        known = anchors_of(graph, article)
    except NoAnchors:
        return None, None
    return known.salt, known.digest


def _refuse_other_text(
    file: Path, text: NormalForm, passages: Mapping[str, Passage], digest: str | None
) -> None:
    message = None
    if digest not in (None, text.digest):
        message = "is not the text that the anchors there are were made from"
    elif max(passage.end for passage in passages.values()) > len(text.text):
        message = "is shorter than the text that the passages' offsets belong to"
    if message:
        remedy = "Give that text; or, if the offsets were taken anew, remove anchors.ttl first."
        raise InputError(file, None, message, remedy)
