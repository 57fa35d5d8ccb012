"""What tells a reference from a sentence that says something."""

import re

from argmap.formats.notes import dates, locators, words
from argmap.formats.notes.apa import HEAD
from argmap.formats.notes.quotes import CLOSE, OPEN, outside
from argmap.formats.notes.styles import Style

_IMPRINT = re.compile(rf"\([^()]*\b{dates.YEAR}[a-z]?\)")
_TITLE_IN_MARKS = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}[,.]?\s*(?:,|in\b|dans\b|$|[A-ZÀ-Þ\d])")
_LOCATOR_AT_END = re.compile(r",\s*(?P<last>[^,()]+)\.?$")
_YEAR_HEAD = re.compile(rf".*\({dates.YEAR}[a-z]?\)\.")


def says_something(text: str) -> bool:
    """Whether a verb stands outside of the titles: then the text is a sentence."""
    bare = re.sub(r"\([^()]*\)", " ", outside(text))
    return any(word in words.VERBS for word in re.findall(r"[\w'’]+", bare.replace("’", "'")))


def is_reference_like(text: str) -> bool:
    """Whether there is a sign of a reference: an imprint, a locator, a title in marks, a date."""
    return bool(
        _IMPRINT.search(text)
        or has_locator(text)
        or _TITLE_IN_MARKS.search(text)
        or HEAD.match(text)
        or dates.find(outside(text))
        or re.search(rf",[^,]*\b{dates.YEAR}$", text.strip(" ."))
        or words.SYMBOL.search(text)
        or words.PRESENTED.search(text)
    )


def has_imprint(text: str) -> bool:
    """Whether a place or publisher and a year stand in brackets: no sentence has that."""
    return bool(re.search(rf"\([^()]+[:,] [^()]*{dates.YEAR}\)", text) or HEAD.match(text))


def runs_on(text: str, style: Style) -> bool:
    """Whether most words are small, as in a sentence; English titles have capitals."""
    if style.name in {"german", "french"}:
        return False
    found = [
        word
        for word in re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"\([^()]*\)", " ", outside(text)))
        if len(word) > 3
    ]
    return len(found) > 5 and sum(word[0].islower() for word in found) > 0.5 * len(found)


def is_strong(text: str) -> bool:
    """Whether the sign is one that sentences do not have."""
    return has_imprint(text) or has_locator(text)


def has_locator(text: str) -> bool:
    """Whether the text ends in a locator."""
    match = _LOCATOR_AT_END.search(text.strip(" .") if not re.search(r"\bff?\.$", text) else text)
    return bool(match and locators.is_locator(match["last"].strip())) or locators.has_worded(text[-25:])


def is_open(text: str) -> bool:
    """Whether a reference may go on after the full stop that ends this text."""
    if _YEAR_HEAD.fullmatch(text):
        return True
    return not (
        dates.years(text) or has_locator(text) or words.IBID.search(text) or words.OP_CIT.search(text)
    )
