"""Terms as the engine writes them in N-Triples and SPARQL TSV: compared as text, read only where needed.

To let the engine write a whole result takes no longer than to fetch its terms one by one, and answers say
the same terms again and again: what one stands for is worked out once, and remembered.
"""

from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from argmap.formats.context import Context, Key
from argmap.formats.remembered import Remembered
from argmap.formats.values import Term, value


def values(context: Context, key: Key) -> Remembered[Any]:
    """Return what terms are as values of a key."""
    found: Remembered[Any] | None = context.remembered.get(key)
    if found is None:
        found = context.remembered[key] = Remembered(lambda raw: value(context, key, term(raw)))
    return found


def term(raw: str) -> Term:
    """Return the term that a text stands for."""
    if raw[0] == "<" and raw[1] != "<":
        return NamedNode(raw[1:-1])
    if raw[0] == '"' and raw[-1] == '"' and "\\" not in raw:
        return Literal(raw[1:-1])
    line = f"<a:a> <a:a> {raw} ."
    parsed: Term = next(pyoxigraph.parse(line, format=RdfFormat.TURTLE, lenient=True)).object
    return parsed
