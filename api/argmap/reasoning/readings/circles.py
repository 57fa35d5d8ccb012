"""Circles of support: statements that rest on one another."""

from collections.abc import Mapping

from argmap.model.dispute import Dispute
from argmap.model.support import Line
from argmap.reasoning.support.circles import circles
from argmap.reasoning.support.system import of_lines


def inside(dispute: Dispute) -> Mapping[str, frozenset[str]]:
    """Return for each statement in a circle the statements of that circle; others are left out."""
    steps = [
        Line(each.conclusion, argument=iri, grounds=each.premises)
        for iri, each in sorted(dispute.inferences.items())
    ]
    found = circles(of_lines(dispute.statements.keys(), steps))
    return {statement: circle for circle in found for statement in circle}
