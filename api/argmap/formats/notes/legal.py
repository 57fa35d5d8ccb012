"""Full references as law reviews write them: the volume before the journal, the page behind the title."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict

from argmap.formats.notes import locators, names, words
from argmap.formats.notes.full import Read
from argmap.formats.notes.records import Name, Work

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_PIN = r"(?:,\s*(?:at\s+)?(?P<pin>[\d–-]+(?:\s*n\.\s?\d+)?))?"
_CASE = re.compile(
    r"(?P<title>.+? v\. .+?),\s*(?P<volume>\d+)\s+(?P<reporter>[A-Z][\w. ]*?)\s+(?P<page>\d+)"
    rf"{_PIN}\s*\((?:[^()]*?)\s*{_YEAR}\)"
)
_ARTICLE = re.compile(
    r"(?P<authors>[^,]+(?:, (?:Jr\.|[^,]+ & [^,]+))?),\s*(?P<title>.+?),\s*"
    rf"(?P<volume>\d+)\s+(?P<journal>[A-Z][\w.&' ]*?)\s+(?P<page>\d+)(?:[–-](?P<last>\d+))?"
    rf"{_PIN}\s*\({_YEAR}\)"
)
_CHAPTER = re.compile(
    rf"(?P<authors>[^,]+),\s*(?P<title>.+?),\s*in\s+(?P<book>.+?)\s+(?P<page>\d+){_PIN}\s*\((?P<editors>.+?),?\s*eds?\.,\s*{_YEAR}\)"
)
_BOOK = re.compile(
    rf"(?P<authors>[^,]+),\s*(?P<title>[^(]+?)\s+(?P<pin>[\d–-]+|"
    rf"§+\s*[\d.]+)\s*\((?:(?P<edition>\d+\w*) ed\.\s*)?{_YEAR}\)"
)
_ACT = re.compile(
    rf"(?P<title>[A-Z][^,(]*?\b(?:Act|Statute|Code|Constitution|Treaty)\b(?:\s+of\s+{_YEAR})?)(?:,\s*(?P<pin>(?:§+|art\.|Art\.)\s*[\w.()–-]+))?"
)


class _Year(TypedDict, total=False):
    year: int
    year_label: str


_Build = Callable[[re.Match[str]], Work]


def read(text: str) -> Read | None:
    """The work that a text names; None if it is not written so."""
    alias = words.ALIAS.search(text)
    # What stands in brackets at the end says what the work argues, and is no part of the reference.
    bare = re.sub(
        r"\s*\((?:arguing|noting|holding|discussing|explaining|stating|finding|quoting) [^()]*\)$",
        "",
        words.ALIAS.sub("", text).strip(" ."),
    )
    for form, build in _FORMS:
        match = form.fullmatch(bare.strip(" ."))
        if match:
            pin = match["pin"]
            work = build(match)
            work = replace(work, alias=alias["alias"] if alias else "")
            return Read(work, locators.normal(pin) if pin else "", _doubts(work))
    return None


def _doubts(work: Work) -> tuple[tuple[str, str], ...]:
    return () if work.year else (("No year is given.", "None was written."),)


def _case(match: re.Match[str]) -> Work:
    report = f"{match['volume']} {match['reporter']} {match['page']}"
    return Work("OfficialDocument", match["title"], identifiers=(report,), **_year(match))


def _article(match: re.Match[str]) -> Work:
    return Work(
        "JournalArticle",
        match["title"],
        _people(match["authors"]),
        container_title=match["journal"],
        volume=match["volume"],
        page_range=f"{match['page']}–{match['last']}" if match["last"] else "",
        remarks=() if match["last"] else (f"It begins on page {match['page']}.",),
        **_year(match),
    )


def _chapter(match: re.Match[str]) -> Work:
    volume = Work("Book", match["book"], editors=_people(match["editors"]), **_year(match))
    return Work("BookChapter", match["title"], _people(match["authors"]), container=volume, **_year(match))


def _book(match: re.Match[str]) -> Work:
    return Work(
        "Book", match["title"], _people(match["authors"]), edition=match["edition"] or "", **_year(match)
    )


def _act(match: re.Match[str]) -> Work:
    return Work("OfficialDocument", match["title"], **_year(match))


def _people(text: str) -> tuple[Name, ...]:
    return names.people(text) or (names.person(text),)


def _year(match: re.Match[str]) -> _Year:
    return {"year": int(match["year"]), "year_label": match["year"]} if match["year"] else {}


_FORMS: tuple[tuple[re.Pattern[str], _Build], ...] = (
    (_CASE, _case),
    (_CHAPTER, _chapter),
    (_ARTICLE, _article),
    (_BOOK, _book),
    (_ACT, _act),
)
