"""The letters-only normal form: what stays the same however a text is set, wrapped, hyphenated or encoded.

Every character is decomposed by compatibility (NFKD, Unicode Standard Annex 15), case-folded, decomposed
again, and of the result only letters are kept (general categories Lu, Ll, Lt, Lo). So ligatures come apart,
accents fall off, and there are no spaces, hyphens, quotation marks or digits: neither line ends nor page and
note numbers make a difference. The marks `[End Page 7]` that some digital editions print are left out.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from itertools import accumulate

RECIPE = "letters-1"

_PAGE_MARK = re.compile(r"\[\s*End\s+Page\s+\d+\s*\]", re.IGNORECASE)
_KEPT = frozenset(("Lu", "Ll", "Lt", "Lo"))
# Some fonts and encodings have these, and others write the two letters.
_TWO = {"æ": "ae", "œ": "oe"}


@dataclass(frozen=True)
class NormalForm:
    """The letters of a text, and where in it each of them stands."""

    text: str = field(repr=False)
    letters: str = field(repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the letters, in UTF-8."""
        return sha256(self.letters.encode()).hexdigest()

    def offset(self, letter: int) -> int:
        """Return which character of the text the letter comes from."""
        return bisect_right(self._ends, letter)

    def letter(self, offset: int) -> int:
        """Return how many letters stand before a character of the text."""
        return self._ends[offset - 1] if offset else 0

    @cached_property
    def _ends(self) -> list[int]:
        """How many letters there are up to and with each character."""
        plain = without_page_marks(self.text)
        lengths = {sign: len(letters_of(sign)) for sign in set(plain)}
        return list(accumulate(map(lengths.__getitem__, plain)))


def normal_form(text: str) -> NormalForm:
    """Return the normal form of a text."""
    plain = without_page_marks(text)
    return NormalForm(text, plain.translate({ord(sign): letters_of(sign) for sign in set(plain)}))


def without_page_marks(text: str) -> str:
    """Return the text with spaces where page marks were: all else stays in its place."""
    return _PAGE_MARK.sub(lambda mark: " " * len(mark[0]), text)


@cache
def letters_of(sign: str) -> str:
    """Return the letters that stand for one character in the normal form; often one, or none."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = "".join(letter for letter in folded if unicodedata.category(letter) in _KEPT)
    return "".join(_TWO.get(letter, letter) for letter in kept)
