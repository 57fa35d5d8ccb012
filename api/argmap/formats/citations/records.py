"""What the writers of records share: the parts of CSL dates and names, and what has no place in words."""

from collections.abc import Iterable, Mapping
from typing import Any

Item = Mapping[str, Any]

# How a format names the variables that it cannot carry, and where its notes have to.
_IN_WORDS = {
    "container-author": "Author of the volume",
    "container-title": "In",
    "collection-title": "Series",
    "collection-number": "Number in the series",
    "event-place": "Place of the event",
    "event-title": "Event",
    "publisher-place": "Place",
    "source": "Source of the text",
}


def date_parts(item: Item) -> list[list[int]]:
    """Return the one or two dates of publication as year, month, day, as far as they are known; or none."""
    issued = item.get("issued")
    parts = issued.get("date-parts", []) if isinstance(issued, Mapping) else []
    return [[int(part) for part in date] for date in parts]


def literal_date(item: Item) -> str:
    """Return the date of publication where it is not given in parts, or nothing."""
    issued = item.get("issued")
    return str(issued.get("literal", "")) if isinstance(issued, Mapping) else ""


def iso(date: Iterable[int]) -> str:
    """Return a date as ISO 8601 has it, as far as it is known (`1993-09`)."""
    year, *rest = date
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def original_language(item: Item) -> str:
    """Return the language that the work was translated from, or nothing."""
    custom = item.get("custom")
    return str(custom.get("originalLanguage", "")) if isinstance(custom, Mapping) else ""


def kind(item: Item) -> str:
    """Return the class of the ontology that the work is of, or nothing."""
    custom = item.get("custom")
    return str(custom.get("kind", "")) if isinstance(custom, Mapping) else ""


def in_words(variable: str, value: Any) -> str:
    """Return a variable and its value as a note tells them, for a format that has no field for it."""
    return f"{_IN_WORDS.get(variable, variable)}: {as_text(value)}"


def as_text(value: Any) -> str:
    """Return the value of a variable in words; names as `Family, Given`, several separated by semicolons."""
    if isinstance(value, list):
        return "; ".join(inverted(name) for name in value)
    return str(value)


def inverted(name: Mapping[str, str]) -> str:
    """Return a CSL name as `Family, Given, Suffix`, or a literal name as it is."""
    if "literal" in name:
        return name["literal"]
    return ", ".join(name[part] for part in ("family", "given", "suffix") if name.get(part))
