"""What stands in an abstract argumentation framework; `docs/solving.md` holds the definitions."""

from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability.asking import accepted
from argmap.reasoning.acceptability.clock import SECONDS
from argmap.reasoning.acceptability.extensions import MOST, extensions
from argmap.reasoning.acceptability.fixpoint import grounded_labels
from argmap.reasoning.acceptability.numbered import numbered
from argmap.reasoning.acceptability.results import SEMANTICS, Acceptance, Answer, Extensions, Standings
from argmap.reasoning.acceptability.standing import standing

__all__ = [
    "MOST",
    "SECONDS",
    "SEMANTICS",
    "Acceptance",
    "Answer",
    "Extensions",
    "Standings",
    "accepted",
    "extensions",
    "grounded",
    "standing",
]


def grounded(framework: Framework) -> dict[str, Label]:
    """Return the label of each argument in the grounded labelling, in linear time."""
    return dict(zip(framework.arguments, grounded_labels(numbered(framework)), strict=True))
