"""Works as notes and bibliographies cite them."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.formats.citations.nasty import NAMES, NASTY

from argmap.errors import BadParameter
from argmap.formats.citations import DEFAULT_STYLE, bibtex, labelled, note, ris, styles

Item = dict[str, Any]
BOOK: Item = {
    "id": "x",
    "type": "book",
    "title": "Bridges & <Their> *Cost*",
    "author": [{"family": "Reader", "given": "Ben"}],
    "issued": {"date-parts": [[2010]]},
    "publisher": "River Office",
    "publisher-place": "Riverside",
}
EXPECTED = json.loads((Path(__file__).parent / "cited.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("style", EXPECTED)
def test_shipped_works_are_cited_as_the_style_wants(works: dict[str, Item], style: str) -> None:
    assert len(EXPECTED[style]) == 28
    assert {key: note(works[key], style=style) for key in EXPECTED[style]} == EXPECTED[style]


def test_articles_of_newspapers_and_magazines_have_their_day(works: dict[str, Item]) -> None:
    assert note(works["shoumatoff-1992"], "p. 6").endswith(" Magazine, December 13, 1992, 6.")
    unsigned = note(works["africa-news-service-1990"])
    assert unsigned.startswith("“Unrest Could")
    assert unsigned.endswith(" Service, October 22, 1990.")


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("p. 13", ", 13."),
        ("pp. 4-5", ", 4–5."),
        ("xvii", ", xvii."),
        ("ch. 2", ", chap. 2."),
        ("Article 2.7, in Maker, p. 12", ", Article 2.7, in Maker, p. 12."),
        ("p. 30 and footnote 41", ", p. 30 and footnote 41."),
        (None, ")."),
        (" ", ")."),
    ],
)
def test_the_locator_is_printed_as_the_style_prints_it(locator: str | None, printed: str) -> None:
    assert note(BOOK, locator).endswith(f"(Riverside: River Office, 2010){printed.removeprefix(')')}")


@pytest.mark.parametrize("style", ["nature", "vancouver", "ieee", "the-febs-journal", "karger-journals"])
def test_a_work_alone_has_no_number_in_a_list(style: str) -> None:
    assert note(BOOK, style=style).startswith(("Reader", "B. Reader"))


@pytest.mark.parametrize(
    ("locator", "read"),
    [("87", "p. 87"), ("p. 87", "p. 87"), ("4-5", "pp. 4-5"), ("ch. 2", "ch. 2"), ("Article 2", "Article 2")],
)
def test_beside_a_citation_a_bare_number_is_a_page(locator: str, read: str) -> None:
    assert labelled(locator) == read


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("plain", "Bridges & <Their> *Cost*"),
        ("html", "<i>Bridges &amp; &lt;Their&gt; *Cost*</i>"),
        ("markdown", r"*Bridges \& \<Their\> \*Cost\**"),
    ],
)
def test_italics_are_marked_and_the_rest_is_escaped(markup: Any, title: str) -> None:
    assert note(BOOK, markup=markup).startswith(f"Ben Reader, {title} (Riverside")


@given(NASTY, NAMES)
def test_nothing_from_outside_becomes_markup(title: str, names: list[dict[str, str]]) -> None:
    cited = note({**BOOK, "title": title, "author": names}, markup="html")
    assert "<" not in cited.replace("<i>", "").replace("</i>", "")


# A bell, an escape, and what turns the direction of reading.
UNSHOWN = "Fl\x07oods\x1b \u202e$1 | {a}\u2066"


@pytest.mark.parametrize("markup", ["plain", "html"])
def test_a_citation_shows_what_it_says(markup: Any) -> None:
    cited = note(
        {**BOOK, "title": UNSHOWN, "author": [{"literal": UNSHOWN}]}, f"p. 1{UNSHOWN}", markup=markup
    )
    assert not set("\x07\x1b\u202e\u2066") & set(cited)
    assert cited.startswith("Floods $1 | {a}, ")


def test_every_mark_is_escaped_in_markdown() -> None:
    cited = note({**BOOK, "title": UNSHOWN}, markup="markdown")
    assert cited.startswith(r"Ben Reader, *Floods \$1 \| \{a\}* (")


@pytest.mark.parametrize("written", [bibtex, ris])
def test_a_record_shows_what_it_says(written: Callable[[list[Item]], bytes]) -> None:
    item = {**BOOK, "title": UNSHOWN, "author": [{"literal": UNSHOWN}], "URL": f"https://x.org/{UNSHOWN}"}
    record = written([item]).decode()
    assert not set("\x07\x1b\u202e\u2066") & set(record)
    assert record.count("Floods") == 3


def test_several_threads_get_what_one_gets(works: dict[str, Item]) -> None:
    styles = ("apa", "modern-language-association")
    wanted = [
        (item, f"p. {number}", style) for item in works.values() for number in range(3) for style in styles
    ]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: note(*each), wanted))
    note.__globals__["_formatted"].cache_clear()
    assert [note(*each) for each in wanted] == together


def test_a_citation_is_kept() -> None:
    note(BOOK, "p. 1")
    start = time.perf_counter()
    for _ in range(100):
        note(BOOK, "p. 1")
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize(
    ("style", "same"),
    [
        ("chicago", DEFAULT_STYLE),
        ("mla", "modern-language-association"),
        ("chicago-fullnote-bibliography", "chicago-notes-bibliography"),
        ("new-oxford-style-manual-notes", "oxford-guide-to-style-notes"),
    ],
)
def test_other_names_of_a_style_are_known(style: str, same: str) -> None:
    assert style in styles()
    assert note(BOOK, "p. 2", style) == note(BOOK, "p. 2", same)


@pytest.mark.parametrize("style", ["", "../apa", "/etc/passwd", "apa.csl", "APA", "dependent/nature", "a\0b"])
def test_a_name_that_is_no_style_is_refused(style: str) -> None:
    with pytest.raises(BadParameter, match="there is no citation style"):
        note(BOOK, style=style)


def test_a_mistyped_style_is_told_what_is_near() -> None:
    with pytest.raises(BadParameter, match=r"Nearest: .*chicago-notes"):
        note(BOOK, style="chicago-nots")
