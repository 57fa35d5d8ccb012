"""The words of a passage as a reader sees them, out of the text of a copy."""

import re

from argmap.formats.anchors.finding import Pieces
from argmap.formats.anchors.normal_form import NormalForm, letters_of, without_page_marks

_OPENING = frozenset("\"'“‘„«‹([{¿¡")
_SOFT_HYPHEN = "\u00ad"
# A word that is broken at the end of a line. What was broken at a hyphen of its own loses it.
_BROKEN = re.compile(r"(?<=\w)[-\u2010]\s*[\r\n\f]\s*(?=[^\W\d_])")


def wording(text: NormalForm, pieces: Pieces) -> str:
    """Return the wording of the letters in `pieces`, with the signs that go with them, on one line."""
    plain = without_page_marks(text.text)
    parts = []
    for number, (start, end) in enumerate(pieces):
        first, last = text.offset(start), text.offset(end - 1) + 1
        if number == 0:
            first = _with_opening(plain, first)
        if number == len(pieces) - 1:
            last = _with_closing(plain, last)
        parts.append(plain[first:last])
    return _on_one_line("\n".join(parts))


def _with_opening(text: str, first: int) -> int:
    while first and text[first - 1] in _OPENING:
        first -= 1
    return first


def _with_closing(text: str, last: int) -> int:
    """Return where the signs after the last letter end: its full stop, its quotation marks, no number."""
    while last < len(text) and _is_closing(text[last]):
        last += 1
    return last


def _is_closing(sign: str) -> bool:
    return not (sign.isspace() or sign.isdigit() or sign in "([{" or letters_of(sign))


def _on_one_line(text: str) -> str:
    return " ".join(_BROKEN.sub("", text.replace(_SOFT_HYPHEN, "")).split())
