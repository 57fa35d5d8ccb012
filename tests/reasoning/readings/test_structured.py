"""The points of the structured reading have the labels that its lines of reasoning give them."""

import pytest
from hypothesis import assume, given, settings
from tests.reasoning.readings.by_derivations import Derivations, Standing, TooMany, labellings
from tests.reasoning.readings.disputes import disputes

from argmap.model.dispute import Dispute
from argmap.reasoning.readings import PREFERENCES, Reading, read

# Those under which points and lines of reasoning agree; `docs/acceptability.md` shows why.
EXACT = ("grounded", "complete", "preferred", "stable", "ideal")


def standings(reading: Reading, dispute: Dispute, semantics: str) -> set[Standing]:
    things = sorted((*dispute.statements, *dispute.inferences, *dispute.objections))
    found = labellings(reading.framework, semantics)
    return {tuple((thing, labels[thing]) for thing in things) for labels in found}


@pytest.mark.parametrize("semantics", EXACT)
@pytest.mark.parametrize("preferences", PREFERENCES)
@settings(max_examples=500, deadline=None)
@given(dispute=disputes())
def test_points_stand_as_lines_of_reasoning_do(semantics: str, preferences: str, dispute: Dispute) -> None:
    derivations = Derivations(dispute, weighed=preferences == "last-link")
    try:
        expected = derivations.standings(semantics)
    except TooMany:
        assume(False)
    assert standings(read(dispute, "structured", preferences), dispute, semantics) == expected
