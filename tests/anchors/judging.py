"""Whether what was found is right, by the text that the anchors were made from."""

from collections import Counter
from collections.abc import Callable

from argmap.formats.anchors.copy_text import CopyText
from argmap.formats.anchors.finding import Found
from argmap.formats.anchors.normal_form import normal_form
from argmap.formats.anchors.records import Anchors
from argmap.formats.anchors.report import Report, search

# So many letters are compared at each end of a passage that something was inserted into.
EDGE = 20


def searched(text: str, anchors: Anchors) -> Report:
    """Return what a copy with this text holds."""
    return search(CopyText(text, "0" * 64, paged=False), anchors)


def states(report: Report) -> Counter[str]:
    """Return how many passages are in each state."""
    return Counter(found.state for found in report.passages)


def wrong(report: Report, original: str) -> list[str]:
    """Return the passages that are said to stand where they do not."""
    return _not(_is_there, report, original)


def altered(report: Report, original: str) -> list[str]:
    """Return the passages that are said to be there, and have lost or changed a letter."""
    return _not(_is_whole, report, original)


def _not(right: Callable[[str, str, int], bool], report: Report, original: str) -> list[str]:
    letters = normal_form(original).letters
    return [
        found.passage.label
        for found in report.passages
        if found.state != "missing"
        and not right(_got(found, report), letters[found.passage.start : found.passage.end], found.inserted)
    ]


def _got(found: Found, report: Report) -> str:
    return "".join(report.text.letters[start:end] for start, end in found.pieces)


def _is_there(got: str, letters: str, inserted: int) -> bool:
    """Whether both ends are those of the passage, and about as far apart: two letters may be lost between."""
    return got[:EDGE] == letters[:EDGE] and got[-EDGE:] == letters[-EDGE:] and _fits(got, letters, inserted)


def _fits(got: str, letters: str, inserted: int) -> bool:
    more = len(got) - len(letters)
    return more == inserted or -2 <= more <= inserted


def _is_whole(got: str, letters: str, inserted: int) -> bool:
    """Whether, without what stands in the middle, it is all of the passage, in its order."""
    rest = iter(got)
    return all(letter in rest for letter in letters) and len(got) - len(letters) == inserted
