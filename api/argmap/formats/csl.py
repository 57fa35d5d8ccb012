"""A cited work as CSL-JSON, which reference managers and citation processors read.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and the CSL 1.0.2 schema.
"""

from collections.abc import Mapping
from typing import Any

Thing = Mapping[str, Any]

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
    "volume": "volume",
    "issue": "issue",
    "pageRange": "page",
    "edition": "edition",
    "placeOfPublication": "publisher-place",
    "seriesTitle": "collection-title",
    "seriesNumber": "collection-number",
    "presentedAt": "event-title",
    "url": "URL",
    "originalLanguage": "language",
}


def csl(source: Thing) -> dict[str, Any]:
    """Return the CSL-JSON item of a source, given as the object of its tree."""
    item: dict[str, Any] = {"id": source["id"], "type": _type(source)}
    item |= {name: str(_first(source[key])) for key, name in _PLAIN.items() if key in source}
    item |= {name: names for key, name in _ROLES.items() if (names := _names(source, key))}
    if issued := _issued(source):
        item["issued"] = issued
    if container := _container(source):
        item["container-title"] = container
    if publisher := _publisher(source):
        item["publisher"] = publisher
    return item


_ROLES = {"hasAuthor": "author", "hasEditor": "editor", "hasTranslator": "translator"}
_PRINTED_ORDER = {"hasAuthor": "byline", "hasEditor": "editorLine"}


def _type(source: Thing) -> str:
    kinds = _list(source.get("type"))
    return next((name for kind, name in _TYPES.items() if kind in kinds), "document")


def _names(source: Thing, key: str) -> list[dict[str, str]]:
    """Return the names of a role: the people we know, in the order in which the work prints them."""
    agents = [agent for agent in _list(source.get(key)) if isinstance(agent, Mapping)]
    line = str(source.get(_PRINTED_ORDER.get(key, ""), ""))
    if not agents and line:
        return [_name_in_line(part) for part in line.split(";") if part.strip()]
    return [_name(agent) for agent in sorted(agents, key=lambda agent: _position(agent, line))]


def _name(agent: Thing) -> dict[str, str]:
    if "familyName" not in agent:
        return {"literal": str(agent.get("label", agent["id"]))}
    name = {"family": str(agent["familyName"])}
    return name | ({"given": str(agent["givenName"])} if "givenName" in agent else {})


def _name_in_line(part: str) -> dict[str, str]:
    family, comma, given = (piece.strip() for piece in part.partition(","))
    return {"family": family, "given": given} if comma else {"literal": family}


def _position(agent: Thing, line: str) -> tuple[int, str]:
    """Return where a line of names has this agent; those it does not name come last."""
    name = str(agent.get("familyName", agent.get("label", "")))
    parts = [part.partition(",")[0].strip() for part in line.split(";")]
    return (parts.index(name) if name in parts else len(parts), str(agent["id"]))


def _issued(source: Thing) -> dict[str, list[list[int]]] | None:
    date = str(source.get("publicationDate", source.get("year", "")))
    parts = [int(part) for part in date.split("-") if part.isdigit()]
    return {"date-parts": [parts]} if parts else None


def _container(source: Thing) -> str | None:
    if "containerTitle" in source:
        return str(_first(source["containerTitle"]))
    container = _first(source.get("containedIn"))
    return str(container.get("title", container.get("label"))) if isinstance(container, Mapping) else None


def _publisher(source: Thing) -> str | None:
    """Return the publisher of the work, or of the volume that contains it."""
    for thing in (source, _first(source.get("containedIn"))):
        publisher = _first(thing.get("hasPublisher")) if isinstance(thing, Mapping) else None
        if isinstance(publisher, Mapping):
            return str(publisher.get("label", publisher["id"]))
    return None


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _first(value: Any) -> Any:
    return next(iter(_list(value)), None)
