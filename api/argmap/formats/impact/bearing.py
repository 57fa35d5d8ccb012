"""Which sources carry the most, for readers."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact import words
from argmap.formats.impact.outline import Entry, entry, joined

Thing = Mapping[str, Any]

COLUMNS = ("id", "label", "type", "claims", "endorsedClaims", "share", "alone", "aloneEndorsed", "inCutSets")


def bearing_csv(document: Thing) -> str:
    """Return the sources as CSV: how many claims each has a part in, how many it carries alone."""
    return csv_text(COLUMNS, document["items"])


def bearing_outline(document: Thing) -> Iterator[Entry]:
    """Give what carries most as an outline."""
    yield entry(1, "Load-bearing sources")
    word = "stand by the author's word" if document["uncited"] == "stands" else "do not count"
    yield entry(3, f"Read so: statements that no source stands behind {word}.")
    for target in document["targets"]:
        yield entry(2, *words.said(target))
        yield from _cuts(target)
    yield entry(2, f"Claims that one source alone carries ({len(document['singleSource'])})")
    for claim in document["singleSource"]:
        yield entry(3, *words.thesis(claim), ": ", *words.names(claim["sources"]))
    yield from _kinds(document)
    yield from _sources(document)
    yield from words.lost_text(document)
    yield from words.footer(document)


def _kinds(document: Thing) -> Iterator[Entry]:
    yield entry(2, "Claims that fall with one kind of source")
    for kind in document["kinds"]:
        only = sum(claim["only"] for claim in kind["claims"])
        counted = words.number(len(kind["claims"]), "claim", "claims")
        yield entry(3, f"{kind['name']}: {counted}" + (f", {only} with nothing else behind" if only else ""))
        for claim in kind["claims"]:
            yield entry(4, *words.thesis(claim), " (nothing else)" if claim["only"] else "")


def _sources(document: Thing) -> Iterator[Entry]:
    claims = words.number(document["claimsWithSources"], "claim that rests", "claims that rest")
    yield entry(
        2, f"Sources, of {claims} on any, {document['endorsedWithSources']} of them endorsed by the author"
    )
    for item in document["items"]:
        counted = words.number(item["claims"], "claim", "claims")
        yield entry(
            3,
            words.named(item),
            f": {counted} ({item['share']:.0%}), {item['endorsedClaims']} of them endorsed; "
            f"alone {item['alone']}, {item['aloneEndorsed']} of them endorsed",
        )


def _cuts(target: Thing) -> Iterator[Entry]:
    sets = target["cutSets"]
    more = ", and there may be more: the search was cut short" if target["truncated"] else ""
    if target["status"] == "unsupported-before":
        yield entry(3, "It is not supported in the first place.")
    elif not sets:
        yield entry(3, f"No set of up to {target['size']} sources brings it down{more}.")
    else:
        counted = "this set" if len(sets) == 1 else f"any of these {len(sets)} sets"
        yield entry(3, f"It falls with {counted} of up to {target['size']} sources{more}:")
    for each in sets:
        yield entry(4, *joined(([words.named(source)] for source in each), " + "))
