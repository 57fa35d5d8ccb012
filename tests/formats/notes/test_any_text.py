"""Whatever stands in a file: nothing breaks, no note is lost, and what comes out is Turtle."""

import re

import pyoxigraph
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from argmap.errors import InputError
from argmap.formats.notes import writing
from argmap.formats.notes.reader import read
from argmap.formats.notes.records import NoteList
from argmap.vocabulary import AM

PIECES = (
    *(
        "Ada Brook",
        "Ibid.",
        "ebd.",
        "a. a. O.",
        "op. cit.",
        "supra note 1",
        "see note 2 above",
        ", p. 3",
        "; ",
        ". ",
    ),
    *(
        " (London: Quay, 1990)",
        "“Tides,”",
        "‘Tides’",
        "« Marées »",
        "„Gezeiten“",
        " in ",
        "eds., ",
        "(Hg.): ",
    ),
    *(
        "quoted in ",
        "S. 12 f.",
        "pp. 1–9",
        " and ",
        "See ",
        "(1998a)",
        "Harlow, T. (1998). ",
        "4 March 1931",
        "§ 4",
    ),
    *("[End Page 3]", "-\n", "\n", " v. ", '"', "\\", "<x>", "(", ")", "http://x.example/a"),
)
NOTE_TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12).map("".join)


def triples(found: NoteList) -> list[pyoxigraph.Quad]:
    text = writing.whole(found, "doe-2001", (3, 4))
    return list(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.text().map(lambda text: f"1{text}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except InputError:
        reject()
    assert found.notes
    assert triples(found)


@settings(max_examples=300, deadline=None)
@given(st.lists(NOTE_TEXT, min_size=2, max_size=6))
def test_every_note_comes_out_and_the_turtle_can_be_read(bodies: list[str]) -> None:
    # A word before each body, and none of its lines may begin with a number: that would be another note.
    bodies = [re.sub(r"\s*[\n\r\f\v\x85\u2028\u2029]\W*[\d⁰¹²³⁴-⁹]*", "\nand ", body) for body in bodies]
    found = read("\n".join(f"{number}. Word {body}" for number, body in enumerate(bodies, 1)))
    assert [note.number for note in found.notes] == list(range(1, len(bodies) + 1))
    quads = triples(found)
    notes = [quad for quad in quads if quad.object == pyoxigraph.NamedNode(f"{AM}Footnote")]
    assert len(notes) == len(bodies)


@settings(max_examples=200, deadline=None)
@given(st.lists(NOTE_TEXT, min_size=1, max_size=5))
def test_an_open_short_form_is_never_silent(bodies: list[str]) -> None:
    found = read("\n".join(f"{number}. Word {body}" for number, body in enumerate(bodies, 1)))
    for reference in found.references():
        if reference.form != "full" and reference.resolves_to is None:
            assert reference.doubts
        if reference.resolves_to:
            assert reference.candidates == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(NOTE_TEXT, min_size=1, max_size=4))
def test_the_same_text_gives_the_same_turtle(bodies: list[str]) -> None:
    text = "\n".join(f"{number}. Word {body}" for number, body in enumerate(bodies, 1))
    assert writing.whole(read(text), "doe-2001") == writing.whole(read(text), "doe-2001")


def test_nothing_of_an_explanation_is_written() -> None:
    sentence = "The ferry was never licensed, and the parish was at odds about it for years."
    text = writing.whole(read(f"1. {sentence}\n2. {sentence}"), "doe-2001")
    assert "ferry" not in text
    assert "parish" not in text


def test_quotes_and_backslashes_in_a_title_are_escaped() -> None:
    text = '1. Ada Brook, The \\ "Law" of Tides (London: Quay, 1990).'
    titles = [quad.object for quad in triples(read(text)) if quad.predicate.value == f"{AM}title"]
    assert [title.value for title in titles if isinstance(title, pyoxigraph.Literal)]
