"""What stands in a dispute as it is, and as it is supposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from argmap.graph import evaluation
from argmap.graph.what_if.wanted import Wanted
from argmap.model.change import Change
from argmap.model.dispute import Dispute
from argmap.model.framework import Label
from argmap.reasoning.acceptability import Standings, standing
from argmap.reasoning.readings import read
from argmap.reasoning.readings.causes import Compared
from argmap.reasoning.readings.changes import changed

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_LEAST_SECONDS = 0.001


@dataclass(frozen=True)
class Judgement:
    """The labels before and after; none, and `unfinished` says why, where the search came to no end."""

    compared: Compared
    unfinished: str = ""
    without_extension: tuple[bool, bool] = (False, False)


def judged(graph: ArgumentMap, dispute: Dispute, change: Change, wanted: Wanted, seconds: float) -> Judgement:
    """Return what stands in a dispute, and in what a change makes of it, within so many seconds for both."""
    end = monotonic() + seconds
    reading = evaluation.reading(graph, wanted.reading, wanted.preferences, [wanted.article])
    before = standing(reading.framework, wanted.semantics, seconds=seconds)
    supposed = changed(dispute, change)
    after = before
    if supposed is not dispute and before.finished:
        framework = read(supposed, wanted.reading, wanted.preferences).framework
        after = standing(framework, wanted.semantics, seconds=max(_LEAST_SECONDS, end - monotonic()))
    if not (before.finished and after.finished):
        return Judgement(
            Compared(dispute, supposed, change, {}, {}), f"it takes more than {seconds:g} seconds"
        )
    labels = _of_things(dispute, before), _of_things(supposed, after)
    compared = Compared(dispute, supposed, change, *labels, wanted.reading, wanted.preferences)
    return Judgement(compared, without_extension=(before.count_is_zero, after.count_is_zero))


def _of_things(dispute: Dispute, found: Standings) -> Mapping[str, Label]:
    """Return the labels of statements, arguments and attacks, without those of points that help."""
    things = (*dispute.statements, *dispute.inferences, *dispute.objections)
    return {iri: found.labels[iri] for iri in things if iri in found.labels}
