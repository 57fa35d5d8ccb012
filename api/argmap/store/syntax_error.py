"""From the engine's message about a bad query to one that shows the place."""

import re

from argmap.errors import QuerySyntaxError

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# What the grammar calls white space and character classes tells a reader nothing.
_NOISE = re.compile(r"\[[^\]]*\]|\['[^\]]*\]")


def syntax_error(text: str, message: str) -> QuerySyntaxError:
    """Return the error for a query text that the engine did not understand."""
    found = _PLACE.fullmatch(message)
    if found is None:
        return QuerySyntaxError(message, None, None, "")
    line, column = int(found[1]), int(found[2])
    return QuerySyntaxError(_told(found[3]), line, column, _excerpt(text, line, column))


def _told(expected: str) -> str:
    """Return the engine's "expected …" without the alternatives that are mere characters."""
    if not expected.startswith("expected"):
        return expected
    if "Prefix not found" in expected:
        return "this prefix is not declared; add PREFIX at the top"
    names = re.findall(
        r"[A-Za-z_]{2,}", _NOISE.sub(" ", expected).removeprefix("expected").replace("one of", " ")
    )
    words = sorted({name for name in names if name.isupper()})
    return (
        f"not SPARQL from here on; expected one of {', '.join(words)}" if words else "not SPARQL from here on"
    )


def _excerpt(text: str, line: int, column: int) -> str:
    """Return the line with a caret below the column; of a long line only what is near."""
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].replace("\t", " ")
    start = max(0, column - 61)
    return f"{shown[start : start + 100]}\n{' ' * (column - 1 - start)}^"
