"""Which things resemble one that is not here."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, QuerySolutions

from argmap.errors import NotFound
from argmap.vocabulary import ID, short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_QUERY = "things/near"
_COUNT = 3
_DIGITS = 9  # longer ones are no numbers of notes or pages
_KINDS = {"footnote": "note"}  # as readers call them


def not_found(graph: ArgumentMap, iri: str) -> NotFound:
    """Return the error for an IRI of which nothing is said, with the things whose short forms resemble it.

    Things of the same sort (`kuperman-1996/claim/…`) come first, then those of the article that have the same
    last part (`…/footnote/22` for `…/22`), then others of the same depth. Of numbered things the nearest are
    those with the nearest numbers, and the error says which numbers there are.
    """
    thing, sort = short(iri), iri.rpartition("/")[0] + "/"
    siblings = [other for other in _shorts(graph, sort) if other.count("/") == thing.count("/")]
    numbers = sorted(int(other.rpartition("/")[2]) for other in siblings if _is_numbered(other))
    if numbers and _is_numbered(thing):
        return _not_numbered(thing, numbers)
    alike = get_close_matches(thing, siblings, n=_COUNT, cutoff=0.5)
    return NotFound(thing, alike or _cousins(graph, thing) or _any(graph, thing))


def _not_numbered(thing: str, numbers: Sequence[int]) -> NotFound:
    """Return the error for a number that is not here, such as note 99."""
    sort, _, last = thing.rpartition("/")
    nearest = sorted(numbers, key=lambda number: abs(number - int(last)))[:_COUNT]
    article, _, kind = sort.rpartition("/")
    kind = _KINDS.get(kind, kind)
    there = f"{article} has {kind}s {numbers[0]}–{numbers[-1]}."
    return NotFound(thing, [f"{sort}/{number}" for number in nearest], there)


def _cousins(graph: ArgumentMap, thing: str) -> list[str]:
    """Return what has the same article and last part, notes first: its sort was left out, or is another."""
    article, _, _ = thing.partition("/")
    last = thing.rpartition("/")[2]
    own = _shorts(graph, f"{ID}{article}/") if article != thing else []
    found = [other for other in own if other.endswith(f"/{last}")]
    return sorted(found, key=lambda other: "/footnote/" not in other)[:_COUNT]


def _any(graph: ArgumentMap, thing: str) -> list[str]:
    """Return what has a short form like this, and as many parts: for an article only articles."""
    same = [other for other in _shorts(graph, ID) if other.count("/") == thing.count("/")]
    return get_close_matches(thing, same, n=_COUNT)


def _is_numbered(thing: str) -> bool:
    last = thing.rpartition("/")[2]
    return last.isascii() and last.isdigit() and len(last) < _DIGITS


def _shorts(graph: ArgumentMap, start: str) -> list[str]:
    """Return the short forms of the things whose IRIs start so."""
    solutions = cast("QuerySolutions", graph.run(_QUERY, {"start": start}).raw)
    found = [solution["id"] for solution in solutions]
    return [short(node.value) for node in found if isinstance(node, NamedNode)]
