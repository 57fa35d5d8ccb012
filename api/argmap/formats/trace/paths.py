"""The paths of a trace, one by one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Hop = Mapping[str, Any]


def paths(document: Hop) -> Iterator[tuple[Hop, ...]]:
    """Yield the paths of a document, each as its hops from below the root to its end."""
    waiting: list[tuple[Hop, ...]] = [(hop,) for hop in reversed(_hops(document))]
    while waiting:
        path = waiting.pop()
        onward = _hops(path[-1])
        if not onward:
            yield path
        waiting += [(*path, hop) for hop in reversed(onward)]


def _hops(thing: Hop) -> Sequence[Hop]:
    return thing.get("hops") or ()
