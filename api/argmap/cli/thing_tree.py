"""One thing of the graph, with what hangs on it."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.cli.cells import cell
from argmap.cli.things import Thing, branch, words
from argmap.cli.trees import Branch

IN_THE_LINE = {"id", "type", "label", "text", "byline", "year", "onPage", "possiblyOnPage"}


def grow(root: Thing) -> Branch:
    """The branch of a thing: first what is said of it, then the things embedded in it, to the last.

    What hangs on a thing is drawn once, however often the thing comes.
    """
    said = [Branch(words(key), cell(value)) for key, value in _entries(root) if not _is_embedded(value)]
    return branch(root, [*said, *_embedded(root, {root["id"]})])


def _embedded(thing: Thing, drawn: set[str]) -> Iterator[Branch]:
    for key, value in _entries(thing):
        for other in value if isinstance(value, list) else [value]:
            if _is_embedded(other):
                yield _grow(other, words(key), drawn)


def _grow(thing: Thing, via: str, drawn: set[str]) -> Branch:
    if any(_is_embedded(value) for _, value in _entries(thing)):
        if thing["id"] in drawn:
            return branch(thing, via=via, remark="continued above")
        drawn.add(thing["id"])
    return branch(thing, _embedded(thing, drawn), via)


def _entries(thing: Thing) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in thing.items() if key not in IN_THE_LINE)


def _is_embedded(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_is_embedded, value))
    return isinstance(value, Mapping) and "type" in value and "id" in value
