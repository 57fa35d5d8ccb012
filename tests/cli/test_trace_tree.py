"""The tree of a trace says what each thing is, and where to look it up."""

from typing import Any

from argmap.cli.paths import merge
from argmap.cli.things import kind
from argmap.cli.trace_tree import grow
from argmap.cli.trees import lines

ID = "https://w3id.org/argmap/id/"
CLAIM = {"id": f"{ID}a/claim/c", "type": ["Conclusion", "Claim"], "text": "The claim"}
EVIDENCE = {
    "id": f"{ID}a/evidence/e",
    "type": ["Evidence", "Testimony"],
    "text": "A witness",
    "expressedIn": {"id": f"{ID}a/passage/p26-s1", "onPage": f"{ID}a/page/231"},
}
NOTE = {"id": f"{ID}a/footnote/23", "type": "Footnote", "label": "Note 23", "noteNumber": 23}
SHORT = {"id": f"{ID}a/reference/23-1", "type": ["ShortFormReference"], "label": "Berry", "locator": "12"}
WORK = {
    "id": f"{ID}source/berry",
    "type": ["Source", "Book"],
    "label": "A book",
    "byline": "Berry, B.",
    "year": 1994,
}


def drawn(*paths: list[dict[str, Any]], root: dict[str, Any] = CLAIM) -> list[str]:
    return list(lines(grow(merge(root, [{"hops": hops} for hops in paths]))))


def test_a_path_is_drawn_from_the_claim_to_the_work() -> None:
    assert drawn([CLAIM, EVIDENCE, NOTE, SHORT, WORK]) == [
        "Claim: The claim [a/claim/c]",
        "└── Testimony: A witness (p. 231) [a/evidence/e]",
        "    └── Footnote: Note 23 [a/footnote/23]",
        "        └── Short form reference: Berry (at 12) [a/reference/23-1]",
        "            └── Book: A book (Berry, B., 1994) [source/berry]",
    ]


def test_a_locator_that_the_reference_says_itself_is_not_repeated() -> None:
    assert drawn([{**SHORT, "label": "Berry, p. 12"}])[1] == (
        "└── Short form reference: Berry, p. 12 [a/reference/23-1]"
    )


def test_a_thing_met_twice_is_continued_where_it_was_first() -> None:
    other = {**EVIDENCE, "id": f"{ID}a/evidence/f"}
    tree = drawn([EVIDENCE, NOTE, WORK], [other, NOTE, WORK])
    assert tree[-1] == "    └── Footnote: Note 23 (continued above) [a/footnote/23]"
    assert sum("A book" in line for line in tree) == 1


def test_a_rejected_and_an_unstated_premise_say_so() -> None:
    premise = {**EVIDENCE, "authorStance": "rejected", "implicit": True}
    assert "(rejected by the author, unstated, p. 231)" in drawn([premise])[1]


def test_of_several_types_the_most_telling_is_shown() -> None:
    assert kind(EVIDENCE) == "Testimony"


def test_a_type_of_ones_own_is_shown_as_it_is() -> None:
    assert kind({"id": "x", "type": ["Poem"]}) == "Poem"
