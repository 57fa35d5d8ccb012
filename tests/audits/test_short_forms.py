"""Which works the words of a short form fit: authors, co-authors, editors and titles."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., tuple[int, dict[str, Any]]]

WORKS = """
source:a a am:Book ; am:title "Tides of Hollin" ; am:byline "Orme, Ada" ; am:year 1990 .
source:b a am:Book ; am:title "Currents and Tides" ; am:byline "Orme, Ada; Pell, Bo" ; am:year 1995 .
source:c a am:Book ; am:title "The Charts" ; am:editorLine "Pell, Bo" ; am:year 1996 .
source:d a am:Book ; am:title "Sand" ; am:byline "Orme, Cy" ; am:year 1999 .
source:e a am:Book ; am:title "Charts of Sand" ; am:byline "Coast Office" ; am:year 1999 .
"""


def article(short_form: str | None, cited: str, meant: str = "a") -> str:
    """An article whose first notes give the `cited` works in full, and whose last note has the short form."""
    notes = "".join(
        f"<n{number}> am:inArticle <article> ; am:noteNumber {number} ; am:containsReference <r{work}> .\n"
        f"<r{work}> a am:FullReference ; am:assertsSource source:{work} .\n"
        for number, work in enumerate(cited, start=1)
    )
    printed = f'; am:shortForm "{short_form}"' if short_form else ""
    return f"""
        @prefix am: <https://w3id.org/argmap/ontology#> .
        @prefix source: <https://w3id.org/argmap/id/source/> .
        @base <https://w3id.org/argmap/id/test-2000/> .
        {WORKS} {notes}
        <n9> am:inArticle <article> ; am:noteNumber 9 ; am:containsReference <short> .
        <short> a am:ShortFormReference ; am:resolvesTo <r{meant}> {printed} .
    """


@pytest.mark.parametrize(
    ("short_form", "cited", "severity"),
    [
        ("Orme", "a", None),
        ("Orme", "ad", "warning"),  # two people of one name
        ("Orme", "ab", None),  # a name alone is no work of two
        ("Orme et al.", "ab", "warning"),
        ("Orme and Pell", "ab", None),
        ("Orme & Pell", "abd", None),
        ("Orme, Tides", "ad", None),
        ("Orme, “Tides”", "ab", "warning"),  # the word is in both titles
        ("Orme 1990", "ad", None),
        ("The Charts", "ce", "warning"),
        ("Charts of Sand", "ce", None),
        ("Pell, ed.", "bc", None),
        ("Coast Office", "ae", None),
        (None, "ab", None),
        (None, "ac", None),
    ],
)
def test_words_of_a_short_form(
    ask: Ask, tmp_path: Path, short_form: str | None, cited: str, severity: str | None
) -> None:
    (tmp_path / "test-2000").mkdir()
    turtle = article(short_form, cited, meant=cited[0])
    (tmp_path / "test-2000" / "notes.ttl").write_text(turtle, encoding="utf-8")
    _, answer = ask("ambiguous-short-forms", "--data", tmp_path)
    assert [item["severity"] for item in answer["items"]] == ([severity] if severity else [])


def test_without_the_printed_words_two_works_of_one_author_are_a_remark(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "test-2000").mkdir()
    turtle = article(None, "ad").replace("Orme, Cy", "Orme, Ada")
    (tmp_path / "test-2000" / "notes.ttl").write_text(turtle, encoding="utf-8")
    status, answer = ask("ambiguous-short-forms", "--data", tmp_path)
    assert (status, [item["severity"] for item in answer["items"]]) == (0, ["info"])
