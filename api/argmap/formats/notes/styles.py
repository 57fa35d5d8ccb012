"""The conventions by which notes are written, and how to tell them from the text."""

import re
from dataclasses import dataclass

from argmap.errors import BadParameter


@dataclass(frozen=True)
class Style:
    """What differs between conventions; all else is read alike.

    `ranges_are_whole`: pages of an article or chapter without anything else are those of the whole piece.
    `colon_after_author`: a colon stands between author and title.
    """

    name: str
    cues: str
    ranges_are_whole: bool = True
    colon_after_author: bool = False


STYLES = (
    Style(
        "chicago",
        r"\(\w[^()]*: [^()]+, \d{4}\)|, eds?\., |[\"“][^\"”]+,[\"”]|no\. \d+ \(",
        ranges_are_whole=False,
    ),
    Style("mhra", r"\bed\. by\b|\bedn\b|[’'], in |\(p\. \d+\)|[’'], [A-Z]|\btrans\. by\b"),
    Style("apa", r"[A-Z]\. \((?:19|20)\d\d[a-z]?\)\.|\(Eds?\.\)|, & |\((?:19|20)\d\d[a-z]?: \d+"),
    Style(
        "legal",
        r"\bsupra note\b|\b[Ii]d\. at\b|L\. Rev\.|\bv\. [A-Z]|\bhereinafter\b|§",
        ranges_are_whole=False,
    ),
    Style(
        "german",
        r"\bS\. \d|\b[Ee]bd\.|\b[Vv]gl\.|\((?:Hg|Hrsg)\.\)|\bAnm\. \d|a\. ?a\. ?O\.|\bin: ",
        colon_after_author=True,
    ),
    Style(
        "french", r"«|\bdans [A-Z]|\(dir\.\)|\b[Vv]oir\b|\bart\. cit\.|\b[Cc]ité par\b|\bp\. \d+ ;|\bn° ?\d"
    ),
)
NAMES = tuple(style.name for style in STYLES)


def named(name: str) -> Style:
    """The style of that name.

    Raises:
        BadParameter: there is none.
    """
    for style in STYLES:
        if style.name == name:
            return style
    raise BadParameter("style", f'"{name}" is no style of notes. There are: auto, {", ".join(NAMES)}.')


def told(text: str) -> Style:
    """The style of whose marks a text has most; the first where it has none."""
    return max(STYLES, key=lambda style: len(re.findall(style.cues, text)))
