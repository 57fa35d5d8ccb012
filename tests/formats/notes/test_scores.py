"""Note lists are read at least as well as the documentation says."""

import pytest
from bench import notes

TUNED = ("mhra", "legal", "german", "french", "apa")
FLOORS = {
    # least precision and recall of references, least recall of titles, most values wrong without a doubt
    "chicago": (0.95, 0.85, 0),
    "mixed": (0.95, 0.6, 3),
    "unseen": (0.85, 0.8, 7),
}


@pytest.mark.parametrize("name", TUNED)
def test_the_conventions_that_are_known_are_read_without_a_mistake(name: str) -> None:
    assert notes.synthetic(name).mistakes == []


@pytest.mark.parametrize("name", FLOORS)
def test_other_lists_are_read_as_well_as_is_said(name: str) -> None:
    result, (found, titles, silent) = notes.synthetic(name), FLOORS[name]
    assert min(result.precision("found"), result.recall("found")) >= found
    assert result.recall("title") >= titles
    assert len(result.silent) <= silent


def test_the_notes_of_the_shipped_article_are_read() -> None:
    result = notes.shipped()
    if result is None:
        pytest.skip("the article is in copyright, and its text is not here")
    assert result.kinds_right == result.notes == 35
    assert result.precision("found") == result.recall("found") == 1
    assert result.recall("antecedent") == result.recall("title") == 1
    assert result.recall("locator") >= 0.94
    assert result.silent == [line for line in result.silent if "locator" in line]


def test_the_score_sees_what_is_wrong() -> None:
    from argmap.formats.notes.reader import read

    gold = {
        "1": {
            "kind": "citing",
            "references": [{"form": "full", "kind": "Book", "title": "Tides", "year": 1990}],
        }
    }
    result = notes.score(read("1. Ada Brook, Tides (London: Quay, 1991), p. 3."), gold)
    assert result.recall("title") == 1
    assert result.recall("year") == result.precision("year") == 0
    assert any("1990 wanted, 1991 read" in line for line in result.silent)
