"""The mapped article, whose text is not part of the project: where a copy lies beside it, all is found."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.anchors import changes
from tests.anchors.judging import altered, searched, states

from argmap.formats.anchors.records import Anchors
from argmap.graph.anchors.asking import anchors_of
from argmap.graph.anchors.making import make_anchors
from argmap.graph.argument_map import ArgumentMap

ROOT = Path(__file__).parents[2]
COPY = ROOT.parent / "shared" / "article" / "kuperman-1996.txt"
ARTICLE = "kuperman-1996"
PARAGRAPHS = 41

pytestmark = pytest.mark.skipif(not COPY.is_file(), reason="no copy of the article lies beside the project")


@pytest.fixture(scope="module")
def text() -> str:
    return COPY.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def anchors(shipped: ArgumentMap) -> Anchors:
    return anchors_of(shipped, ARTICLE)


def test_the_anchors_are_those_of_the_text(shipped: ArgumentMap) -> None:
    made = make_anchors(shipped, COPY, ARTICLE)
    assert made == (ROOT / "data" / ARTICLE / "anchors.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: changes.rewrapped(text, 40),
        lambda text: changes.hyphenated(text, 1),
        lambda text: changes.joined(text, 1),
        lambda text: changes.with_other_quotes(changes.with_ligatures(text)),
        lambda text: changes.with_page_heads(changes.rewrapped(text, 60), 40),
        lambda text: changes.with_page_heads(changes.rewrapped(text, 60), 12),
        lambda text: changes.with_page_heads(changes.hyphenated(changes.rewrapped(text, 60), 3, 0.1), 45),
        lambda text: text.encode("utf-16").decode("utf-16").upper(),
    ],
    ids=["same", "wrapped", "hyphens", "joined", "ligatures", "heads", "many-heads", "all", "capitals"],
)
def test_all_of_it_is_found(text: str, anchors: Anchors, change: changes.Change) -> None:
    report = searched(change(text), anchors)
    # Booleans, so that a failure shows none of the wording.
    assert (altered(report, text) == []) is True
    assert states(report)["found"] >= 0.99 * len(report.passages)


@pytest.mark.parametrize("gone", range(1, PARAGRAPHS + 1))
def test_one_paragraph_removed_is_missing_and_the_others_are_found(
    text: str, anchors: Anchors, gone: int
) -> None:
    place = f"{anchors.article}/paragraph/{gone}"
    inside = [passage for passage in anchors.passages if passage.place == place]
    blocks = re.split(r"(\n\s*\n)", text)
    letters = searched(text, anchors).text
    start = letters.offset(min(passage.start for passage in inside))
    at = 0
    for number, block in enumerate(blocks):
        if at <= start < at + len(block):
            blocks[number] = ""
            break
        at += len(block)
    report = searched("".join(blocks), anchors)
    assert {each.passage.place for each in report.passages if each.state == "missing"} == {place}
    assert states(report)["moved"] == 0


def test_the_text_says_how_long_its_normal_form_is(text: str, anchors: Anchors) -> None:
    report = searched(text, anchors)
    assert report.same
    assert len(report.text.letters) == anchors.letters


def test_no_hash_is_of_few_letters_and_no_two_are_of_the_same(anchors: Anchors) -> None:
    covered = [(each.start, each.start + each.head) for each in anchors.windows]
    covered += [(each.end - each.tail, each.end) for each in anchors.windows if each.tail]
    covered.sort()
    assert all(one[1] <= other[0] for one, other in pairwise(covered))
    assert min(each.head + each.tail for each in anchors.windows) >= 64
    assert {len(each.digest) for each in anchors.windows if each.tail} == {8}
    assert {len(each.digest) for each in anchors.windows if not each.tail} == {6}
