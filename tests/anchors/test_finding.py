"""Passages are found in any copy, and what is not there is not found: on an invented article."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.anchors import changes
from tests.anchors.judging import altered, searched, states, wrong
from tests.anchors.made_up import anchors, article, filler

TEXT = article().text
ALL = len(article().passages)


def assert_all_found(text: str, share: float = 1.0) -> None:
    report = searched(text, anchors())
    assert altered(report, TEXT) == []
    assert states(report)["found"] >= share * ALL, states(report)


def test_every_passage_is_found_in_the_text_itself() -> None:
    report = searched(TEXT, anchors())
    assert report.tally == f"{ALL} found, 0 moved, 0 missing"
    assert report.same


@pytest.mark.parametrize("width", [20, 40, 72, 200])
def test_other_line_ends_make_no_difference(width: int) -> None:
    assert_all_found(changes.rewrapped(TEXT, width))


@pytest.mark.parametrize("seed", range(3))
def test_hyphens_make_no_difference(seed: int) -> None:
    assert_all_found(changes.hyphenated(TEXT, seed))


@pytest.mark.parametrize("seed", range(3))
def test_joined_words_make_no_difference(seed: int) -> None:
    assert_all_found(changes.joined(TEXT, seed))


def test_ligatures_and_quotation_marks_make_no_difference() -> None:
    changed = changes.with_other_quotes(changes.with_ligatures(TEXT))
    assert "ﬁ" in changed
    assert "ﬄ" in changed
    assert_all_found(changed)
    assert_all_found(changed.upper())


@pytest.mark.parametrize("every", [60, 40, 25, 12, 6])
def test_page_heads_and_numbers_make_no_difference(every: int) -> None:
    assert_all_found(changes.with_page_heads(changes.rewrapped(TEXT, 60), every), 0.99)


@pytest.mark.parametrize("every", [40, 25, 12])
def test_nor_do_heads_that_differ_from_page_to_page(every: int) -> None:
    drawn = random.Random(every)
    pages = changes.with_page_heads(changes.rewrapped(TEXT, 60), every, "HEAD").split("HEAD")
    text = "".join(page + "x" * drawn.randint(4, 40) + filler(drawn.randint(5, 60)) for page in pages)
    assert_all_found(text, 0.97)


def test_everything_at_once() -> None:
    text = changes.with_ligatures(
        changes.joined(changes.hyphenated(changes.rewrapped(TEXT, 66), 1, 0.1), 2, 0.1)
    )
    assert_all_found(changes.with_page_heads(changes.with_other_quotes(text), 45), 0.99)


@pytest.mark.parametrize("gone", range(len(article().paragraphs)))
def test_a_paragraph_that_was_removed_is_missing_and_nothing_else(gone: int) -> None:
    paragraphs = article().paragraphs
    report = searched("\n\n".join(paragraphs[:gone] + paragraphs[gone + 1 :]), anchors())
    missing = {found.passage.place for found in report.passages if found.state == "missing"}
    assert missing == {anchors().article + f"/paragraph/{gone + 1}"}
    assert states(report)["moved"] == 0
    assert wrong(report, TEXT) == []


def test_a_paragraph_elsewhere_has_moved() -> None:
    paragraphs = article().paragraphs
    report = searched(
        "\n\n".join([*paragraphs[:4], *paragraphs[5:20], paragraphs[4], *paragraphs[20:]]), anchors()
    )
    moved = {found.passage.place for found in report.passages if found.state == "moved"}
    assert moved == {anchors().article + "/paragraph/5"}
    assert states(report)["missing"] == 0
    assert wrong(report, TEXT) == []


def test_a_sentence_in_other_words_is_missing() -> None:
    passage = next(each for each in article().passages.values() if each.length > 150)
    other = filler(3 * passage.length)[2 * passage.length :]
    report = searched(TEXT[: passage.start] + other + TEXT[passage.end :], anchors())
    (missing,) = [found for found in report.passages if found.state == "missing"]
    assert missing.passage.label == passage.label
    assert missing.reason == "its neighbours are there, but its own wording is not"


def test_a_sentence_that_lost_words_in_the_middle_is_missing() -> None:
    passage = next(each for each in article().passages.values() if each.length > 200)
    middle = passage.start + passage.length // 2
    report = searched(TEXT[: middle - 20] + TEXT[middle:], anchors())
    assert [found.passage.label for found in report.passages if found.state == "missing"] == [passage.label]


def test_a_misread_letter_hides_nothing() -> None:
    passage = next(each for each in article().passages.values() if each.length > 150)
    changed = TEXT[: passage.start + 8] + "z" + TEXT[passage.start + 9 :]
    assert states(searched(changed, anchors()))["found"] == ALL


def test_sentences_that_are_quoted_at_the_front_are_found_in_their_place() -> None:
    report = searched(article().paragraphs[12] + "\n\n" + TEXT, anchors())
    assert states(report)["found"] == ALL
    starts = [found.pieces[0][0] for found in report.passages]
    assert starts == sorted(starts)


def test_nothing_is_found_in_another_text() -> None:
    assert states(searched(filler(200_000), anchors())) == {"missing": ALL}


@pytest.mark.parametrize("text", ["", "a", "a" * 100_000, "ba" * 50_000, "\n\f" * 1000, "7" * 10_000])
def test_odd_texts_come_to_an_end(text: str) -> None:
    assert states(searched(text, anchors())) == {"missing": ALL}


@settings(max_examples=40, deadline=None)
@given(
    width=st.integers(25, 120),
    seed=st.integers(0, 1000),
    broken=st.floats(0, 0.5),
    lost=st.floats(0, 0.5),
    every=st.integers(20, 80),
    ligatures=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
)
def test_whatever_happens_to_a_copy_nothing_wrong_is_found(
    width: int, seed: int, broken: float, lost: float, every: int, ligatures: bool, encoding: str
) -> None:
    text = changes.joined(changes.hyphenated(changes.rewrapped(TEXT, width), seed, broken), seed, lost)
    text = changes.with_page_heads(changes.with_ligatures(text) if ligatures else text, every)
    assert_all_found(text.encode(encoding).decode(encoding), 0.99)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_cut_out_or_put_in_nothing_wrong_is_found(data: st.DataObject) -> None:
    text = TEXT
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        if data.draw(st.booleans()):
            text = text[:at] + text[at + data.draw(st.integers(1, 3000)) :]
        else:
            text = text[:at] + filler(data.draw(st.integers(1, 2000))) + text[at:]
    assert wrong(searched(text, anchors()), TEXT) == []


def test_a_megabyte_takes_less_than_two_seconds() -> None:
    around = filler(1_000_000 - len(TEXT.encode()))
    start = time.perf_counter()
    report = searched(around[:500_000] + TEXT + around[500_000:], anchors())
    assert time.perf_counter() - start < 2
    assert states(report)["found"] == ALL
