"""Records as RIS, which all reference managers read.

RIS has no escapes: a value is one line, and a name is divided at its commas. What it has no tag for is
said in a note (`N1`). Sources: the RIS specification (Research Information Systems, 2001 and 2011), and which
tag of it EndNote and Zotero take for what.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.formats.citations.records import (
    Item,
    date_parts,
    in_words,
    inverted,
    kind,
    literal_date,
    original_language,
)
from argmap.formats.outside import one_line

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "speech": "CPAPER",
}
_KINDS = {"OfficialDocument": "GOVDOC"}
_TAGS = {
    "author": "AU",
    "editor": "A2",
    "translator": "A4",
    "title": "TI",
    "container-title": "T2",
    "event-title": "T2",
    "collection-title": "T3",
    "collection-number": "M1",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "publisher": "PB",
    "publisher-place": "CY",
    "event-place": "CY",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "URL": "UR",
    "annote": "N1",
}
_TAGS_OF = {
    "BOOK": {"editor": "A3", "collection-title": "T2"},
    "CHAP": {"container-author": "C2"},
    "RPRT": {"number": "SN", "collection-title": "T2"},
    "GOVDOC": {"number": "SN", "collection-title": "T2"},
}
_REPEATED = ("AU", "A2", "A3", "A4", "N1")
_SAID_OTHERWISE = {"id", "type", "issued", "custom", "page"}
_NAMES = ("author", "editor", "translator", "container-author")


def ris(items: Iterable[Item]) -> bytes:
    """Return CSL-JSON items as a RIS file in UTF-8, with the line ends that RIS prescribes."""
    return "\r\n".join(_record(item) for item in items).encode()


def _record(item: Item) -> str:
    type_ = _KINDS.get(kind(item), "") if item["type"] == "document" else ""
    type_ = type_ or _TYPES.get(item["type"], "GEN")
    lines = [
        ("TY", type_),
        ("ID", str(item["id"])),
        *_lines(item, type_),
        *_dates(item),
        *_pages(item),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in lines)


def _lines(item: Item, type_: str) -> Iterator[tuple[str, str]]:
    """Yield tags and values; what has no tag, or whose tag is taken already, goes into a note."""
    taken: set[str] = set()
    for variable, value in item.items():
        tag = _TAGS_OF.get(type_, {}).get(variable, _TAGS.get(variable))
        if variable in _SAID_OTHERWISE or not value:
            continue
        if tag is None or (tag in taken and tag not in _REPEATED):
            yield "N1", in_words(variable, value)
            continue
        taken.add(tag)
        yield from ((tag, text) for text in _texts(variable, value, tag))
    if language := original_language(item):
        yield "N1", f"Translated from {language}"


def _texts(variable: str, value: Any, tag: str) -> list[str]:
    if variable not in _NAMES:
        return [str(value)]
    names = [inverted(name) for name in value]
    return names if tag in _REPEATED else ["; ".join(names)]


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date as RIS has it: `year/month/day/other`, the unknown left empty."""
    dates = date_parts(item)
    if not dates:
        if literal := literal_date(item):
            yield "DA", f"///{literal}"
        return
    (year, *rest), *until = dates
    yield "PY", str(year)
    if rest:
        known = [f"{part:02}" for part in rest]
        other = "/".join(f"{part:02}" for part in until[0]) if until else ""
        yield "DA", "/".join([str(year), *known, *[""] * (2 - len(known)), f"to {other}" if other else ""])


def _pages(item: Item) -> Iterator[tuple[str, str]]:
    if page := str(item.get("page", "")):
        start, _, end = page.replace("–", "-").partition("-")
        yield "SP", start
        if end:
            yield "EP", end
