"""Text from outside, made safe to show on a terminal."""

import unicodedata

# They reorder what a reader sees (Unicode Annex 9, 2). Joiners stay: Persian and Hindi are spelt with them.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: object) -> str:
    """The text on one line, without control characters.

    Data may come from anywhere: an escape sequence in a label must not reach the reader's terminal.
    """
    return _visible(" ".join(str(text).split()))


def lines(text: str) -> str:
    """The text with its line breaks and indents, without other control characters."""
    return "\n".join(_visible(line.expandtabs()) for line in text.split("\n"))


def _visible(text: str) -> str:
    return "".join(character for character in text if not _is_control(character))


def _is_control(character: str) -> bool:
    # Cc: control characters; Cs: lone surrogates, which no stream can write.
    return character in BIDI_CONTROLS or unicodedata.category(character) in {"Cc", "Cs"}
