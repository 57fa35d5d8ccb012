"""What a style sets off by type, as plain text, Markdown or HTML.

A processor marks it by pairs of code points that Unicode keeps for such inner use (noncharacters, Unicode 16,
23.7). They are taken out of whatever comes from outside, so the text can be escaped as a whole.
"""

import re
from html import escape
from typing import Literal

from argmap.formats.outside import escaped, one_line

Markup = Literal["plain", "markdown", "html"]
MARKUPS: tuple[Markup, ...] = ("plain", "markdown", "html")

# Opening marks; the closing one follows each.
ITALIC, BOLD, SUPERSCRIPT, SUBSCRIPT, SMALL_CAPS, UNDERLINE = range(0xFDD0, 0xFDDC, 2)
_HTML = {
    ITALIC: ("<i>", "</i>"),
    BOLD: ("<b>", "</b>"),
    SUPERSCRIPT: ("<sup>", "</sup>"),
    SUBSCRIPT: ("<sub>", "</sub>"),
    SMALL_CAPS: ('<span style="font-variant:small-caps">', "</span>"),
    UNDERLINE: ("<u>", "</u>"),
}
_MARKDOWN = {ITALIC: ("*", "*"), BOLD: ("**", "**")}
MARK = "[\ufdd0-\ufddb]"
_MARKS = re.compile(MARK)
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")


def marked(text: str, mark: int) -> str:
    """Return text between a pair of marks; nothing stays nothing."""
    return f"{chr(mark)}{text}{chr(mark + 1)}" if text else text


def unmarked(text: str) -> str:
    """Return text from outside, without what we use for marks, in one line that shows what it says."""
    return one_line(_NONCHARACTERS.sub("", text))


def written(text: str, markup: Markup) -> str:
    """Return marked text as plain text, Markdown or HTML, with everything else escaped as that needs it."""
    if markup == "html":
        return _with(_HTML, escape(text, quote=False))
    if markup == "markdown":
        return _with(_MARKDOWN, escaped(text))
    return _MARKS.sub("", text)


def _with(tags: dict[int, tuple[str, str]], text: str) -> str:
    return _MARKS.sub(lambda found: _tag(tags, ord(found[0])), text)


def _tag(tags: dict[int, tuple[str, str]], mark: int) -> str:
    opening, closing = tags.get(mark & ~1, ("", ""))
    return closing if mark & 1 else opening
