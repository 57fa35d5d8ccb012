"""Records as BibTeX, with the fields of biblatex where BibTeX has none: the older styles pass these over.

Sources: "BibTeXing" (Oren Patashnik, 1988); the biblatex manual, 2.1 and 2.2 (types and fields).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.formats.citations.bibtex_text import escaped, key, name, verbatim
from argmap.formats.citations.names import OTHERS
from argmap.formats.citations.records import (
    Item,
    as_text,
    date_parts,
    in_words,
    iso,
    kind,
    literal_date,
    original_language,
)  # fmt: skip

_ENTRIES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
}
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_KINDS = {
    "OfficialDocument": "official document",
    "PressStatement": "press statement",
    "Broadcast": "broadcast",
    "Presentation": "presentation",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
# Fields of every entry; what an entry names differently is in _FIELDS_OF.
_FIELDS = {
    "container-title": "howpublished",
    "event-title": "eventtitle",
    "event-place": "venue",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "edition": "edition",
    "collection-title": "series",
    "collection-number": "number",
    "publisher": "publisher",
    "publisher-place": "address",
    "source": "organization",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "annote": "annote",
}
_FIELDS_OF = {
    "article": {"container-title": "journal"},
    "incollection": {"container-title": "booktitle"},
    "techreport": {"publisher": "institution"},
}
_VERBATIM = ("url", "doi")
_SAID_OTHERWISE = {"id", "type", "title", "issued", "custom", *_ROLES}


def bibtex(items: Iterable[Item]) -> bytes:
    """Return CSL-JSON items as a BibTeX file in UTF-8; what BibTeX has no field for is said in `note`."""
    used: set[str] = set()
    return "\n".join(_entry(item, _unused(key(str(item["id"])), used)) for item in items).encode()


def _entry(item: Item, key: str) -> str:
    entry = _ENTRIES.get(item["type"], "misc")
    fields = "".join(f"  {field} = {value},\n" for field, value in _fields(item, entry).items())
    return f"@{entry}{{{key},\n{fields}}}\n"


def _unused(wanted: str, used: set[str]) -> str:
    """Return the key, with a number after it if another record of the file has it already."""
    free, number = wanted, 1
    while free.lower() in used:  # BibTeX takes keys that differ only in their case for the same one
        number += 1
        free = f"{wanted}-{number}"
    used.add(free.lower())
    return free


def _fields(item: Item, entry: str) -> dict[str, str]:
    fields = {field: _names(item[role]) for role, field in _ROLES.items() if item.get(role)}
    if item.get("title"):
        # A second pair of braces keeps styles from changing capitals: "Rwanda" stays "Rwanda".
        fields["title"] = f"{{{{{escaped(str(item['title']))}}}}}"
    fields |= dict(_dates(item))
    left: list[str] = []
    for variable, value in item.items():
        field = _FIELDS_OF.get(entry, {}).get(variable, _FIELDS.get(variable))
        if variable in _SAID_OTHERWISE or not value:
            continue
        if field is None or field in fields:
            left.append(in_words(variable, value))
        else:
            fields[field] = _value(field, value)
    fields |= _more(item, entry)
    return fields | ({"note": f"{{{escaped('. '.join(left))}}}"} if left else {})


def _names(names: list[dict[str, str]]) -> str:
    others = len(names) > 1 and names[-1] == OTHERS
    written = [*map(name, names[:-1]), "others"] if others else map(name, names)
    return f"{{{' and '.join(written)}}}"


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the year and month, which BibTeX knows, and the exact date, which biblatex prefers to them."""
    dates = date_parts(item)
    if not dates:
        if literal := literal_date(item):
            yield "year", f"{{{escaped(literal)}}}"
        return
    yield "year", f"{{{dates[0][0]}}}"
    months = [_MONTHS[date[1] - 1] for date in dates if len(date) > 1]
    if months:
        yield "month", ' # "--" # '.join(dict.fromkeys(months))
    if len(dates[0]) > 1:
        yield "date", f"{{{'/'.join(map(iso, dates))}}}"


def _value(field: str, value: Any) -> str:
    if field in _VERBATIM:
        return f"{{{verbatim(str(value))}}}"
    if field == "pages":
        return f"{{{escaped(str(value)).replace('-', '--').replace('–', '--').replace('--{}--', '--')}}}"
    return f"{{{escaped(as_text(value))}}}"


def _more(item: Item, entry: str) -> dict[str, str]:
    """Return what tells the kind of a work more exactly than its entry does, and its first language."""
    more = {
        "entrysubtype": _SUBTYPES.get(item["type"], ""),
        "type": _KINDS.get(kind(item), ""),
        "origlanguage": escaped(original_language(item)),
    }
    return {field: f"{{{value}}}" for field, value in more.items() if value}
