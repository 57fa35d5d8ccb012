"""A reference → its fields: what commas part, with quoted titles and brackets as fields of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.formats.notes import dates
from argmap.formats.notes.quotes import CLOSE, OPEN, unmarked

_COMMA = "\ue002"  # stands for a comma at which nothing is parted
_PAIRS = {"(": ")", "[": "]", OPEN: CLOSE}


@dataclass(frozen=True)
class Field:
    """A part of a reference: `text`, `quoted` or `paren`."""

    form: str
    text: str


def fields(text: str) -> list[Field]:
    """The fields of a marked text, in order."""
    hidden = dates.hide_commas(text, _COMMA)
    for suffix in ("Jr", "Sr", "II", "III", "IV"):
        hidden = hidden.replace(f", {suffix}", f"{_COMMA} {suffix}")
    parts = (Field(form, _tidy(part)) for form, part in _parts(hidden))
    return [field for field in parts if field.text]


def rejoined(parts: list[Field]) -> str:
    """The fields as one text again."""
    return ", ".join(f"({part.text})" if part.form == "paren" else part.text for part in parts)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    closed = _closed(text)
    start = at = 0
    while at < len(text):
        end = closed.get(at)
        if end:
            yield "text", text[start:at]
            yield "quoted" if text[at] == OPEN else "paren", text[at + 1 : end]
            start = at = end + 1
        elif text[at] == ",":
            yield "text", text[start:at]
            start = at = at + 1
        else:
            at += 1
    yield "text", text[start:]


def _closed(text: str) -> dict[int, int]:
    """Where each bracket or mark that opens is closed; those that never are stand for themselves."""
    found: dict[int, int] = {}
    for opening, closing in _PAIRS.items():
        waiting: list[int] = []
        for at, character in enumerate(text):
            if character == opening:
                waiting.append(at)
            elif character == closing and waiting:
                found[waiting.pop()] = at
    return found


def _tidy(part: str) -> str:
    return unmarked(part.replace(_COMMA, ",").strip().strip(",").strip())
