"""From the engine's message about a bad query to one that shows the place."""

import re

from argmap.errors import QuerySyntaxError
from argmap.sparql_tokens import Token, place, prologue, tokens

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# What the grammar calls white space and character classes tells a reader nothing.
_NOISE = re.compile(r"\[[^\]]*\]|\['[^\]]*\]")


def syntax_error(text: str, message: str = "") -> QuerySyntaxError:
    """Return the error for a query text that the engine did not understand."""
    if undeclared := _undeclared(text):
        line, column = place(text, undeclared.start)
        name = undeclared.text.partition(":")[0]
        remedy = f"the prefix {name}: is not declared; add PREFIX {name}: <…> at the top"
        return QuerySyntaxError(remedy, line, column, _excerpt(text, line, column))
    found = _PLACE.fullmatch(message)
    if found is None:
        return QuerySyntaxError(message, None, None, "")
    line, column = int(found[1]), int(found[2])
    return QuerySyntaxError(_told(found[3]), line, column, _excerpt(text, line, column))


def _undeclared(text: str) -> Token | None:
    """Return the first name whose prefix is not declared; the engine does not say which it is."""
    found = list(tokens(text))
    prefixes, start = prologue(found)
    names = (token for token in found[start:] if token.kind == "name")
    return next((token for token in names if token.text.partition(":")[0] not in prefixes), None)


def _told(expected: str) -> str:
    """Return the engine's "expected …" without the alternatives that are mere characters."""
    if not expected.startswith("expected"):
        return expected
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
