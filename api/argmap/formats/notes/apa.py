"""A full reference in the author-date form of the APA: `Harlow, T. (1998). Title. Place: Publisher.`"""

import re
from dataclasses import replace

from argmap.formats.notes import names, words
from argmap.formats.notes.full import Read
from argmap.formats.notes.quotes import unmarked
from argmap.formats.notes.records import Name, Work

HEAD = re.compile(
    r"(?P<authors>[^()]{2,200}?)\.?\s*\((?P<year>(?:1[5-9]|"
    r"20)\d\d)(?P<letter>[a-z]?)(?:, [^)]*)?\)\.\s+(?P<rest>\S.*)"
)
_IN = re.compile(r"In\s+(?P<editors>.+?)\s*\(Eds?\.\),\s*(?P<book>.+)")
_PAGES = re.compile(r"\s*\((?:\d+\w* ed\.,?\s*)?pp?\.\s*(?P<pages>[\d–-]+)\)")
_JOURNAL = re.compile(
    r"(?P<journal>[^,]+),\s*(?P<volume>\d+)(?:\s*\((?P<issue>[^)]+)\))?,\s*(?P<pages>[\d–-]+)\.?"
)
_IMPRINT = re.compile(r"(?P<place>[A-ZÀ-Þ][^:.]*):\s*(?P<publisher>[^:]+?)\.?")
_NUMBER = re.compile(r"\s*\((?P<number>(?:Report|Paper|Working Paper|Document)\s+No\.\s*[\w/-]+)\)")


def read(text: str) -> Read | None:
    """The work that a marked text names; None if it is not written so."""
    match = HEAD.fullmatch(text.strip())
    authors = _authors(match["authors"]) if match else ()
    if match is None or not authors:
        return None
    title, _, rest = _sentences(match["rest"])
    number = _NUMBER.search(title)
    work = _placed(
        Work(title=unmarked(_NUMBER.sub("", title)), authors=authors),
        rest,
        int(match["year"]),
        match["letter"],
    )
    identifiers = (number["number"],) if number else ()
    kind = "Report" if number or (words.REPORT.search(work.title) and work.kind == "Book") else work.kind
    doubts = [] if work.kind != "Source" else [("The kind of work is not certain.", "It was left open.")]
    return Read(replace(work, kind=kind, identifiers=identifiers), doubts=tuple(doubts))


def _authors(text: str) -> tuple[Name, ...]:
    if found := names.inverted(text + ("." if not text.endswith(".") else "")):
        return found
    return (Name(text.strip(" ."), organization=True),) if names.is_organization(text) else ()


def _sentences(text: str) -> tuple[str, str, str]:
    """The title, up to the first full stop that a space and a capital follow, and the rest."""
    match = re.search(r"(?<=[^A-Z\s])([.?!])\s+(?=[A-ZÀ-Þ])", text)
    if match is None:
        return text.strip(" ."), "", ""
    title = text[: match.start()] + (match[1] if match[1] in "?!" else "")
    return title, match[1], text[match.end() :].strip()


def _placed(work: Work, rest: str, year: int, letter: str) -> Work:
    work = replace(work, year=year, year_label=f"{year}{letter}")
    inside, journal, imprint = _IN.match(rest), _JOURNAL.fullmatch(rest), _IMPRINT.fullmatch(rest)
    if inside:
        return _chapter(work, inside["editors"], inside["book"])
    if journal:
        return replace(
            work,
            kind="JournalArticle",
            container_title=journal["journal"].strip(),
            volume=journal["volume"],
            issue=journal["issue"] or "",
            page_range=_dash(journal["pages"]),
        )
    if imprint:
        own = imprint["publisher"].strip() == "Author"  # the APA's word for "the author is the publisher"
        publisher = work.authors[0].label if own else imprint["publisher"].strip()
        return replace(work, kind="Book", place=imprint["place"], publisher=publisher)
    return work


def _chapter(work: Work, editors: str, book: str) -> Work:
    pages = _PAGES.search(book)
    title, _, imprint = _sentences(_PAGES.sub("", book))
    match = _IMPRINT.fullmatch(imprint)
    volume = Work(
        "Book",
        unmarked(title),
        editors=names.people(editors),
        year=work.year,
        year_label=str(work.year),
        place=match["place"] if match else "",
        publisher=match["publisher"].strip() if match else "",
    )
    return replace(
        work, kind="BookChapter", container=volume, page_range=_dash(pages["pages"]) if pages else ""
    )


def _dash(pages: str) -> str:
    return pages.replace("-", "–")
