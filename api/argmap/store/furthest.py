"""Where the engine stopped reading a text, and what it would have taken there.

It tells the furthest letter it looked at, and for a keyword it looks at as many letters as the keyword has:
`SELEC ?x {}` fails at the tenth column, where CONSTRUCT would end. So the tokens are laid out with more room
between them than any keyword takes; then the letter it tells is in the room of the token that is wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

import pyoxigraph

from argmap.sparql_tokens import Token

_ROOM = " " * 20
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_EXPECTED = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\[\]]*\]|[^,]+')
# The engine takes no space in `COALESCE(` and `CONCAT(`, and none inside these signs.
_TOGETHER = frozenset((("COALESCE", "("), ("CONCAT", "("), ("BNODE", "("), ("<<", "("), (")", ">>")))


def furthest(found: Sequence[Token], base: str | None = None) -> tuple[int, frozenset[str]]:
    """Return the index of the token where the engine stops (their number at the end), and what it expected.

    What was expected are keywords, signs in quotation marks, classes of letters in brackets, and sentences;
    nothing if the engine takes the text as it is laid out.
    """
    starts, parts, at = [], [], 0
    for token, following in zip_longest(found, found[1:]):
        text = re.sub(r"[\r\n]", " ", token.text)
        part = text if following and _stay_together(text, following.text) else text + _ROOM
        starts.append(at)
        parts.append(part)
        at += len(part)
    column, expected = _ask("".join(parts), base)
    # An unread rest is one token, and the engine may look for the end of its string up to the end of all.
    ended = column > at and not (found and found[-1].kind == "unread")
    return len(found) if ended else bisect_right(starts, column - 1) - 1, expected


def _stay_together(text: str, following: str) -> bool:
    return (text.upper(), following) in _TOGETHER or (text == "<" and following.startswith("<"))


def _ask(text: str, base: str | None) -> tuple[int, frozenset[str]]:
    if "service" in text.lower():
        text += "\x01"  # never part of a query: whatever comes before it, nothing is evaluated
    try:
        pyoxigraph.Store().query(text, base_iri=base)
    except SyntaxError as error:
        said = _PLACE.fullmatch(str(error))
        if said:
            expected = (each.strip() for each in _EXPECTED.findall(said[3]))
            return int(said[2]), frozenset(each for each in expected if each)
    except RuntimeError:  # laid out it is a query, and calls a function that the engine does not have
        return len(text) + 1, frozenset()
    return len(text) + 1, frozenset()
