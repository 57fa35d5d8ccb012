"""The tokens of a SPARQL text: enough grammar to know a keyword from the inside of a string.

It reads the terminals of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar) as the engine does:
codepoint escapes count only inside strings and IRIs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LOCAL_ESCAPE = r"\\[_~.\-!$&'()*+,;=/?#@%]"
_PN = r"[^\W_][\w\-·]*(?:\.+[\w\-·]+)*"
_TERMINALS = (
    ("space", r"[ \t\r\n]+|#[^\r\n]*"),
    ("iri", r"<[^<>\"{}|^`\\\x00-\x20]*>|<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>"),
    ("string", r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''|\"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*\"\"\""),
    ("string", r"'(?:[^'\\\r\n]|\\.)*'|\"(?:[^\"\\\r\n]|\\.)*\""),
    ("variable", r"[?$][\w·]+"),
    ("language", r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*"),
    ("blank", r"_:\w[\w\-·]*(?:\.+[\w\-·]+)*"),
    (
        "name",
        rf"(?:{_PN})?:(?:(?:[\w:]|%[0-9A-Fa-f]{{2}}|{_LOCAL_ESCAPE})"
        rf"(?:\.*(?:[\w\-·:]|%[0-9A-Fa-f]{{2}}|{_LOCAL_ESCAPE}))*)?",
    ),
    ("number", r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"),
    ("word", r"[^\W\d_]\w*"),
    ("sign", r"&&|\|\||!=|<=|>=|\^\^|."),
)
_NEXT = re.compile("|".join(f"(?P<{kind}{n}>{text})" for n, (kind, text) in enumerate(_TERMINALS)), re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A token: its kind (`iri`, `string`, `variable`, `language`, `blank`, `name`, `number`, `word`, `sign`),
    its text, and where the text begins and ends.
    """

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a SPARQL text, without white space and comments."""
    for match in _NEXT.finditer(text):
        kind = (match.lastgroup or "").rstrip("0123456789")
        if kind != "space":
            yield Token(kind, match.group(), match.start(), match.end())


def prologue(found: list[Token]) -> tuple[dict[str, str], int]:
    """Read the PREFIX and BASE declarations that a query starts with.

    Returns the prefixes (without colon) with their IRIs, and the index of the first token after them.
    """
    prefixes: dict[str, str] = {}
    at = 0
    while at < len(found) and found[at].is_word("PREFIX", "BASE"):
        if found[at].is_word("BASE"):
            at += 2
            continue
        if at + 2 < len(found):
            prefixes[found[at + 1].text.rstrip(":")] = found[at + 2].text[1:-1]
        at += 3
    return prefixes, min(at, len(found))


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (both from 1) of an offset in a text."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
