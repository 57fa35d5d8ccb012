"""What is read in a note list: single facts, each in the smallest list that shows it."""

import pytest

from argmap.errors import BadParameter, InputError
from argmap.formats.notes.reader import read
from argmap.formats.notes.reading import text_of
from argmap.formats.notes.records import NoteList, Reference, Work

BROOK = "1. Ada Brook, The Law of Tides (London: Quay Press, 1990), p. 14.\n"
BOTH = BROOK + "2. Ada Brook, Sea Walls (Hull: Mole, 1994).\n"


def references(text: str, style: str = "auto") -> list[Reference]:
    return read(text, style).references()


def work(text: str) -> Work:
    found = read(f"1. {text}").references()[0].work
    assert found is not None
    return found


def abouts(found: NoteList) -> str:
    return " ".join(doubt.about for doubt in found.all_doubts())


def test_ibid_repeats_the_reference_before_it() -> None:
    assert references(BROOK + "2. Ibid., p. 20.")[1].resolves_to == "1-1"


def test_a_bare_name_with_two_works_is_left_open_and_names_both() -> None:
    open_one = references(BOTH + "3. Brook, p. 7.")[2]
    assert open_one.resolves_to is None
    assert open_one.candidates == ("1-1", "2-1")
    assert "Several earlier references fit" in open_one.doubts[0].about


def test_a_short_title_tells_two_works_apart() -> None:
    assert references(BOTH + "3. Brook, Sea Walls, p. 7.")[2].resolves_to == "2-1"


def test_ibid_after_two_references_is_left_open() -> None:
    text = BROOK + "2. Brook, p. 3; Carl Denham, Wharves (Hull: Mole, 1994).\n3. Ibid."
    assert references(text)[3].candidates == ("1-1", "2-2")


def test_a_name_that_nobody_has_is_left_open() -> None:
    gable = references(BROOK + "2. Gable, p. 12.")[1]
    assert (gable.form, gable.resolves_to, gable.candidates) == ("short", None, ())
    assert gable.doubts


def test_a_note_that_is_pointed_back_to_and_an_author_who_is_not_in_it_are_not_reconciled() -> None:
    text = BROOK + "2. Carl Denham, Wharves (Hull: Mole, 1994).\n3. Brook, supra note 2, at 9."
    assert references(text)[2].candidates == ("1-1", "2-1")


def test_words_that_are_quoted_elsewhere_are_second_hand() -> None:
    first, second = references(BROOK + "2. Quoted in Brook, p. 9.")
    assert (first.second_hand, second.second_hand) == (False, True)


def test_of_a_work_quoted_in_another_both_are_kept() -> None:
    text = BROOK + "2. Carl Denham, Wharves (Hull: Mole, 1994), quoted in Brook, p. 9."
    _, original, relay = references(text)
    assert original.work is not None
    assert original.work.title == "Wharves"
    assert (relay.resolves_to, relay.second_hand, relay.original) == ("1-1", True, "denham-1994")


def test_a_range_of_a_whole_article_is_no_locator_and_this_is_said() -> None:
    (article,) = references("1. Ada Brook, ‘Tides’, Harbour Review, 4 (1990), 3–20.", "mhra")
    assert article.locator == ""
    assert article.work is not None
    assert article.work.page_range == "3–20"
    assert "3–20" in article.doubts[0].about


def test_an_explanation_is_no_reference() -> None:
    (note,) = read("1. The ferry was never licensed, and nobody knows who built it.").notes
    assert (note.kind, note.references, note.explanations) == ("explanatory", (), (1,))


def test_a_sentence_after_a_reference_makes_the_note_both() -> None:
    note = read(BROOK + "2. Brook, p. 3. This has been disputed.").notes[1]
    assert (note.kind, note.explanations) == ("both", (2,))


def test_pages_in_the_middle_of_a_note_are_left_out_and_said() -> None:
    head = "[End Page 14]\n\nTIDES AND DUES      15\n"
    found = read(f"1. Ada Brook, The Law of\n{head}\nTides (London: Quay Press, 1990).")
    assert found.works["brook-1990"].title == "The Law of Tides"
    assert [reason for _, reason in found.left_out] == ["page mark", "running head"]
    assert found.notes[0].pages == (14, 15)


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    assert (
        work("Ada Brook, The Drain-\nage of Marshes (London: Quay, 1990).").title == "The Drainage of Marshes"
    )


def test_a_hyphen_before_a_capital_stays() -> None:
    assert work("Charles Onyango-\nObbo, Tides (London: Quay, 1990).").authors[0].family == "Onyango-Obbo"


def test_words_that_run_together_are_taken_apart_and_this_is_said() -> None:
    found = read("1. AdaBrook, The Law of Tides (London: Quay Press, 1990).")
    assert found.works["brook-1990"].authors[0].label == "Ada Brook"
    assert '"AdaBrook"' in abouts(found)


def test_numbers_that_occur_again_are_kept_and_said() -> None:
    found = read("1. Brook.\n2. Brook.\n2. Brook.\n3. Brook.")
    assert [note.key for note in found.notes] == ["1", "2", "2-second", "3"]
    assert "Number 2 occurs again." in abouts(found)


