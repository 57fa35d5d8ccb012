"""What a change makes of a dispute: a table of small ones, and what holds of any."""

from argmap.model.change import Change
from argmap.model.dispute import Dispute, Inference, Objection, Statement
from argmap.reasoning.readings.changes import ASSUMPTION, changed, directed_at, going

CITED = Statement("cited", frozenset({"book"}))
TWICE = Statement("twice", frozenset({"book", "diary"}))
BOTH = Statement("both", frozenset({"book"}), certainty="possible")
ARGUED = Statement("argued")
SAID = Statement("said")

DISPUTE = Dispute(
    {each.iri: each for each in (CITED, TWICE, BOTH, ARGUED, SAID)},
    {
        "for-both": Inference("for-both", frozenset({"said"}), "both"),
        "for-argued": Inference("for-argued", frozenset({"cited"}), "argued"),
    },
    {
        "against-step": Objection("against-step", frozenset({"said"}), "for-argued", "inference"),
        "against-attack": Objection("against-attack", frozenset({"twice"}), "against-step", "inference"),
        "against-said": Objection("against-said", frozenset({"twice"}), "said", "premise"),
    },
)
BOOK = {iri: frozenset({"book"}) for iri in ("cited", "twice", "both")}


def given(dispute: Dispute) -> set[str]:
    return {iri for iri in dispute.statements if dispute.is_given(iri)}


def test_what_is_given_at_first() -> None:
    assert given(DISPUTE) == {"cited", "twice", "both", "said"}


def test_a_statement_without_its_last_source_is_given_no_more() -> None:
    without = changed(DISPUTE, Change(lost=BOOK))
    assert given(without) == {"twice", "said"}
    assert without.statements["twice"].sources == {"diary"}
    assert without.concluding == DISPUTE.concluding


def test_a_statement_that_loses_its_argument_is_not_given_for_that() -> None:
    assert given(changed(DISPUTE, Change(withdrawn=frozenset({"for-argued"})))) == given(DISPUTE)


def test_a_cited_statement_that_loses_its_argument_is_given_still() -> None:
    assert "both" in given(changed(DISPUTE, Change(withdrawn=frozenset({"for-both"}))))


def test_a_withdrawn_statement_is_neither_given_nor_concluded() -> None:
    without = changed(DISPUTE, Change(withdrawn=frozenset({"both", "argued"})))
    assert given(without) == {"cited", "twice", "said"}
    assert without.concluding == {}


def test_what_is_directed_against_what_goes_goes_with_it() -> None:
    assert going(DISPUTE, {"argued"}) == {"argued", "for-argued", "against-step", "against-attack"}
    assert going(DISPUTE, {"against-step"}) == {"against-step", "against-attack"}
    assert going(DISPUTE, {"for-both", "a work, which is no part"}) == {"for-both"}


def test_what_rests_on_a_withdrawn_statement_stays_to_be_judged() -> None:
    without = changed(DISPUTE, Change(withdrawn=frozenset({"said"})))
    assert without.inferences.keys() == DISPUTE.inferences.keys()
    assert "against-step" in without.objections
    assert "against-said" not in without.objections


def test_what_is_assumed_is_given_whatever_is_withdrawn() -> None:
    change = Change(lost=BOOK, assumed=frozenset({"argued", "both"}))
    assumed = changed(DISPUTE, change)
    assert given(assumed) == {"twice", "said", "argued", "both"}
    assert assumed.statements["both"] == Statement("both", frozenset({ASSUMPTION}), "asserted")
    assert assumed.objections == DISPUTE.objections


def test_an_added_attack_is_one_more() -> None:
    own = Objection("new", frozenset({"said"}), "said", directed_at(DISPUTE, "said"))
    attacked = changed(DISPUTE, Change(added=(own,)))
    assert attacked.objections == {**DISPUTE.objections, "new": own}
    assert own.on == "premise"
    assert directed_at(DISPUTE, "argued") == "conclusion"
    assert directed_at(DISPUTE, "for-both") == directed_at(DISPUTE, "against-said") == "inference"


def test_an_empty_change_gives_the_very_same_dispute() -> None:
    assert changed(DISPUTE, Change()) is DISPUTE
    assert changed(DISPUTE, Change(lost={"said": frozenset({"book"})})) is DISPUTE


def test_the_dispute_that_is_changed_stays_as_it_is() -> None:
    before = repr(DISPUTE)
    changed(DISPUTE, Change(BOOK, frozenset({"said", "for-both"}), frozenset({"twice"})))
    assert repr(DISPUTE) == before
