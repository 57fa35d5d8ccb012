"""A cited work as CSL-JSON, which reference managers and citation processors read.

What belongs to a volume (its editors, publisher, place, edition, series) is said of the chapters in it too:
CSL has no records within records. Sources: the CSL-JSON schema and the variables and types of CSL 1.0.2
(https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV).
"""

from collections.abc import Mapping
from typing import Any

from argmap.formats.citations.dates import issued, months_of_issue
from argmap.formats.citations.identifiers import identified
from argmap.formats.citations.names import names
from argmap.formats.citations.values import Thing, first, listed, text
from argmap.vocabulary import short

_TYPES = {
    "BookChapter": "chapter",
    "Book": "book",
    "JournalArticle": "article-journal",
    "MagazineArticle": "article-magazine",
    "NewspaperArticle": "article-newspaper",
    "Report": "report",
    "OfficialDocument": "document",
    "Broadcast": "broadcast",
    "Presentation": "speech",
    "PressStatement": "document",
    "Article": "article-journal",
}
_PLAIN = {
    "title": "title",
    "containerTitle": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pageRange": "page",
    "presentedAt": "event-title",
    "url": "URL",
}
_ROLES = {"hasAuthor": "author", "hasEditor": "editor", "hasTranslator": "translator"}
# What a chapter has from the volume that it is in.
_OF_VOLUME = {
    "edition": "edition",
    "placeOfPublication": "publisher-place",
    "seriesTitle": "collection-title",
    "seriesNumber": "collection-number",
}


def csl(source: Thing) -> dict[str, Any]:
    """Return the CSL-JSON item of a source or an article, given as the object of its tree."""
    volume = first(source.get("containedIn"))
    volume = volume if isinstance(volume, Mapping) else {}
    item: dict[str, Any] = {"id": _slug(source), "type": _type(source, volume)}
    item |= {name: text(source[key]) for key, name in _PLAIN.items() if key in source}
    item |= _people(source, volume)
    item |= _of_volume(source, volume)
    item |= identified(listed(source.get("identifier")))
    item |= _when(source, volume)
    item |= _pages(source)
    item |= _remarks(source)
    item = {key: value for key, value in item.items() if value}
    return _as_transcript(item) if item["type"] == "broadcast" else item


def _slug(source: Thing) -> str:
    return short(str(source["id"])).removeprefix("source/")


def _kind(source: Thing) -> str | None:
    kinds = listed(source.get("type"))
    return next((kind for kind in _TYPES if kind in kinds), None)


def _type(source: Thing, volume: Thing) -> str:
    """Return the CSL type; a document that is printed in a volume is cited like a chapter of it."""
    type_ = _TYPES.get(_kind(source) or "", "document")
    return "chapter" if type_ == "document" and volume else type_


def _people(source: Thing, volume: Thing) -> dict[str, Any]:
    """Return who made the work, and who made the volume; speakers are authors where no author is named."""
    people = {role: named for key, role in _ROLES.items() if (named := names(source, key))}
    if "author" not in people and (speakers := names(source, "spokenBy")):
        people["author"] = speakers
    if volume:
        people["container-author"] = names(volume, "hasAuthor")
        people["editor"] = people.get("editor") or names(volume, "hasEditor")
    return {role: named for role, named in people.items() if named}


def _of_volume(source: Thing, volume: Thing) -> dict[str, str]:
    found = {
        name: text(thing[key])
        for key, name in _OF_VOLUME.items()
        for thing in (volume, source)
        if key in thing
    }
    if "containerTitle" not in source and volume:
        found["container-title"] = text(volume.get("title", volume.get("label", volume.get("id"))))
    publisher = first(source.get("hasPublisher")) or first(volume.get("hasPublisher"))
    if isinstance(publisher, Mapping):
        found["publisher"] = text(publisher.get("label", publisher["id"]))
    return found


def _when(source: Thing, volume: Thing) -> dict[str, Any]:
    """Return the date, where the issue of a magazine is named after months ("May-June 1990") these months."""
    date = issued(source) or issued(volume)
    months = months_of_issue(text(source.get("issue", "")), date)
    if months:
        return {"issued": months, "issue": None}
    return {"issued": date} if date else {}


def _pages(source: Thing) -> dict[str, str]:
    ends = [text(source[key]) for key in ("firstPage", "lastPage") if key in source]
    return {"page": "-".join(dict.fromkeys(ends))} if ends else {}


def _remarks(source: Thing) -> dict[str, Any]:
    """Return what is said about the work: our remarks, and what CSL has no variable for."""
    notes = [str(note) for note in listed(source.get("note"))]
    custom = {"kind": _kind(source), "originalLanguage": text(source.get("originalLanguage", ""))}
    custom = {key: value for key, value in custom.items() if value}
    return {"annote": " ".join(notes)} | ({"custom": custom} if custom else {})


def _as_transcript(item: dict[str, Any]) -> dict[str, Any]:
    """Return a broadcast that is cited from a printed transcript.

    CSL takes the publisher of a broadcast for the station, and its place for that of the station; but who
    publishes the transcript is where the text comes from (`source`), and the place is that of the event.
    """
    if "container-title" not in item:
        return item
    renamed = {"publisher": "source", "publisher-place": "event-place"}
    return {renamed.get(key, key): value for key, value in item.items()}
