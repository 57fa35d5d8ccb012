"""What happens to a text between two copies: line ends, hyphens, ligatures, quotation marks, page heads."""

import random
import re
import textwrap
from collections.abc import Callable

Change = Callable[[str], str]

_LIGATURES = {"ffl": "ﬄ", "ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}


def rewrapped(text: str, width: int) -> str:
    """Return the text in lines of another width."""
    return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


def hyphenated(text: str, seed: int, share: float = 0.3) -> str:
    """Return the text with many words broken at line ends, or holding soft hyphens."""
    drawn = random.Random(seed)

    def broken(word: re.Match[str]) -> str:
        if drawn.random() > share:
            return word[0]
        at = drawn.randint(2, len(word[0]) - 2)
        return word[0][:at] + drawn.choice(["-\n", "\u00ad", "\u2010\n  ", "- "]) + word[0][at:]

    return re.sub(r"[a-z]{5,}", broken, text)


def joined(text: str, seed: int, share: float = 0.3) -> str:
    """Return the text with spaces lost."""
    drawn = random.Random(seed)
    return re.sub(" ", lambda _: "" if drawn.random() < share else " ", text)


def with_ligatures(text: str) -> str:
    """Return the text as some fonts write it."""
    for letters, ligature in _LIGATURES.items():
        text = text.replace(letters, ligature)
    return text


def with_other_quotes(text: str) -> str:
    """Return the text with other quotation marks and dashes."""
    return text.replace("“", '"').replace("”", "''").replace("-", "–").replace("'", "’")


def with_page_heads(text: str, every: int, head: str = "THE JOURNAL OF NOTHING") -> str:
    """Return the text with a page number, and a head in turn, after every so many lines."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(line)
        if number % every == 0:
            page = 100 + number // every
            lines += ["", str(page), "", f"{head} {page}", ""]
    return "\n".join(lines)
