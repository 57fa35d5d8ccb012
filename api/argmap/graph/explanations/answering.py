"""From a bound query to the answer: the dispute in a reading, what forces the label, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import QueryTriples

from argmap.catalogue.query_file import BoundQuery
from argmap.errors import BadParameter, ContractError
from argmap.formats.explanations import explanation_csv, explanation_outline
from argmap.formats.impact import text
from argmap.graph import evaluation
from argmap.graph.explanations.described import Described
from argmap.graph.explanations.document import document
from argmap.graph.explanations.report import ExplanationReport
from argmap.graph.explanations.steps import steps, things
from argmap.graph.impact import dataset
from argmap.graph.nearest import not_found
from argmap.reasoning.acceptability.explaining import Explanation, explain
from argmap.reasoning.readings import Reading
from argmap.vocabulary import ID, short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

SECONDS = 10.0  # at most, if nobody says


def explanation_answer(
    graph: ArgumentMap, bound: BoundQuery, most_seconds: float = SECONDS
) -> ExplanationReport:
    """Answer why the thing that a query is bound to stands as it does.

    Args:
        graph: the map that is asked.
        bound: the query; `semantics`, `reading`, `preferences` and `seconds` are among what it is bound to.
        most_seconds: how long it may take at most, whatever `seconds` are asked for.

    Raises:
        NotFound: the thing is not here, or not of the kind that the query is about.
        BadParameter: it has no part in the dispute, as a question has not.
    """
    thing = _thing(graph, bound)
    asked = _asked(bound, most_seconds)
    article = [ID + short(thing).split("/")[0]]
    dispute = evaluation.dispute(graph, article)
    reading = evaluation.reading(graph, asked["reading"], asked["preferences"], article)
    if thing not in reading.framework.arguments:
        raise BadParameter(bound.query.root or "", f"{short(thing)} has no part in the dispute.")
    found = explain(
        reading.framework, thing, asked["semantics"], seconds=asked["seconds"], things=_things(reading)
    )
    labels = things(reading, dispute, found)
    told = steps(reading, dispute, found)
    described = Described(graph, dispute, {*labels, thing})
    return _report(
        graph,
        bound,
        document(thing, asked, found, told, labels, dispute, described),
        described.triples,
        found,
    )


def _thing(graph: ArgumentMap, bound: BoundQuery) -> str:
    root = bound.root
    if root is None:
        raise ContractError(bound.query.file, f"shape {bound.query.shape} needs a root")
    if next(cast("QueryTriples", graph.store.query(bound.text)), None) is None:
        raise not_found(graph, root)
    return root


def _asked(bound: BoundQuery, most_seconds: float) -> dict[str, Any]:
    values = {name: bound.terms[name].value for name in ("semantics", "reading", "preferences")}
    wanted = int(bound.terms["seconds"].value)
    if wanted < 1:
        raise BadParameter("seconds", f'"{wanted}" is too little; give 1 or more.')
    return {**values, "seconds": wanted if wanted <= most_seconds else most_seconds}


def _things(reading: Reading) -> Mapping[str, str]:
    """Return what each point is a point of: the smallest explanation has to do with the fewest things."""
    return {name: point.thing for name, point in reading.points.items()}


def _report(
    graph: ArgumentMap, bound: BoundQuery, said: dict[str, Any], triples: bytes, found: Explanation
) -> ExplanationReport:
    said["dataset"] = dataset(graph)
    said["explanation"]["text"] = text(explanation_outline(said))
    return ExplanationReport(
        bound,
        said,
        constructed=triples,
        silences=graph.context.silences,
        as_csv=explanation_csv,
        outline=explanation_outline,
        lasting=found.finished and not found.hurried,
    )
