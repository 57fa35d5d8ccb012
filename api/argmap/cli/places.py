"""Where a thing stands in the printed article, in the words of a reader."""

from collections.abc import Iterator, Mapping
from typing import Any


def place(thing: Mapping[str, Any]) -> str:
    """The page or pages of a thing, or of the passages that express it.

    `p. 231`, `pp. 226, 229`, or `p. 224, 225 or 226` when the page break is lost; empty if nothing is known.
    """
    units = [thing, *(unit for unit in _several(thing.get("expressedIn")) if isinstance(unit, Mapping))]
    certain = _numbers(units, "onPage")
    if certain:
        return f"{'p.' if len(certain) == 1 else 'pp.'} {', '.join(certain)}"
    *others, last = _numbers(units, "possiblyOnPage") or [""]
    return f"p. {', '.join(others)} or {last}" if others else f"p. {last}?" if last else ""


def _numbers(units: list[Mapping[str, Any]], key: str) -> list[str]:
    found = {_number(page) for unit in units for page in _several(unit.get(key))}
    return sorted(found, key=lambda number: (len(number), number))


def _several(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list) else [] if value is None else [value]


def _number(page: Any) -> str:
    if isinstance(page, Mapping):
        return str(page.get("pageNumber") or _number(page["id"]))
    return str(page).rsplit("/", 1)[-1]
