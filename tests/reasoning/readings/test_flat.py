"""The flat reading attacks whatever follows from the relations of bipolar frameworks, and nothing else."""

import pytest
from hypothesis import given, settings
from tests.reasoning.readings import by_relations
from tests.reasoning.readings.disputes import disputes
from tests.reasoning.readings.test_structured import EXACT, standings

from argmap.model.dispute import Dispute, Inference, Objection, Statement
from argmap.reasoning.acceptability import grounded
from argmap.reasoning.readings import PREFERENCES, read


@pytest.mark.parametrize("semantics", EXACT)
@pytest.mark.parametrize("preferences", PREFERENCES)
@settings(max_examples=300, deadline=None)
@given(dispute=disputes())
def test_attacks_are_those_that_follow(semantics: str, preferences: str, dispute: Dispute) -> None:
    expected = by_relations.standings(dispute, semantics, preferences == "last-link")
    assert standings(read(dispute, "flat", preferences), dispute, semantics) == expected


def test_a_statement_is_not_lost_with_the_arguments_for_it() -> None:
    dispute = Dispute(
        {name: Statement(name) for name in ("ground", "claim", "objection")},
        {"step": Inference("step", frozenset({"ground"}), "claim")},
        {"attack": Objection("attack", frozenset({"objection"}), "ground", "premise")},
    )
    labels = grounded(read(dispute, "flat").framework)
    assert (labels["ground"], labels["step"], labels["claim"]) == ("out", "out", "in")
    labels = grounded(read(dispute, "structured").framework)
    assert (labels["ground"], labels["step"], labels["claim"]) == ("out", "out", "out")
