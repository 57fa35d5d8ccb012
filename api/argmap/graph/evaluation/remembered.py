"""The readings of a map, each made once: a map never changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from argmap.graph.evaluation import disputing
from argmap.model.dispute import Dispute
from argmap.reasoning.readings import Reading, read

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

# How many disputes and readings are kept, those that were made last: in a large collection not all fit.
KEPT = 64
_Made = TypeVar("_Made", Dispute, Reading)


def dispute(graph: ArgumentMap, articles: Sequence[str] | None = None) -> Dispute:
    """Return the dispute of these articles (IRIs), or of all there are."""
    return _once(graph, _key(articles), lambda: disputing.dispute(graph, articles))


def reading(
    graph: ArgumentMap,
    reading: str = "structured",
    preferences: str = "none",
    articles: Sequence[str] | None = None,
) -> Reading:
    """Return what the dispute of these articles (IRIs), or of all there are, is read as.

    Raises UsageError for a reading or preferences that are not on offer, and DisputeTooLarge.
    """
    key = (reading, preferences, *_key(articles))
    return _once(graph, key, lambda: read(dispute(graph, articles), reading, preferences))


def _key(articles: Sequence[str] | None) -> tuple[str, ...]:
    return ("all",) if articles is None else ("of", *sorted(set(articles)))


def _once(graph: ArgumentMap, key: tuple[str, ...], make: Callable[[], _Made]) -> _Made:
    made = graph.made
    if key not in made:
        made[key] = make()  # two callers at once make the same twice, and no harm is done
        for oldest in list(made)[:-KEPT]:
            made.pop(oldest, None)
    return cast("_Made", made[key])