def test_a_missing_number_is_said() -> None:
    found = read(
        "1. The first is here.\n2. The second is here.\n4. The fourth is here.\n5. The fifth is here."
    )
    assert [note.number for note in found.notes] == [1, 2, 4, 5]
    assert "Number 3 is missing." in abouts(found)


def test_a_date_at_the_beginning_of_a_line_is_no_note() -> None:
    found = read("1. Ein Damm bricht, in: Sandauer Bote vom\n2. März 1931, S. 2.\n2. Ebd.")
    assert [note.number for note in found.notes] == [1, 2]
    assert found.notes[0].last_line == 2


def test_a_list_on_one_line_is_told_apart_and_this_is_said() -> None:
    found = read("1. The ferry is old. 2. It was never licensed. 3. Nobody knows why.")
    assert len(found.notes) == 3
    assert "The notes stand on one line." in abouts(found)


@pytest.mark.parametrize("form", ["{}. {}", "[{}] {}", "{}) {}", "{} {}", "{}\n{}"])
def test_numbers_are_found_however_they_are_written(form: str) -> None:
    text = "\n".join(form.format(number, "The ferry is old.") for number in (1, 2, 3))
    assert [note.number for note in read(text).notes] == [1, 2, 3]


def test_the_same_work_given_in_full_twice_is_one_source() -> None:
    assert list(read(BROOK + BROOK.replace("1.", "2.", 1)).works) == ["brook-1990"]


def test_two_works_of_one_author_and_year_have_two_names() -> None:
    found = read(BROOK + "2. Ada Brook, Sea Walls (Hull: Mole, 1990).")
    assert list(found.works) == ["brook-1990", "brook-1990-2"]


@pytest.mark.parametrize(
    ("full", "family", "short"),
    [
        ("Alison Des Forges", "Des Forges", "Des Forges"),
        ("Alex de Waal", "de Waal", "De Waal"),
        ("Alex de Waal", "de Waal", "Waal"),
        ("Filip van der Meer", "van der Meer", "Van der Meer"),
        ("David Van Reybrouck", "Van Reybrouck", "van Reybrouck"),
        ("Luc De Heusch", "De Heusch", "De Heusch"),
        ("Jacques Le Goff", "Le Goff", "Le Goff"),
        ("Al Gore", "Gore", "Gore"),
    ],
)
def test_a_particle_belongs_to_the_family_name_however_it_is_written(
    full: str, family: str, short: str
) -> None:
    first, again, bare = references(
        f"1. {full}, Tides and Walls: A History (Hull: Mole, 1994), p. 1.\n"
        f"2. {short}, Tides and Walls, p. 2.\n3. {short}, p. 3."
    )
    assert first.work is not None
    assert first.work.authors[0].family == family
    assert (again.resolves_to, bare.resolves_to) == ("1-1", "1-1")


def test_a_beginning_of_a_title_by_the_same_author_is_no_new_work() -> None:
    found = read(
        "1. Ada Brook, Sea Walls: A History (Hull: Mole, 1994), p. 1.\n2. Ada Brook, Sea Walls (1994), p. 2."
    )
    assert found.references()[1].resolves_to == "1-1"
    assert list(found.works) == ["brook-1994"]


def test_a_beginning_of_a_title_by_somebody_else_is_marked() -> None:
    found = read(
        "1. Ada Brook, Sea Walls: A History (Hull: Mole, 1994), p. 1.\n2. Carl Denham, Sea Walls, p. 2."
    )
    assert found.references()[1].form == "full"
    assert "It is probably short for 1-1" in abouts(found)


@pytest.mark.parametrize(
    "pages", ["131-56, at 140", "pp. 131–56, at 140", "131-56 at 140", "131–156, at 140"]
)
def test_a_place_after_a_range_that_holds_it_leaves_the_range_to_the_work(pages: str) -> None:
    (article,) = references(f"1. Ada Brook, “Tides,” Harbour Review 4, no. 2 (1990), {pages}.")
    assert article.locator == "140"
    assert article.work is not None
    assert article.work.page_range.startswith("131–")
    assert not article.doubts


def test_a_place_outside_of_a_range_is_cited_beside_it() -> None:
    (book,) = references("1. Ada Brook, Tides (London: Quay, 1990), 31-56, at 140.")
    assert book.locator == "31–56, 140"


def test_a_year_in_the_title_of_an_archived_paper_is_not_that_of_the_paper() -> None:
    (paper,) = references(
        "1. Harbour Board, “Dues since 1911,” Records of the Board of Trade, BT 13/44, National Archives."
    )
    assert paper.work is not None
    assert paper.work.year is None
    assert "None was written." in " ".join(doubt.assumed for doubt in paper.doubts)


def test_a_text_without_numbers_is_refused() -> None:
    with pytest.raises(InputError, match="no numbered notes were found"):
        read("There is nothing here.\nNor here.")


def test_an_unknown_style_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(BadParameter, match="auto, chicago, mhra"):
        read(BROOK, "vancouver")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"PK\x03\x04...", "Word"),
        (b"1. a\x00\x01\x02\x03b", "this is no text"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        text_of(data, "notes.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_word_processors_write(encoding: str) -> None:
    assert text_of("1. Péage".encode(encoding), "notes.txt")[0] == "1. Péage"
