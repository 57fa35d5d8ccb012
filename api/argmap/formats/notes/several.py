"""References that stand in one piece of a note, joined by words: `A, and B` · `A with B` · `A, citing B`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from argmap.formats.notes import evidence
from argmap.formats.notes.quotes import CLOSE, OPEN
from argmap.formats.notes.sentences import Piece

_JOINT = re.compile(
    r"(?<=[\w)]),?\s+(?:and|as well as|with|along with|sowie|und|et|ainsi que)\s+", re.IGNORECASE
)
# "the sharper account in", "her later book,": words about the work before its name.
_ABOUT = re.compile(
    rf"(?:the|a|an|her|his|their|its|my|our)\s+[^,;:{OPEN}{CLOSE}()]{{0,60}}?(?:\b(?:in|by|of)\s+(?=[A-ZÀ-Þ])|"
    r"\b(?:book|article|study|essay|work|works|account|paper|report|discussion|treatment),\s+(?=[A-ZÀ-Þ]))"
)


def apart(piece: Piece) -> Iterator[Piece]:
    """The piece, cut where one whole reference ends and another begins."""
    start = 0
    for joint in _JOINT.finditer(piece.text):
        before, after = piece.text[start : joint.start()], piece.text[joint.end() :]
        if (
            _is_whole(before)
            and (evidence.has_imprint(after) or OPEN in after)
            and _is_outside(piece.text, joint.start())
        ):
            yield replace(piece, text=before, start=piece.start + start)
            start = joint.end()
    yield replace(piece, text=piece.text[start:], start=piece.start + start)


def without_words_about(text: str) -> str:
    """`the sharper account in D. L. Prentice, …` without the words before the name."""
    return _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text


def _is_whole(text: str) -> bool:
    """Whether a reference is complete: it has its imprint, or ends in a locator."""
    return evidence.has_imprint(text) or evidence.has_locator(text)


def _is_outside(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("(") == before.count(")") and before.count(OPEN) == before.count(CLOSE)
