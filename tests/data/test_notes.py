"""The notes, the markers that call them, and the two that print a wrong number."""

import pytest
from pyoxigraph import Store
from tests.data.asking import ID, column, rows


def test_a_note_is_called_or_its_marker_is_lost_but_never_both(text: Store) -> None:
    called = set(column(text, "SELECT ?n { ?marker am:marksNote/am:noteNumber ?n }"))
    lost = set(column(text, "SELECT ?n { ?note am:markerLostIn ?lacuna ; am:noteNumber ?n }"))
    assert called | lost == set(range(1, 36))
    assert not called & lost


@pytest.mark.parametrize(
    ("lacuna", "notes"),
    [
        ("three-sectors", [12, 13]),
        ("arusha-principles", [16, 17, 18, 19, 20, 21]),
        ("chart-of-cases", []),
        ("measures", [27, 28, 29, 30, 31, 32, 33, 34, 35]),
    ],
)
def test_the_markers_of_these_notes_went_with_the_lacuna(text: Store, lacuna: str, notes: list[int]) -> None:
    place = f"<{ID}kuperman-1996/lacuna/{lacuna}>"
    assert column(text, f"SELECT ?n {{ ?x am:markerLostIn {place} ; am:noteNumber ?n }} ORDER BY ?n") == notes


def test_two_markers_print_a_wrong_number_and_say_why(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?marker ?printed ?own (COUNT(?evidence) AS ?count)
        { ?marker am:printedNumber ?printed ; am:marksNote/am:noteNumber ?own ;
            am:correctionReason ?why ; am:correctionEvidence ?evidence }
        GROUP BY ?marker ?printed ?own ORDER BY ?own""",
    )
    assert [row[:3] for row in found] == [("marker/231-13", 13, 23), ("marker/234-16", 16, 26)]
    assert all(int(row[3] or 0) > 3 for row in found)


def test_every_other_marker_prints_the_number_of_its_note(text: Store) -> None:
    found = column(
        text,
        """SELECT ?marker { ?marker am:printedNumber ?printed ; am:marksNote/am:noteNumber ?own
        FILTER(?printed != ?own) FILTER NOT EXISTS { ?marker am:correctionReason ?why } }""",
    )
    assert found == []


def test_markers_stand_in_the_order_of_their_notes(text: Store) -> None:
    notes = column(
        text,
        "SELECT ?n { ?x am:bearsMarker/am:marksNote/am:noteNumber ?n ; am:endOffset ?end } ORDER BY ?end",
    )
    assert notes == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 22, 23, 24, 25, 26]


def test_a_marker_is_on_a_page_of_the_passage_that_bears_it(text: Store) -> None:
    found = column(
        text,
        """SELECT ?m { ?x am:bearsMarker ?m . ?m am:onPage|am:possiblyOnPage ?page
        FILTER NOT EXISTS { ?x am:onPage|am:possiblyOnPage ?page } }""",
    )
    assert found == []


def test_each_note_names_the_note_before_it(text: Store) -> None:
    found = rows(text, "SELECT ?n ?m { ?x am:noteNumber ?n ; am:precedingNote/am:noteNumber ?m } ORDER BY ?n")
    assert found == [(n, n - 1) for n in range(2, 36)]


def test_a_note_cites_if_it_holds_a_reference_and_explains_if_it_states_something(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?n ?kind ?cites ?explains { ?note am:noteNumber ?n ; am:kind ?kind
        BIND(STR(EXISTS { ?note am:containsReference ?r }) AS ?cites)
        BIND(STR(EXISTS { ?x am:inNote ?note }) AS ?explains) } ORDER BY ?n""",
    )
    kinds = {("true", "false"): "citing", ("false", "true"): "explanatory", ("true", "true"): "both"}
    assert [str(row[1]).split("#")[1] for row in found] == [kinds[str(row[2]), str(row[3])] for row in found]
    assert [row[0] for row in found if row[3] == "true"] == [3, 4, 21, 23, 27, 28]
