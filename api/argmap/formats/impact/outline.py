"""An outline: headings, and items in items. It is the same in Markdown and as plain text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

# Whatever may begin a mark somewhere in a line of Markdown (CommonMark 0.31.2, 2.4 and 6).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_CONTROLS = {"Cc", "Cf", "Cs"}


@dataclass(frozen=True)
class Entry:
    """One line: a heading of level 1 or 2, or an item of level 3 or, within one of these, 4."""

    level: int
    text: str


def markdown(entries: Iterable[Entry]) -> str:
    """Return the outline as Markdown; the texts are text, whatever they look like."""
    return "\n".join(_lines(entries, _in_markdown)) + "\n"


def text(entries: Iterable[Entry]) -> str:
    """Return the outline as plain text."""
    return "\n".join(_lines(entries, _in_text)) + "\n"


def _lines(entries: Iterable[Entry], written: Callable[[Entry], str]) -> Iterator[str]:
    """Give the lines, with an empty one around every heading."""
    last: Entry | None = None
    for entry in entries:
        if last is not None and min(entry.level, last.level) < 3:
            yield ""
        yield written(entry)
        last = entry


def _in_markdown(entry: Entry) -> str:
    mark = "#" * entry.level if entry.level < 3 else "  " * (entry.level - 3) + "-"
    return mark + " " + _SPECIAL.sub(r"\\\1", _plain(entry.text))


def _in_text(entry: Entry) -> str:
    return "  " * max(0, entry.level - 2) + _plain(entry.text)


def _plain(text: str) -> str:
    """Return a text on one line without control characters: data may come from anywhere."""
    joined = " ".join(text.split())
    return "".join(letter for letter in joined if unicodedata.category(letter) not in _CONTROLS)
