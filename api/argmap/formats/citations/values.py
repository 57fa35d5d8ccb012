"""Values of JSON-LD objects, which are one or many."""

from collections.abc import Mapping
from typing import Any

Thing = Mapping[str, Any]


def listed(value: Any) -> list[Any]:
    """Return the values of a key: none, one or many."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def first(value: Any) -> Any:
    """Return the first value of a key, or None."""
    return next(iter(listed(value)), None)


def text(value: Any) -> str:
    """Return the first value of a key as text in one line."""
    found = first(value)
    return "" if found is None else " ".join(str(found).split())
