"""Making anchors: from a text, and the places of its passages, to what may be published."""

from collections.abc import Iterable, Mapping

from argmap.formats.anchors import hashes
from argmap.formats.anchors.hashes import WINDOW
from argmap.formats.anchors.normal_form import NormalForm
from argmap.formats.anchors.records import Anchors, Passage, Stretch, Windows
from argmap.formats.anchors.stretches import stretches


def make(article: str, label: str, text: NormalForm, offsets: Mapping[str, Passage], salt: bytes) -> Anchors:
    """Return the anchors of the passages, whose places in `offsets` count characters of the text."""
    passages = tuple(_in_letters(text, passage) for passage in offsets.values())
    windows = tuple(_windows(text.letters, stretch, salt) for stretch in stretches(passages))
    return Anchors(article, label, salt, len(text.letters), text.digest, passages, windows)


def _in_letters(text: NormalForm, passage: Passage) -> Passage:
    start, end = text.letter(passage.start), text.letter(passage.end)
    return Passage(passage.iri, passage.label, start, end, passage.place)


def _windows(letters: str, stretch: Stretch, salt: bytes) -> Windows:
    point = hashes.base(salt)
    head, tail = windows_of(letters[stretch.start : stretch.end], stretch)
    return Windows(
        stretch.start,
        stretch.end,
        stretch.head,
        stretch.tail,
        hashes.rolling(head[:WINDOW], point),
        hashes.rolling(tail[-WINDOW:], point) if tail else None,
        hashes.digest(head, tail, salt, stretch),
    )


def windows_of(letters: str, stretch: Stretch) -> tuple[str, str]:
    """Return the letters of the windows at the start and the end of these letters."""
    return letters[: stretch.head], letters[len(letters) - stretch.tail :] if stretch.tail else ""


def same_places(passages: Iterable[Passage]) -> set[tuple[int, int]]:
    """Return the places of passages, to compare them with others."""
    return {(passage.start, passage.end) for passage in passages}
