"""One line of a text with a caret below a place in it."""

from unicodedata import category, combining, east_asian_width

_BEFORE, _WIDTH = 60, 100


def excerpt(text: str, line: int, column: int) -> str:
    """Return the line with a caret below the column (both from 1); of a long line only what is near."""
    lines = text.split("\n")
    whole = lines[min(line, len(lines)) - 1].removesuffix("\r")
    start = max(0, column - 1 - _BEFORE)
    shown = "".join(map(_shown, whole[start : start + _WIDTH]))
    before = shown[: column - 1 - start].ljust(column - 1 - start)
    return f"{shown}\n{''.join(map(_blank, before))}^"


def _shown(letter: str) -> str:
    """Return a letter as it can stand on one line: what steers a terminal or a text's direction cannot."""
    return letter if letter == "\t" or category(letter) not in _STEERING else "\ufffd"


def _blank(letter: str) -> str:
    """Return white space as wide as a letter, so that the caret stands below its place."""
    if letter == "\t":
        return letter
    if combining(letter) or category(letter) in ("Mn", "Me"):
        return ""
    return "  " if east_asian_width(letter) in "WF" else " "


_STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
