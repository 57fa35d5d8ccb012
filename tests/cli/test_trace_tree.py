"""The tree of a trace says what each thing is, and where to look it up."""

from typing import Any

import pytest

from argmap.cli.things import kind
from argmap.cli.trace_tree import grow
from argmap.cli.trees import lines

ID = "https://w3id.org/argmap/id/"
CITO = "http://purl.org/spar/cito/"
CLAIM = {"id": f"{ID}a/claim/c", "type": ["Conclusion", "Claim"], "text": "The claim"}
EVIDENCE = {"id": f"{ID}a/evidence/e", "type": "Testimony", "text": "A witness", "pages": [231], "via": "x"}
NOTE = {"id": f"{ID}a/footnote/23", "type": "Footnote", "label": "Note 23", "noteNumber": 23, "via": "x"}
SHORT = {
    "id": f"{ID}a/reference/23-1",
    "type": "ShortFormReference",
    "label": "Berry",
    "locator": "12",
    "via": "x",
}
WORK = {"id": f"{ID}source/berry", "type": "Book", "label": "A book", "citationText": "Berry, A Book, 12."}


def drawn(*paths: list[dict[str, Any]], root: dict[str, Any] = CLAIM) -> list[str]:
    return list(lines(grow({**root, "hops": [nested(path) for path in paths]})))


def nested(hops: list[dict[str, Any]]) -> dict[str, Any]:
    first, *rest = hops
    return {**first, "hops": [nested(rest)]} if rest else first


def test_a_path_is_drawn_from_the_claim_to_the_work() -> None:
    assert drawn([EVIDENCE, NOTE, SHORT, WORK]) == [
        "Claim: The claim [a/claim/c]",
        "└── Testimony: A witness (p. 231) [a/evidence/e]",
        "    └── Footnote: Note 23 [a/footnote/23]",
        "        └── Short form reference: Berry (at 12) [a/reference/23-1]",
        "            └── Book: Berry, A Book, 12. [source/berry]",
    ]


def test_a_locator_that_the_reference_says_itself_is_not_repeated() -> None:
    assert drawn([{**SHORT, "label": "Berry, p. 12"}])[1] == (
        "└── Short form reference: Berry, p. 12 [a/reference/23-1]"
    )


def test_a_statement_met_twice_is_continued_where_it_was_first() -> None:
    tree = drawn([EVIDENCE, NOTE, WORK], [EVIDENCE, NOTE, WORK])
    assert tree[-1] == "└── Testimony: A witness (p. 231, continued above) [a/evidence/e]"
    assert sum("A Book" in line for line in tree) == 1


def test_a_rejected_and_an_unstated_premise_say_so() -> None:
    premise = {**EVIDENCE, "authorStance": "rejected", "implicit": True}
    assert "(rejected by the author, unstated, p. 231)" in drawn([premise])[1]


def test_who_speaks_is_said_of_every_statement() -> None:
    ann, bo = ({"attributedTo": {"id": f"{ID}agent/{name}", "label": name}} for name in ("Ann", "Bo"))
    tree = drawn([{**EVIDENCE, **ann}, {**EVIDENCE, **bo}], root={**CLAIM, **ann})
    assert [("Ann" in line, "Bo" in line) for line in tree] == [(True, False), (True, False), (False, True)]


def test_pages_between_which_a_break_is_lost_are_all_named() -> None:
    assert (
        "(p. 224, 225 or 226, paras. 7, 8)"
        in drawn([{**EVIDENCE, "pages": [], "possiblePages": [224, 225, 226], "paragraphs": [7, 8]}])[1]
    )


def test_a_misprinted_number_gives_its_reason_only_where_the_note_is_asked_for() -> None:
    marked = {"markedBy": {"id": f"{ID}m", "printedNumber": 13, "correctionReason": "It is out of order."}}
    assert drawn([{**NOTE, **marked}])[1] == "└── Footnote: Note 23 (printed as 13) [a/footnote/23]"
    asked = {key: value for key, value in NOTE.items() if key != "via"}
    assert "(printed as 13: It is out of order.)" in next(lines(grow({**asked, **marked})))


def test_how_exactly_a_reference_is_known_is_said() -> None:
    by_note = {
        "id": f"{ID}k",
        "hasCitingEntity": NOTE["id"],
        "intent": "http://purl.org/spar/cito/citesAsEvidence",
    }
    exact = {**SHORT, "precision": "citation", "citation": {**by_note, "hasCitingEntity": CLAIM["id"]}}
    loose = {**SHORT, "precision": "note", "precisionReason": ["severalReferences"], "citation": by_note}
    assert "(at 12, cited as evidence)" in drawn([NOTE, exact])[2]
    assert "(at 12, cited by the note as evidence, known for the note only: " in drawn([NOTE, loose])[2]


def test_a_citation_by_neither_the_note_nor_the_statement_above_says_so() -> None:
    citation = {"id": f"{ID}k", "hasCitingEntity": EVIDENCE["id"], "intent": f"{CITO}citesAsEvidence"}
    cited = {**SHORT, "precision": "citation", "citation": citation}
    assert "cited by a statement as evidence" in drawn([cited], root=NOTE)[1]
    assert "(p. 231, cited as evidence)" in drawn([{**EVIDENCE, "citation": citation}], root=NOTE)[1]


@pytest.mark.parametrize(
    ("intents", "no_support"),
    [
        (["obtainsBackgroundFrom"], True),
        (["disputes", "citesAsRelated"], True),
        (["disputes", "citesAsEvidence"], False),
        ([], False),
    ],
)
def test_what_is_cited_but_not_as_support_says_so(intents: list[str], no_support: bool) -> None:
    citations = [
        {"id": f"{ID}k{at}", "hasCitingEntity": CLAIM["id"], "intent": CITO + name}
        for at, name in enumerate(intents)
    ]
    line = drawn([NOTE, {**SHORT, "citation": citations}])[2]
    assert ("not as support" in line) == no_support


def test_a_statement_in_a_note_says_so() -> None:
    line = drawn([{**EVIDENCE, "via": "encloses"}], root=NOTE)[1]
    assert line == "└── Testimony: A witness (p. 231, stands in the note) [a/evidence/e]"


def test_a_circle_and_a_cut_say_so() -> None:
    tree = drawn([{**EVIDENCE, "circular": True, "truncated": True}])
    assert "comes back to what is above, goes on beyond what is shown" in tree[1]


def test_of_several_types_the_most_telling_is_shown() -> None:
    assert kind({"id": "x", "type": ["Evidence", "Testimony"]}) == "Testimony"


def test_a_type_of_ones_own_is_shown_as_it_is() -> None:
    assert kind({"id": "x", "type": ["Poem"]}) == "Poem"
