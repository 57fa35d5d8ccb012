"""Which sources carry the most, for readers."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact.outline import Entry
from argmap.vocabulary import short

Thing = Mapping[str, Any]

COLUMNS = ("id", "label", "type", "claims", "share", "alone", "inCutSets")


def bearing_csv(document: Thing) -> str:
    """Return the sources as CSV: how many claims each has a part in, how many it carries alone."""
    return csv_text(COLUMNS, document["items"])


def bearing_outline(document: Thing) -> Iterator[Entry]:
    """Give what carries most as an outline."""
    yield Entry(1, "Load-bearing sources")
    word = "stand by the author's word" if document["uncited"] == "stands" else "do not count"
    yield Entry(3, f"Read so: statements that no source stands behind {word}.")
    for target in document["targets"]:
        yield Entry(2, f"{target.get('type', 'Claim')}: {target.get('text', '')} [{short(target['id'])}]")
        yield from _cuts(target)
    yield Entry(2, f"Claims that one source alone carries ({len(document['singleSource'])})")
    for claim in document["singleSource"]:
        names = ", ".join(_named(each) for each in claim["sources"])
        yield Entry(3, f"{claim.get('text', '')} [{short(claim['id'])}]: {names}")
    yield Entry(2, "Claims that fall with one kind of source")
    for kind in document["kinds"]:
        only = sum(claim["only"] for claim in kind["claims"])
        yield Entry(
            3, f"{kind['name']}: {len(kind['claims'])} claims, {only} of them with nothing else behind"
        )
        for claim in kind["claims"]:
            yield Entry(
                4,
                f"{claim.get('text', '')} [{short(claim['id'])}]{' (nothing else)' if claim['only'] else ''}",
            )
    yield Entry(2, f"Sources, of {document['claimsWithSources']} claims that rest on any")
    for item in document["items"]:
        yield Entry(
            3, f"{_named(item)}: {item['claims']} claims ({item['share']:.0%}), {item['alone']} of them alone"
        )


def _cuts(target: Thing) -> Iterator[Entry]:
    sets = target["cutSets"]
    more = ", and there may be more: the search was cut short" if target["truncated"] else ""
    if target["status"] == "unsupported-before":
        yield Entry(3, "It is not supported in the first place.")
    elif not sets:
        yield Entry(3, f"No set of up to {target['size']} sources brings it down{more}.")
    else:
        yield Entry(
            3, f"It falls with any of these {len(sets)} sets of up to {target['size']} sources{more}:"
        )
    for each in sets:
        yield Entry(4, " + ".join(_named(source) for source in each))


def _named(thing: Thing) -> str:
    return f"{thing.get('label', '')} [{short(thing['id'])}]".strip()
