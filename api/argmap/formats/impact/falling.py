"""What falls if something is withdrawn, for readers: the thesis first, then what falls, what is weakened."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.impact import words
from argmap.formats.impact.outline import Entry, entry
from argmap.vocabulary import short

Thing = Mapping[str, Any]

_SHOWN = 5  # statements of an agent that a reader is shown; programs get all
_READINGS = {
    "stands": "a statement that no source stands behind holds by the author's word",
    "falls": "a statement that no source stands behind does not count",
}


def impact_outline(document: Thing) -> Iterator[Entry]:
    """Give what falls as an outline."""
    yield entry(1, "If this is withdrawn: ", *words.names(document["withdrawn"]))
    yield entry(3, f"Read so: {_READINGS[document['uncited']]}.")
    yield entry(3, _counts(document["counts"]))
    yield from _thesis(document["theses"])
    yield from _of_nothing_cited(document["authorsOfNothingCited"])
    asked = {each["id"] for each in document["withdrawn"]}
    for status, heading in (
        ("withdrawn", "Withdrawn with it"),
        ("unsupported", "Unsupported"),
        ("weakened", "Weakened"),
    ):
        of_status = [item for item in document["items"] if item["status"] == status]
        yield from _section(heading, [item for item in of_status if item["id"] not in asked])
    yield from _objections(document["strengthened"])
    yield from _revivals(document["revived"])
    yield from _beside(document["citedWithoutSupport"])
    yield from words.lost_text(document)
    yield from words.footer(document)


def _counts(counts: Mapping[str, int]) -> str:
    said = [
        ("withdrawn", "withdrawn", "withdrawn"),
        ("unsupported", "unsupported", "unsupported"),
        ("weakened", "weakened", "weakened"),
        ("unaffected", "unaffected", "unaffected"),
        ("unsupportedBefore", "not supported even before", "not supported even before"),
        ("strengthened", "strengthened", "strengthened"),
        ("revived", "objection with fewer answers", "objections with fewer answers"),
        ("citedWhereTextIsLost", "note called in lost text", "notes called in lost text"),
    ]
    found = [words.number(counts[key], one, many) for key, one, many in said if counts[key]]
    known = "as far as is known, " if counts["citedWhereTextIsLost"] else ""
    if not (counts["withdrawn"] or counts["unsupported"] or counts["weakened"]):
        found.insert(0, f"{known}nothing falls or is weakened")
    text = ", ".join(found)
    return f"{text[0].upper()}{text[1:]}."


def _thesis(theses: Sequence[Thing]) -> Iterator[Entry]:
    yield entry(2, "Thesis")
    for each in theses:
        yield entry(3, f"{words.STATUS[each['status']]}: ", *words.thesis(each))
    if not theses:
        yield entry(3, "No thesis is concerned.")


def _of_nothing_cited(agents: Sequence[Thing]) -> Iterator[Entry]:
    """Say of an agent who has written nothing that is cited what is attributed to it: that stays."""
    for agent in agents:
        held = agent["attributed"]
        yield entry(2, "Author of no cited work: ", words.named(agent))
        how = "; these are not withdrawn with an author" if held else ""
        counted = words.number(len(held), "statement is", "statements are") if held else "No statement is"
        yield entry(3, f"{counted} attributed to {agent.get('label', short(agent['id']))}{how}.")
        for each in held[:_SHOWN]:
            yield entry(4, words.named(each))
        if len(held) > _SHOWN:
            yield entry(4, f"and {len(held) - _SHOWN:,} more, all of them in the JSON")
        if held:
            example = short(held[0]["id"])
            yield entry(
                3, f"To withdraw a statement, name it: argmap impact {example}, or ?evidence={example}."
            )


def _section(heading: str, items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield entry(2, f"{heading} ({len(items)})")
    for item in items:
        yield entry(3, *words.said(item))
        for key, word in (("linesLost", "goes"), ("linesWeakened", "weaker"), ("linesRemaining", "remains")):
            for line in item[key]:
                yield entry(4, f"{word}: ", *words.line(line))


def _objections(items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield entry(2, f"Strengthened ({len(items)})")
    for item in items:
        yield entry(3, *words.said(item))
        for each in item["because"]:
            yield entry(4, *words.because(each))


def _revivals(items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield entry(2, f"Objections whose answers fall ({len(items)})")
    for item in items:
        state = "answered by less" if item["answersRemaining"] else "stands unanswered again"
        yield entry(3, *words.said(item), f", {state}")
        if item["madeBy"]:
            yield entry(4, "made by: ", *words.all_owned(item["madeBy"]))
        yield entry(4, *words.answers(item))


def _beside(items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield entry(2, "Cited, but not as support")
    for item in items:
        source = words.named(item["source"])
        yield entry(3, *words.owned(item), " cites ", source, f": {words.ends(item)}")
