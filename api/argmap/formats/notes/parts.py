"""The fields of a full reference that tell what they are: dates, imprints, numbers, addresses."""

import re
from dataclasses import dataclass, field

from argmap.formats.notes import dates, names, words
from argmap.formats.notes.fields import Field
from argmap.formats.notes.records import Name

_YEAR = re.compile(rf"\[?(?:c\.|ca\.|©)?\s*({dates.YEAR})([a-z]?)\]?")
_NO_YEAR = re.compile(r"n\.\s?d\.|o\.\s?J\.|s\.\s?d\.", re.IGNORECASE)
_PLACE_YEAR = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][^\d,:]*?)(?::\s*(?P<publisher>[^\d]*?))?,?\s+(?P<year>{dates.YEAR})"
)


@dataclass
class Parts:
    """What was told of the work so far, and the `rest` of the fields, in order."""

    rest: list[Field]
    place: str = ""
    publisher: str = ""
    year: int | None = None
    year_label: str = ""
    date: dates.Date | None = None
    edition: str = ""
    volume: str = ""
    issue: str = ""
    page_range: str = ""
    language: str = ""
    urls: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    translators: tuple[Name, ...] = ()
    imprint_at: int | None = None
    unread: list[str] = field(default_factory=list)


def taken(parts: list[Field]) -> Parts:
    """Sort out the fields that a pattern tells."""
    told = Parts([])
    for part in parts:
        if part.form == "quoted" or not _takes(told, part):
            told.rest.append(part)
    return told


def _takes(told: Parts, part: Field) -> bool:
    if part.form == "paren":
        return _takes_paren(told, part.text)
    return any(
        take(told, part.text)
        for take in (_identifier, _date, _year, _number, _edition, _language, _translator, _accessed)
    )


def _takes_paren(told: Parts, text: str) -> bool:
    """An imprint, a date, a year, or a number in brackets."""
    if any(take(told, text) for take in (_identifier, _date, _year, _edition, _accessed)):
        told.imprint_at = len(told.rest)
        return True
    return imprint(told, text)


def imprint(told: Parts, text: str) -> bool:
    """`Place: Publisher, 1990` · `Publisher, 1990` · `Place, 1990` · `2d ed. 1988`."""
    years = dates.years(text)
    if not years:
        return False
    told.year, told.imprint_at = years[-1], len(told.rest)
    text = re.sub(rf"[,;]?\s*\[?{years[-1]}\]?\s*$", "", text).strip(" ,")
    edition = words.EDITION.search(text)
    if edition:
        told.edition, text = edition["edition"], (text[: edition.start()] + text[edition.end() :]).strip(" ,")
    place, colon, publisher = text.partition(":")
    if colon:
        told.place, told.publisher = place.strip(), publisher.strip(" ,")
    elif names.is_organization(text) or len(text.split()) > 3:
        told.publisher = text
    else:
        told.place = text
    return True


def place_and_year(told: Parts, text: str) -> bool:
    """An imprint without brackets: `Tübingen: Kranich Verlag 1974` · `Kiel 1983`."""
    match = _PLACE_YEAR.fullmatch(text)
    if not match or names.is_organization(match["place"]):
        return False
    told.place, told.publisher = match["place"].strip(), (match["publisher"] or "").strip(" ,")
    told.year = int(match["year"])
    return True


def _identifier(told: Parts, text: str) -> bool:
    url, doi = words.URL.fullmatch(text), words.DOI.fullmatch(text)
    if doi:
        told.identifiers += (f"doi:{doi[1]}",)
    elif url:
        told.urls += (url[1],)
    elif words.SYMBOL.fullmatch(text):
        told.identifiers += (text,)
    return bool(doi or url or words.SYMBOL.fullmatch(text))


def _date(told: Parts, text: str) -> bool:
    date = dates.whole(text)
    if date is None or told.date is not None:
        return False
    told.date, told.year = date, told.year or date.year
    return True


def _year(told: Parts, text: str) -> bool:
    match = _YEAR.fullmatch(text)
    if match and told.year is None:
        told.year, told.year_label = int(match[1]), match[1] + match[2]
    return bool(match or _NO_YEAR.fullmatch(text))


def _number(told: Parts, text: str) -> bool:
    volume, issue = words.VOLUME.fullmatch(text), words.ISSUE.fullmatch(text)
    if volume:
        told.volume = volume["volume"]
    elif issue:
        told.issue = issue["issue"]
    return bool(volume or issue)


def _edition(told: Parts, text: str) -> bool:
    match = words.EDITION.fullmatch(text.strip())
    if match:
        told.edition = match["edition"]
    return bool(match)


def _language(told: Parts, text: str) -> bool:
    match = words.LANGUAGE.fullmatch(text)
    if match is None or text.startswith("in "):
        return False
    told.language = match["language"]
    return True


def _translator(told: Parts, text: str) -> bool:
    match = words.TRANSLATED_BY.match(text)
    if match:
        told.translators = names.people(text[match.end() :])
    return bool(match and told.translators)


def _accessed(told: Parts, text: str) -> bool:
    return bool(words.ACCESSED.fullmatch(text))
