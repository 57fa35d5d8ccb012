"""The place where the engine stopped, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.sparql_tokens import Prologue, Token, declared, place

PAIRS = {"(": ")", "{": "}", "[": "]", "{|": "|}"}
TERMS = ("variable", "name", "iri", "string", "number", "blank")


@dataclass(frozen=True)
class Mistake:
    """A text in tokens, the index of the one that the engine did not take, and what it expected there."""

    text: str
    found: Sequence[Token]
    index: int
    expected: frozenset[str]

    @cached_property
    def prologue(self) -> Prologue:
        """What the text declares first."""
        return declared([token.text for token in self.found])

    @property
    def token(self) -> Token:
        """The token that was not taken."""
        return self.found[self.index]

    def near(self, distance: int) -> str:
        """Return the text of a token before or after, in capitals; empty beyond the ends."""
        at = self.index + distance
        return self.found[at].text.upper() if 0 <= at < len(self.found) else ""

    @cached_property
    def open_bracket(self) -> int | None:
        """The index of the innermost bracket that is open before the token."""
        open_: list[int] = []
        for index, token in enumerate(self.found[: self.index]):
            if token.text in PAIRS:
                open_.append(index)
            elif open_ and token.text == PAIRS[self.found[open_[-1]].text]:
                open_.pop()
        return open_[-1] if open_ else None

    def before_bracket(self, distance: int = 1) -> str:
        """Return the text of a token before that bracket, in capitals; empty if there is none."""
        at = (self.open_bracket or 0) - distance
        return self.found[at].text.upper() if at >= 0 else ""

    def opening_before(self) -> int:
        """Return where the parenthesis opens that closes just before the token; else the token before."""
        depth = 0
        for index in range(self.index - 1, -1, -1):
            depth += (self.found[index].text == ")") - (self.found[index].text == "(")
            if depth <= 0:
                return index
        return self.index - 1

    def which(self, index: int) -> str:
        """Name another token by its place."""
        line, column = place(self.text, self.found[index].start)
        return f"the {self.found[index].text} of line {line}, column {column}"


def is_torn(word: Token, bracket: Token) -> bool:
    """Whether there is space between a function and its parenthesis where the engine takes none."""
    return word.is_word("COALESCE", "CONCAT") and bracket.text == "(" and word.end < bracket.start


def short(text: str) -> str:
    """Return the beginning of a text, as much as a message has room for."""
    return text if len(text) <= 40 else f"{text[:39]}…"
