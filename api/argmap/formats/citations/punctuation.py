"""Punctuation of a finished citation: what CSL asks of the whole text, and citeproc-py leaves undone.

Sources: CSL 1.0.2, `punctuation-in-quote`; The Chicago Manual of Style, 17th edition, 6.9 (periods and commas
go inside closing quotation marks) and 6.124 (no period after a question or exclamation mark).
"""

import re

from argmap.formats.citations.markup import MARK

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SPACES = re.compile(r" {2,}")
_AFTER_END = re.compile(rf"([?!.])({MARK}*)\.(?!\.)")
_DOUBLED = re.compile(rf"([,;:])({MARK}*)\1")


def punctuated(text: str, close_quote: str | None) -> str:
    """Return a citation with its punctuation in order; points and commas go before `close_quote`."""
    if close_quote:
        text = re.sub(rf"({re.escape(close_quote)})({MARK}*)([.,])", r"\3\1\2", text)
    text = _AFTER_END.sub(r"\1\2", text)
    text = _DOUBLED.sub(r"\1\2", text)
    return _SPACES.sub(" ", _APOSTROPHE.sub("’", text)).strip()
