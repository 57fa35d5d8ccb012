"""Every thing is told under its own label, in disputes of every shape: circles, several makers, strengths."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.readings.disputes import disputes

from argmap.graph.explanations.standings import completed, supported
from argmap.graph.explanations.step import Step
from argmap.graph.explanations.steps import steps, things
from argmap.model.dispute import Dispute
from argmap.reasoning.acceptability import standing
from argmap.reasoning.acceptability.explaining import explain
from argmap.reasoning.readings import PREFERENCES, READINGS, Reading, read


def told(dispute: Dispute, reading: Reading, thing: str) -> tuple[Step, dict[str, str]]:
    names = {name: point.thing for name, point in reading.points.items()}
    found = explain(reading.framework, thing, seconds=0.2, things=names)
    (top,) = steps(reading, dispute, found)
    return top, {**things(reading, dispute, found)}


@given(disputes(), st.sampled_from(READINGS), st.sampled_from(PREFERENCES), st.data())
@settings(max_examples=400, deadline=None)
def test_what_is_told_of_a_thing_is_how_it_stands(
    dispute: Dispute, kind: str, preferences: str, data: st.DataObject
) -> None:
    reading = read(dispute, kind, preferences)
    labels = standing(reading.framework, "grounded").labels
    everything = sorted({*dispute.statements, *dispute.inferences, *dispute.objections})
    top, nodes = told(dispute, reading, data.draw(st.sampled_from(everything)))
    assert nodes == {thing: labels[thing] for thing in nodes}
    for step in top.each():
        name = f"given:{step.thing}" if step.role == "given" else step.thing
        assert step.label == labels[name], step
        assert step.apart != step.label
        assert step.role == "given" or step.thing in nodes


@given(disputes(), st.sampled_from(READINGS), st.sampled_from(PREFERENCES))
@settings(max_examples=100, deadline=None)
def test_what_follows_from_nothing_is_the_grounded_labelling(
    dispute: Dispute, kind: str, preferences: str
) -> None:
    framework = read(dispute, kind, preferences).framework
    assert completed(framework, {}) == standing(framework, "grounded").labels


@given(disputes())
@settings(max_examples=100, deadline=None)
def test_what_is_supported_stands_where_nobody_objects(dispute: Dispute) -> None:
    quiet = Dispute(dispute.statements, dispute.inferences, {})
    labels = standing(read(quiet).framework, "grounded").labels
    assert supported(dispute) == {iri for iri in dispute.statements if labels[iri] == "in"}
