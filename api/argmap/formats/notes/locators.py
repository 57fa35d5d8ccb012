"""Locators: the part of a work that a reference points to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.formats.notes.fields import Field

_PAGE = r"(?:(?:\d{1,2}|[IVX]+):\d{1,4}|[A-Z]?\d{1,4}[a-z]?(?:n\.?\s?\d{1,3})?|[ivxlcdm]{1,7})"
_RANGE = rf"{_PAGE}(?:\s*[-–—]{{1,2}}\s*{_PAGE})?(?:\s?(?:ff?|sqq?)\b\.?)?"
_MORE = rf"{_RANGE}(?:\s*(?:,|and|und|et|&)\s*{_RANGE})*"
_WORD = (
    r"(?:pp?\.?|pages?|S\.|Seiten?|Sp\.|Bl\.|fols?\.|chaps?\.|chapters?|ch\.|Kap\.|cap\.|secs?\.|sections?|§§?|¶¶?|paras?\.|paragraphs?|Rn\.|Art\.|Articles?|nn?\.|notes?|footnotes?|"
    r"Anm\.|Fn\.|at|lines?|ll?\.|figs?\.|tables?|box(?:es)?|folders?|reels?|Abb\.|Tab\.)"
)
_HERE = r"(?:(?:here|hier|ici|esp\.|especially|bes\.|notamment|in particular)\s*:?\s+)?"
_WORDED = re.compile(
    rf"(?<!\w){_HERE}(?:at\s+(?=pp?\.))?(?P<core>{_WORD}\s*{_MORE}(?:\s+(?:and|und|et|with)\s+{_WORD}\s*{_MORE})?|passim)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(rf":?\s*(?P<core>{_MORE})")
_AFTER_HERE = re.compile(r"(?:hier|ici|here|esp\.|bes\.)\s", re.IGNORECASE)
_PLAIN_RANGE = re.compile(r"(?:pp?\.|S\.)?\s*(?P<first>\d{1,5})\s*[-–—]{1,2}\s*(?P<last>\d{1,5})")
_OF = re.compile(
    r"(?P<core>(?:Articles?|Art\.|Chapter|Section|Kapitel|§)\s*[\dIVXLC][\d.]*)\s+(?:of|der|"
    r"des|du|de la)\s+(?:the\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Located:
    """The locator, the page range that is that of the work, and the fields that are left."""

    locator: str
    page_range: str
    rest: list[Field]
    remark: str = ""


def take(parts: list[Field], bare_numbers: bool) -> Located:
    """Split the locator off the end of the fields.

    Args:
        parts: the fields of a reference.
        bare_numbers: whether numbers without a word (`p.`, `S.`, `at`) can be pages here.
    """
    rest, found = list(parts), list[tuple[str, bool]]()
    while rest and (core := _core(rest[-1], bare_numbers or bool(_AFTER_HERE.match(rest[-1].text)))):
        found.insert(0, (core, rest[-1].form == "paren" or bool(_AFTER_HERE.match(rest[-1].text))))
        rest.pop()
    rest, inner = _off_the_end(rest)
    if inner:
        found.insert(0, (inner, False))
        if bare_numbers and rest and _is_range(core := _core(rest[-1], True)):
            found.insert(0, (core, False))
            rest.pop()
    return _told_apart(found, rest)


def leading(text: str) -> tuple[str, str]:
    """`Article 2 of the Charter` → the locator, and the rest."""
    match = _OF.match(text)
    return (normal(match["core"]), text[match.end() :]) if match else ("", text)


def is_locator(text: str) -> bool:
    """Whether the whole text is a locator, with or without its word."""
    return bool(_WORDED.fullmatch(text) or _BARE.fullmatch(text))


def has_worded(text: str) -> bool:
    """Whether a locator with its word stands anywhere in a text."""
    return any(
        not match.group().casefold().startswith(("at ", "art", "note", "l."))
        for match in _WORDED.finditer(text)
    )


def normal(text: str) -> str:
    """A locator in one spelling: a space after the word, an en dash in ranges."""
    text = re.sub(r"\s*[-–—]{1,2}\s*(?=[\dA-Zivxlcdm])", "–", text.strip(" .,:"))
    text = re.sub(rf"^({_WORD})(?=\d)", r"\1 ", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:at|:)\s*(?=[\dA-Zivxlcdm])", "", text)
    return re.sub(r"(?<=\s)(ff?|sqq?)$", r"\1.", re.sub(r"\s+", " ", text))


def _core(part: Field, bare_numbers: bool) -> str:
    if part.form == "quoted":
        return ""
    text = part.text.strip().rstrip(".") if not re.search(r"\bf+\.$", part.text) else part.text.strip()
    match = _WORDED.fullmatch(text) or (_BARE.fullmatch(_without_here(text)) if bare_numbers else None)
    if match and re.fullmatch(r"(?:1[5-9]|20)\d\d[a-z]?", text):
        return ""  # a year
    return match["core"] if match else ""


def _without_here(text: str) -> str:
    return re.sub(rf"^{_HERE}", "", text, flags=re.IGNORECASE)


def _off_the_end(rest: list[Field]) -> tuple[list[Field], str]:
    """A locator at the end of the last field without a comma before it: `Brook at 20`, `Act § 4`."""
    if not rest or rest[-1].form != "text":
        return rest, ""
    match = re.fullmatch(rf"(?P<before>.+?)\s+(?P<core>(?:at|pp?\.|S\.|§§?|¶¶?)\s*{_MORE})\.?", rest[-1].text)
    if not match:
        return rest, ""
    return [*rest[:-1], Field("text", match["before"])], match["core"]


def _told_apart(found: list[tuple[str, bool]], rest: list[Field]) -> Located:
    """Where a place stands beside a range (`201–26 (p. 210)`, `131–56, at 140`) the range is the work's."""
    if len(found) == 2 and not found[1][1] and _holds(found[0][0], found[1][0]):
        found = [found[0], (found[1][0], True)]
    marked = [core for core, special in found if special]
    plain = [core for core, special in found if not special]
    if marked and plain:
        return Located(_listed(marked), _range(plain[0]), rest)
    return Located(_listed([core for core, _ in found]), "", rest)


def _is_range(core: str) -> bool:
    return bool(_PLAIN_RANGE.fullmatch(core))


def _holds(whole: str, place: str) -> bool:
    """Whether one is a range of pages, and the other, with a word before it, is a place in that range."""
    pages, at = _PLAIN_RANGE.fullmatch(whole), re.match(r"(?:at|pp?\.|S\.)\s*(\d{1,5})", place)
    if not pages or not at:
        return False
    first, last = pages["first"], pages["last"]
    last = first[: max(0, len(first) - len(last))] + last  # 131–56 ends on 156
    return int(first) <= int(at[1]) <= int(last)


def _listed(cores: Iterable[str]) -> str:
    return ", ".join(map(normal, cores))


def _range(core: str) -> str:
    return re.sub(rf"^{_WORD}\s*", "", normal(core), flags=re.IGNORECASE)
