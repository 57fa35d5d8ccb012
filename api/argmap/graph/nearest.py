"""Which things resemble one that is not here."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, QuerySolutions

from argmap.errors import NotFound
from argmap.vocabulary import ID, short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_QUERY = "things/near"
_COUNT = 3


def not_found(graph: ArgumentMap, iri: str) -> NotFound:
    """Return the error for an IRI of which nothing is said, with the things whose short forms resemble it.

    Things of the same sort (`kuperman-1996/claim/…`) come first, then others.
    """
    sort = iri.rpartition("/")[0] + "/"
    alike = get_close_matches(short(iri), _shorts(graph, sort), n=_COUNT, cutoff=0.5)
    return NotFound(short(iri), alike or get_close_matches(short(iri), _shorts(graph, ID), n=_COUNT))


def _shorts(graph: ArgumentMap, start: str) -> list[str]:
    """Return the short forms of the things whose IRIs start so."""
    solutions = cast("QuerySolutions", graph.run(_QUERY, {"start": start}).raw)
    found = [solution["id"] for solution in solutions]
    return [short(node.value) for node in found if isinstance(node, NamedNode)]
