"""From a text that is no query to an error that shows where it ceases to be one, and what would help."""

import re

from argmap.errors import QuerySyntaxError
from argmap.sparql_tokens import place, prologue, tokens
from argmap.store.excerpt import excerpt
from argmap.store.furthest import furthest
from argmap.store.mistake import Mistake, is_torn
from argmap.store.mistakes import at_the_end, at_token

_SURROGATE = re.compile("[\ud800-\udfff]")


def syntax_error(text: str, message: str, base: str | None = None) -> QuerySyntaxError:
    """Return the error for a query text that the engine did not understand.

    `message` is what it said; `base` the IRI that relative ones start from. Asks the engine once more.
    """
    if not message.startswith("error at"):
        return QuerySyntaxError(message, None, None, "")
    found = list(tokens(text))
    index, expected = furthest(found, base)
    if not expected:  # it takes the text as it is laid out: only a space can be wrong
        index = next((n for n in range(1, index) if is_torn(found[n - 1], found[n])), index)
    at = Mistake(text, found, index, expected)
    said, where = at_the_end(at) if index == len(found) else at_token(at)
    return _error(text, found[where].start if where < len(found) else len(text.rstrip()), said)


def unreadable(text: str) -> QuerySyntaxError:
    """Return the error for a text that is refused before the engine sees it.

    It has half a surrogate pair, a string that does not end, or a name of an unknown prefix.
    """
    if half := _SURROGATE.search(text):
        return _error(text, half.start(), "half of a surrogate pair is no letter")
    found = list(tokens(text))
    prefixes, start = prologue(found)
    for index, token in enumerate(found):
        unknown = index >= start and token.kind == "name" and token.text.partition(":")[0] not in prefixes
        if unknown or token.kind == "unread":
            said, where = at_token(Mistake(text, found, index, frozenset()))
            return _error(text, found[where].start, said)
    return _error(text, len(text.rstrip()), "the text ends too early")


def _error(text: str, offset: int, message: str) -> QuerySyntaxError:
    line, column = place(text, offset)
    return QuerySyntaxError(message, line, column, excerpt(text, line, column))
