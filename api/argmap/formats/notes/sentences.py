"""The text of a note → its sentences, and each sentence → the pieces that semicolons part."""

import re
from dataclasses import dataclass

from argmap.formats.notes.quotes import CLOSE, OPEN
from argmap.formats.notes.words import ABBREVIATIONS

_END = re.compile(rf"[.!?][{CLOSE})\]]*(?=\s+[{OPEN}(\[]?[A-ZÀ-Þ0-9])|[.!?][)\]{CLOSE}]*$|$")
_LONGEST_WORD = 40


@dataclass(frozen=True)
class Piece:
    """A part of a note: where it begins, its marked text, and the place of its sentence, counted from 1."""

    start: int
    text: str
    sentence: int


def pieces(text: str) -> list[Piece]:
    """The pieces of a marked text, in order."""
    found = []
    for number, (start, end) in enumerate(sentences(text), 1):
        found += [Piece(at, text[at:until].strip(), number) for at, until in _parted(text, start, end)]
    return [piece for piece in found if re.search(r"\w", piece.text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a marked text begins and ends."""
    found, start = [], 0
    for match in _END.finditer(text):
        if match.end() > start and _ends(text, match.start(), match.end()):
            found.append((start, match.end()))
            start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if start < len(text):
        found.append((start, len(text)))
    return found


def _ends(text: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` ends a sentence: no abbreviation's, and outside of brackets."""
    if end == len(text):
        return True
    if text[:end].count("(") > text[:end].count(")") or text[:end].count(OPEN) > text[:end].count(CLOSE):
        return False
    if text[stop] != ".":
        return True
    before = re.search(r"[\w.'’-]+$", text[max(0, stop - _LONGEST_WORD) : stop])
    word = before.group() if before else ""
    following = text[end:].lstrip()
    if re.fullmatch(r"\d{1,2}", word) and re.match(r"[A-ZÀ-Þ][a-zß-ÿ]+ \d{4}", following):
        return False  # 4. März 1931
    return not (word in ABBREVIATIONS or re.fullmatch(r"(?:[A-ZÀ-Þ]\.?-?)+", word))


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, cut at the semicolons outside of brackets and quotation marks."""
    cuts, depth = [start], 0
    for at in range(start, end):
        depth += text[at] in f"([{OPEN}"
        depth -= text[at] in f")]{CLOSE}"
        if text[at] == ";" and depth <= 0:
            cuts.append(at + 1)
    return list(zip(cuts, [*(cut - 1 for cut in cuts[1:]), end], strict=True))
