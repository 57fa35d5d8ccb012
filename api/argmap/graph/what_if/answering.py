"""What would be, if something were supposed: asked of a graph, which stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import BadBody, NotFoundAt
from argmap.graph import evaluation
from argmap.graph.impact import dataset
from argmap.graph.nearest import not_found
from argmap.graph.what_if.document import document
from argmap.graph.what_if.judging import judged
from argmap.graph.what_if.supposing import supposed
from argmap.graph.what_if.things import Object, Things
from argmap.graph.what_if.wanted import Wanted
from argmap.vocabulary import short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

SECONDS = 10.0


def what_if(graph: ArgumentMap, wanted: Wanted, seconds: float = SECONDS) -> Object:
    """Return which labels of an article's dispute change, and why, if something is supposed.

    Nothing is written: the dispute is read from the graph, and another is made of it.

    Args:
        graph: the map that is asked.
        wanted: what is supposed, and how it is to be judged.
        seconds: how long it may take to find what stands, in all.

    Returns:
        The document that `docs/what-if.md` defines. Where the time is up it says so, and tells no label.

    Raises:
        NotFoundAt: a thing is not here.
        BadBody: a thing cannot be supposed so.
    """
    named = Things(graph, _named(wanted))
    _refuse_no_article(graph, named, wanted.article)
    dispute = evaluation.dispute(graph, [wanted.article])
    what = supposed(graph, dispute, named, wanted)
    judgement = judged(graph, dispute, what.change, wanted, seconds)
    return {**document(graph, wanted, what, judgement), "dataset": dataset(graph)}


def _named(wanted: Wanted) -> list[str]:
    ends = [iri for attack in wanted.attacks for iri in attack]
    return [wanted.article, *wanted.withdraw, *wanted.assume, *ends]


def _refuse_no_article(graph: ArgumentMap, named: Things, article: str) -> None:
    if article not in named:
        raise NotFoundAt("#/article", not_found(graph, article))
    if not named.is_a("Article", article):
        raise BadBody("#/article", f'"{short(article)}" is no article; give one like kuperman-1996.')
