"""Where in a work: from the words of a note ("pp. 4-5", "ch. 2") to the label and value that styles print."""

import re
from typing import NamedTuple


class Place(NamedTuple):
    """A locator: its CSL label ("page"), the rest ("4-5"), and the words it was read from.

    With the label `literal` it is to be printed as it stands.
    """

    label: str
    value: str
    text: str


LITERAL = "literal"
# The labels of CSL 1.0.2 ("Locators"), with what notes print for them.
_WORDS = {
    "page": "p pp pg pgs page pages",
    "chapter": "ch chs chap chaps chapter chapters",
    "section": "sec secs section sections § §§",
    "paragraph": "para paras par paragraph paragraphs ¶ ¶¶",
    "note": "n nn note notes fn fns footnote footnotes",
    "volume": "vol vols volume volumes",
    "part": "pt pts part parts",
    "book": "bk bks book books",
    "column": "col cols column columns",
    "figure": "fig figs figure figures",
    "folio": "fol fols folio folios",
    "line": "l ll line lines",
    "verse": "v vv verse verses",
    "issue": "no nos issue issues",
    "opus": "op opp opus",
    "sub verbo": "s.v s.vv",
}
_LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
_LABELLED = re.compile(r"(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*|§§?|¶¶?)\.?\s*(?P<value>\S.*)", re.DOTALL)
_NUMBER = r"(?:[0-9]+[a-z]?(?:\.[0-9]+)*|[ivxlcdm]+|[IVXLCDM]+)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*[-–—,;&]\s*{_NUMBER})*")


_SEVERAL = re.compile(r"[-–—,;&]")


def place(locator: str) -> Place:
    """Return label and value of a locator; a bare number is a page, more than numbers is literal."""
    text = " ".join(locator.split())
    if _NUMBERS.fullmatch(text):
        return Place("page", text, text)
    match = _LABELLED.fullmatch(text)
    label = _LABELS.get(match["word"].lower()) if match else None
    if match is None or label is None or not (label == "sub verbo" or _NUMBERS.fullmatch(match["value"])):
        return Place(LITERAL, text, text)
    return Place(label, match["value"], text)


def labelled(locator: str) -> str:
    """Return a locator as it is read beside a citation: a bare number as a page, `87` as `p. 87`."""
    found = place(locator)
    if found.label != "page":
        return found.text
    return f"{'pp.' if _SEVERAL.search(found.value) else 'p.'} {found.value}"
