"""What to say of a prefix that a query uses and does not declare."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from itertools import islice

from argmap.vocabulary import PREFIXES

WELL_KNOWN = {
    "bibo": "http://purl.org/ontology/bibo/",
    "biro": "http://purl.org/spar/biro/",
    "c4o": "http://purl.org/spar/c4o/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "doco": "http://purl.org/spar/doco/",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "fn": "http://www.w3.org/2005/xpath-functions#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "http://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    **PREFIXES,
}

_LONGEST_GUESSED, _MOST_GUESSED = 30, 100
_BARE_IRI = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*+://|urn:|mailto:)[^\s<>\"{}|^`\\]++")


def bare_iri(text: str, start: int) -> str:
    """Return the IRI that begins at a place in a text without its brackets; empty if there is none."""
    found = _BARE_IRI.match(text, start)
    return found.group().rstrip(".,;)'") if found else ""


def undeclared(prefix: str, declared: Collection[str]) -> str:
    """Return the message for a prefix (without colon), with the line to add or the prefix that was meant."""
    said = f"the prefix {prefix}: is not declared"
    if prefix in WELL_KNOWN:
        return f"{said}; add at the top: {_line(prefix)}"
    if near := _nearest(prefix, declared):
        return f"{said}; did you mean {near}:?"
    if near := _nearest(prefix, WELL_KNOWN):
        return f"{said}; did you mean {near}:? Then add at the top: {_line(near)}"
    return f"{said}; add at the top: PREFIX {prefix}: <…>"


def _line(prefix: str) -> str:
    return f"PREFIX {prefix}: <{WELL_KNOWN[prefix]}>"


def _nearest(prefix: str, known: Collection[str]) -> str | None:
    if len(prefix) > _LONGEST_GUESSED:  # guessing takes the cube of a length
        return None
    by_case = {each.lower(): each for each in islice(known, _MOST_GUESSED) if len(each) <= _LONGEST_GUESSED}
    close = get_close_matches(prefix.lower(), by_case, n=1, cutoff=0.6)
    return by_case[close[0]] if close else None
