"""How things and values are named to people who have never seen RDF."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from argmap.vocabulary import ID, PREFIXES

_LONGEST = 60
_UNCOUNTED = "evidence"


def shown(iri: str) -> str:
    """An IRI as an author writes it: `doe-2001/claim/x`, `am:Claim`, or in full; a nameless node as `[ ]`."""
    if iri.startswith("_:"):
        return "[ ]"
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def quoted(text: str) -> str:
    """A literal's text in quotation marks, shortened to what fits a line."""
    plain = " ".join(text.split())
    return f'"{plain}"' if len(plain) <= _LONGEST else f'"{plain[:_LONGEST].rstrip()}…"'


def one_of(names: Iterable[str]) -> str:
    """`a, b or c`."""
    *rest, last = sorted(names)
    return f"{', '.join(rest)} or {last}" if rest else last


def with_article(noun: str) -> str:
    """`a claim`, `an argument`; of what cannot be counted, `evidence`."""
    if re.split(", | or ", noun)[0].endswith(_UNCOUNTED):
        return noun
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """Offer the known names that resemble `wrong`, or else say `otherwise`."""
    # Sorted, because among equally close names the first wins.
    close = get_close_matches(wrong, sorted(known), n=2, cutoff=0.7)
    return f"Did you mean {' or '.join(close)}?" if close else otherwise
