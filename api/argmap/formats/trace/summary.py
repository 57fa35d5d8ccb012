"""How much a trace holds, in one line."""

from collections.abc import Iterator, Mapping
from typing import Any

Hop = Mapping[str, Any]

# By the key that only such hops have.
_KINDS = {"noteNumber": "note", "text": "statement", "citationText": "work"}


def summary(document: Hop) -> str:
    """Return how many paths, notes, statements and works there are below the root: `5 paths, 2 notes`."""
    found: dict[str, set[str]] = {key: set() for key in _KINDS}
    for hop in _below(document):
        for key in _KINDS.keys() & hop.keys():
            found[key].add(hop["id"])
    counts = [(document["total"], "path"), *((len(found[key]), kind) for key, kind in _KINDS.items())]
    line = ", ".join(f"{count:,} {kind}{'' if count == 1 else 's'}" for count, kind in counts if count)
    return f"{line}; there are more than are shown" if document.get("truncated") else line


def _below(document: Hop) -> Iterator[Hop]:
    waiting = [document]
    while waiting:
        hops = waiting.pop().get("hops", ())
        yield from hops
        waiting += hops
