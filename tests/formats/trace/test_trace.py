"""What the hops of a trace say."""

import random
from typing import Any

import pytest
from pyoxigraph import Triple
from tests.formats.expansion import triples_of, turtle
from tests.formats.trace.reading import CONTEXT, MAP, UPWARDS, names, trace

from argmap.errors import BadParameter
from argmap.formats.trace import Trace
from argmap.vocabulary import ID


def document(root: str = "c") -> dict[str, Any]:
    return trace(root, MAP).document


def at(document: dict[str, Any], *ids: str) -> dict[str, Any]:
    """Return the hop to which these names lead."""
    for name in ids:
        document = next(hop for hop in document["hops"] if hop["id"] == ID + name)
    return document


def test_own_notes_come_before_what_supports_the_statement() -> None:
    assert names(document()) == [
        ["n2", "r2", "r1", "wet"],
        ["n2", "r3", "dry"],
        ["e", "n1", "r1", "wet"],
        ["e", "n2", "r2", "r1", "wet"],
        ["e", "n2", "r3", "dry"],
    ]


def test_a_statement_says_who_holds_it_and_where_it_stands() -> None:
    said = document()
    assert said["attributedTo"] == {"id": f"{ID}ann", "label": "Ann"}
    assert said["section"] == {"id": f"{ID}s", "label": "Rain"}
    assert (said["pages"], said["paragraphs"]) == ([3], [7])
    assert at(said, "e")["possiblePages"] == [3, 4]


def test_a_hop_names_its_most_telling_class_and_the_root_all_of_them() -> None:
    assert document()["type"] == ["Claim", "Statement"]
    assert at(document(), "e")["type"] == "Testimony"


def test_what_is_reached_through_another_statement_is_inherited() -> None:
    assert "inherited" not in at(document(), "n2", "r3", "dry")
    assert at(document(), "e")["inherited"]
    assert at(document(), "e", "n2", "r3", "dry")["inherited"]


def test_a_note_shows_the_marker_by_which_this_statement_calls_it() -> None:
    assert at(document(), "n2")["markedBy"] == {"id": f"{ID}m1", "printedNumber": 2}
    misprinted = at(document(), "e", "n1")
    assert (misprinted["noteNumber"], misprinted["markedBy"]["printedNumber"]) == (1, 9)
    assert misprinted["markedBy"]["correctionReason"] == "There is no note 9."


def test_a_citation_by_the_statement_is_exact() -> None:
    hop = at(document(), "e", "n2", "r3")
    assert hop["precision"] == "citation"
    assert hop["citation"] == {
        "id": f"{ID}k1",
        "hasCitingEntity": f"{ID}e",
        "hasCitedReference": f"{ID}r3",
        "secondHand": True,
        "locator": "p. 9",
    }


def test_a_citation_by_a_note_with_one_reference_is_exact_too() -> None:
    hop = at(document(), "e", "n1", "r1")
    assert (hop["precision"], hop["citation"]["id"]) == ("citation", f"{ID}k2")


def test_without_a_citation_the_reasons_are_told() -> None:
    hop = at(document(), "n2", "r3")
    assert hop["precision"] == "note"
    assert hop["precisionReason"] == ["citedForAnotherStatement", "severalReferences", "paragraphEnd"]


def test_only_the_reference_in_the_note_has_a_precision() -> None:
    assert "precision" not in at(document(), "n2", "r2", "r1")


def test_a_work_is_cited_with_the_place_that_the_citation_or_the_reference_names() -> None:
    assert at(document(), "n2", "r3", "dry")["citationText"] == "Dry (1991), 8."
    inherited = at(document(), "e", "n2", "r3", "dry")
    assert inherited["citationText"] == "Dry (1991), 9."


def test_ibid_alone_means_the_same_place() -> None:
    work = at(document(), "n2", "r2", "r1", "wet")
    assert work["citationText"] == "Bo Drop, Wet (1990), 1."


def test_a_style_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadParameter, match="chicgo"):
        Trace(f"{ID}c", b"", CONTEXT, (), (), "", "chicgo-notes")


def test_all_that_it_expands_to_is_in_the_graph() -> None:
    facts = set(turtle(MAP))
    said = triples_of(document(), CONTEXT)
    assert said - facts == set()
    assert set(turtle(':k1 am:secondHand true . :m2 am:printedNumber 9 . :c am:text "It rained." .')) <= said


@pytest.mark.parametrize("seed", range(5))
def test_the_same_triples_in_any_order_give_the_same_bytes(seed: int) -> None:
    def forms(triples: list[Triple]) -> tuple[object, bytes, bytes]:
        made = trace("c", triples)
        return repr(made.document), made.csv(), made.markdown()

    shuffled = turtle(MAP)
    random.Random(seed).shuffle(shuffled)
    assert forms(shuffled) == forms(turtle(MAP))


def test_references_to_a_work_come_in_the_order_of_their_notes() -> None:
    notes = "".join(
        f":note{number} a am:Footnote ; am:noteNumber {number} ; am:containsReference :r{number} . "
        f":r{number} a am:Reference ; am:assertsSource :w ; am:position 1 ."
        for number in (10, 9, 2)
    )
    up = trace("w", f':w a am:Source ; am:title "W" . {notes}', UPWARDS).document
    assert names(up) == [["r2", "note2"], ["r9", "note9"], ["r10", "note10"]]


def test_upwards_the_statement_that_calls_the_note_has_the_precision() -> None:
    up = trace("dry", MAP, UPWARDS).document
    assert up["citationText"] == "Dry (1991)."
    assert names(up) == [
        ["r3", "n2", "c"],
        ["r3", "n2", "e", "c"],
    ]
    called = at(up, "r3", "n2", "e")
    assert (called["precision"], "inherited" in called) == ("citation", False)
    assert at(called, "c")["inherited"]
    assert "precision" not in at(called, "c")
