"""The chart of eight cases, against the two paragraphs that it is reconstructed from."""

import pytest
from pyoxigraph import Store
from tests.data.asking import ID, Cell, column


def conditions(store: Store, relation: str, statement: str) -> set[Cell]:
    """The cases that stand in the relation (caseAssumes, caseDenies …) to the statement."""
    iri = f"<{ID}kuperman-1996/{statement}>"
    return set(column(store, f"SELECT ?n {{ ?case am:{relation} {iri} ; am:caseNumber ?n }}"))


@pytest.mark.parametrize(
    "condition",
    [
        "assumption/mediators-appreciated-extremists",
        "assumption/mediators-thought-president-extremist",
        "assumption/president-was-extremist",
    ],
)
def test_a_case_assumes_or_denies_a_condition_or_leaves_it_open(text: Store, condition: str) -> None:
    relations = ("caseAssumes", "caseDenies", "caseLeavesOpen")
    cases = [case for relation in relations for case in conditions(text, relation, condition)]
    assert sorted(int(case or 0) for case in cases) == list(range(1, 9))


def test_errors_of_judgment_are_the_cases_of_paragraph_33(text: Store) -> None:
    saw = conditions(text, "caseAssumes", "assumption/mediators-appreciated-extremists")
    suspected = conditions(text, "caseAssumes", "assumption/mediators-thought-president-extremist")
    assert (saw, suspected) == ({1, 3, 5, 7}, {3, 4, 5, 6})
    assert conditions(text, "caseImplies", "claim/mediators-erred-in-judgment") == saw | suspected


def test_failures_of_intelligence_are_the_cases_of_paragraph_34(text: Store) -> None:
    blind = conditions(text, "caseDenies", "assumption/mediators-appreciated-extremists")
    trusted = conditions(text, "caseDenies", "assumption/mediators-thought-president-extremist")
    deceived = trusted & conditions(text, "caseAssumes", "assumption/president-was-extremist")
    assert (blind, deceived) == ({2, 4, 6, 8}, {7, 8})
    assert conditions(text, "caseImplies", "claim/mediators-failed-in-intelligence") == blind | deceived


def test_the_text_leaves_the_president_undecided_in_four_cases(text: Store) -> None:
    assert conditions(text, "caseLeavesOpen", "assumption/president-was-extremist") == {3, 4, 5, 6}
