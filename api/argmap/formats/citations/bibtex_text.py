"""Text as BibTeX and LaTeX read it back: every character that means something to them is written out.

Braces are written as commands, since BibTeX counts even escaped ones ("BibTeXing", Oren Patashnik, 1988, 4).
Unicode stays as it is, which biber and every engine that reads UTF-8 take.
"""

import re

from argmap.formats.outside import one_line

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
# What LaTeX joins with the next character: dashes, quotation marks, inverted question and exclamation marks.
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")
_CHARACTERS = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_IN_KEY = re.compile(r"[^A-Za-z0-9:.+/-]+")


def escaped(text: str) -> str:
    """Return text as LaTeX, in one line."""
    parts = _JOINED.split(one_line(text))
    return "{}".join(_CHARACTERS.sub(lambda found: _SPECIAL[found[0]], part) for part in parts)


def name(parts: dict[str, str]) -> str:
    """Return a CSL name as BibTeX has it: `Family, Suffix, Given`, in braces where it would be divided."""
    if "literal" in parts:
        return f"{{{escaped(parts['literal'])}}}"
    order = ("family", "suffix", "given") if parts.get("suffix") else ("family", "given")
    return ", ".join(_part(parts.get(part, "")) for part in order)


def _part(text: str) -> str:
    """Return one part of a name; in braces where BibTeX would read more than one part out of it."""
    divided = "," in text or _AND.search(text) or not text.strip()
    return f"{{{escaped(text)}}}" if divided else escaped(text)


def key(text: str) -> str:
    """Return a citation key: only characters that BibTeX, biber and LaTeX all take in one."""
    return _IN_KEY.sub("-", text).strip("-") or "work"


def verbatim(url: str) -> str:
    """Return an address for a field that LaTeX takes as it is: what would end it is percent-encoded."""
    encoded = {"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"}
    return "".join(encoded.get(character, character) for character in one_line(url))
