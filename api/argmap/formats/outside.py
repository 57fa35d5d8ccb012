"""Text from outside, which may hold anything, as text of one line that shows what it says.

Sources: Unicode Annex 9, 2 (what reorders text); CommonMark 0.31.2, 2.4 and 6 (marks and their escapes).
"""

import re

# Control characters, halves of pairs, what reorders what a reader sees, and what no text may hold.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
# Whatever may begin a mark somewhere in a line. Nothing from outside stands at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def one_line(text: object) -> str:
    """Return text with single spaces between its words, and without control and reordering characters."""
    return " ".join(_UNSHOWN.sub("", " ".join(str(text).split())).split())


def escaped(text: str) -> str:
    """Return text for Markdown, with every mark escaped."""
    return _SPECIAL.sub(r"\\\1", text)
