"""An outline: headings, and items in items. It is the same in Markdown and as plain text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from argmap.vocabulary import short

# Whatever may begin a mark somewhere in a line of Markdown (CommonMark 0.31.2, 2.4 and 6).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_ANGLES = re.compile(r"[<>\s]")
_CONTROLS = {"Cc", "Cf", "Cs"}


@dataclass(frozen=True)
class Link:
    """A thing by what it is called or says; before it stands of what kind it is, if that is told."""

    words: str
    iri: str
    kind: str = ""


Part = str | Link


@dataclass(frozen=True)
class Entry:
    """One line: a heading of level 1 or 2, an item of level 3 or, in one of these, 4; of level 0, text."""

    level: int
    parts: Sequence[Part]


def entry(level: int, *parts: Part) -> Entry:
    """Return a line of these parts."""
    return Entry(level, parts)


def joined(several: Iterable[Sequence[Part]], between: str = ", ") -> list[Part]:
    """Return parts one after another, with something between them."""
    found: list[Part] = []
    for parts in several:
        found += [between, *parts] if found else parts
    return found


def plain(parts: Iterable[Part]) -> str:
    """Return parts as plain text: a thing has its short form behind it."""
    return _plain("".join(part if isinstance(part, str) else _short(part) for part in parts))


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
    return (f"{mark} " if entry.level else "") + "".join(map(_marked, entry.parts)).strip()


def _marked(part: Part) -> str:
    """Return a part in Markdown: in a link, a kind is what is linked, or else what the thing is called."""
    if isinstance(part, str):
        return _escaped(part)
    target = f"(<{_ANGLES.sub('', part.iri)}>)"
    return (
        f"[{_escaped(part.kind)}]{target}: {_escaped(part.words)}"
        if part.kind
        else (f"[{_escaped(part.words)}]{target}")
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _plain(text))


def _in_text(entry: Entry) -> str:
    return "  " * max(0, entry.level - 2) + plain(entry.parts)


def _short(link: Link) -> str:
    kind = f"{link.kind}: " if link.kind else ""
    words = link.words if link.words == short(link.iri) else f"{link.words} [{short(link.iri)}]"
    return kind + words


def _plain(text: str) -> str:
    """Return a text without line ends and control characters: data may come from anywhere."""
    on_one_line = re.sub(r"\s+", " ", text)
    return "".join(letter for letter in on_one_line if unicodedata.category(letter) not in _CONTROLS)
