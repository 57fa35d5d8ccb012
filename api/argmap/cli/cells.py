"""A value of an answer in a few words."""

from collections.abc import Mapping
from typing import Any

from argmap.cli.places import place
from argmap.vocabulary import short


def cell(value: Any) -> str:
    """A thing by its label or short form and its pages; several values apart by semicolons."""
    if isinstance(value, Mapping):
        return _thing(value)
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else short(str(value))


def _thing(value: Mapping[str, Any]) -> str:
    name = next((value[key] for key in ("label", "@value", "id") if key in value), list(value.values()))
    return f"{cell(name)} ({place(value)})" if place(value) else cell(name)
