"""Page marks and running heads: lines that belong to the page and not to the notes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.formats.notes.records import Line

# A page mark names the page that ends ("[End Page 238]") or is printed on it ("- 238 -", "p. 238").
_END = re.compile(r"\[\s*End (?:of )?Page\s+(\d{1,4})\s*\]", re.IGNORECASE)
_MARK = re.compile(
    r"\s*(?:[-–—\[]+\s*(?:page|p\.)?\s*(\d{1,4})\s*[-–—\]]+|(?:page|seite)\s+(\d{1,4}))\s*", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_HEAD = re.compile(r"\s*(?:\d{1,4}\s{2,}(?P<after>\S.*?)|(?P<before>\S.*?)\s{2,}\d{1,4})\s*")
_NOTE = re.compile(r"\s*[\[(]?\d{1,4}[.)\]:]")  # so notes begin
_SHORT = 80


@dataclass(frozen=True)
class Cleaned:
    """The lines that are left, each with its page if known, and those left out with the reason."""

    lines: tuple[Line, ...]
    page_of: dict[int, int]
    left_out: tuple[tuple[int, str], ...]


def without_page_lines(text: str, numbers_are_pages: bool = True) -> Cleaned:
    """The lines of the text without page marks and running heads.

    Args:
        text: the file.
        numbers_are_pages: whether a number alone on its line is taken for a page number.
    """
    lines = [Line(number, line) for number, line in enumerate(text.replace("\f", "\n\f").split("\n"), 1)]
    lines = _renumbered(text, lines)
    heads = _running_heads(lines)
    kept, left_out, ended = [], [], []
    for line in lines:
        reason = _reason(line, heads, numbers_are_pages)
        ended += [(line.number, int(page)) for page in _END.findall(line.text)]
        if reason:
            left_out.append((line.number, reason))
        else:
            kept.append(Line(line.number, _END.sub(" ", line.text).replace("\f", " ")))
    return Cleaned(tuple(kept), _pages(lines, ended), tuple(left_out))


def _renumbered(text: str, lines: list[Line]) -> list[Line]:
    """The same with the numbers that an editor shows: a form feed is no line break of its own."""
    number, found = 0, []
    for line in lines:
        number += not (line.text.startswith("\f"))
        found.append(Line(max(number, 1), line.text))
    return found


def _reason(line: Line, heads: set[int], numbers_are_pages: bool) -> str:
    bare = _END.sub("", line.text).replace("\f", "").strip()
    if not bare:
        return "page mark" if _END.search(line.text) else ""
    if _MARK.fullmatch(bare) and not re.match(r"\[\d+\]", bare):
        return "page mark"
    if numbers_are_pages and _NUMBER.fullmatch(bare):
        return "page number"
    return "running head" if line.number in heads else ""


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that look like the top of a page: short, with a page number at one end.

    What they say must stand on several lines, or be all in capitals. A line that begins with its number looks
    like a note, so it must also stand by itself.
    """
    likely = [line for place, line in enumerate(lines) if _is_head(line.text) and _is_apart(lines, place)]
    seen = Counter(_bare(line.text) for line in likely)
    return {
        line.number for line in likely if (bare := _bare(line.text)) and (seen[bare] > 1 or bare.isupper())
    }


def _is_head(line: str) -> bool:
    found = _HEAD.fullmatch(line.replace("\f", ""))
    short = len(" ".join(line.split())) <= _SHORT
    return bool(found) and short and not _NOTE.match(line) and not re.search(r"[.;,]\s*\d*\s*$", line)


def _is_apart(lines: Sequence[Line], place: int) -> bool:
    if not re.match(r"[\f\s]*\d", lines[place].text):
        return True
    around = [lines[at].text for at in (place - 1, place + 1) if 0 <= at < len(lines)]
    return all(not text.strip() or _END.search(text) for text in around)


def _bare(line: str) -> str:
    return " ".join(re.sub(r"\d+", "", line.replace("\f", "")).split())


def _pages(lines: Sequence[Line], ended: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The page of every line, where marks say which page ends."""
    pages = {}
    for line in lines:
        following = [page for number, page in ended if number >= line.number]
        before = [page for number, page in ended if number < line.number]
        if following or before:
            pages[line.number] = following[0] if following else before[-1] + 1
    return pages
