"""What falls if something is withdrawn, for readers: the thesis first, then what falls, what is weakened."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.impact.outline import Entry
from argmap.vocabulary import short

Thing = Mapping[str, Any]

COLUMNS = ("status", "id", "type", "label", "text", "linesLost", "linesWeakened", "linesRemaining", "because")
_READINGS = {
    "stands": "a statement that no source stands behind holds by the author's word",
    "falls": "a statement that no source stands behind does not count",
}
_STATUS = {
    "withdrawn": "withdrawn",
    "unsupported": "unsupported",
    "weakened": "weakened",
    "unaffected": "unaffected",
    "unsupported-before": "not supported even before",
    "circular": "it rests on what it was to support",
}


def impact_csv(document: Thing) -> str:
    """Return what falls as CSV: a line for each statement that is not as before, and what is strengthened."""
    return csv_text(COLUMNS, _rows(document))


def _rows(document: Thing) -> Iterator[Thing]:
    for item in document["items"]:
        lines = {key: "; ".join(map(_line, item[key])) for key in COLUMNS if key.startswith("lines")}
        yield {**item, **lines}
    for item in document["strengthened"]:
        because = "; ".join(map(_because, item["because"]))
        yield {**item, "status": "strengthened", "because": because}
    for item in document["revived"]:
        yield {**item, "because": _answers(item)}


def impact_outline(document: Thing) -> Iterator[Entry]:
    """Give what falls as an outline."""
    withdrawn = ", ".join(_named(each) for each in document["withdrawn"])
    yield Entry(1, f"If this is withdrawn: {withdrawn}")
    yield Entry(3, f"Read so: {_READINGS[document['uncited']]}.")
    yield Entry(3, _counts(document["counts"]))
    yield Entry(2, "Thesis")
    for thesis in document["theses"]:
        yield Entry(3, f"{_STATUS[thesis['status']]}: {_said(thesis)}")
    if not document["theses"]:
        yield Entry(3, "There is none in what this has to do with.")
    for status, heading in (("unsupported", "Unsupported"), ("weakened", "Weakened")):
        yield from _section(heading, [item for item in document["items"] if item["status"] == status])
    yield from _objections("Strengthened", document["strengthened"])
    yield from _revivals(document["revived"])
    yield from _beside(document["citedWithoutSupport"])


def _counts(counts: Mapping[str, int]) -> str:
    said = (
        ("unsupported", "unsupported"),
        ("weakened", "weakened"),
        ("unaffected", "unaffected"),
        ("unsupportedBefore", "not supported even before"),
        ("strengthened", "strengthened"),
        ("revived", "objections with fewer answers"),
    )
    return ", ".join(f"{counts[key]} {words}" for key, words in said) + "."


def _section(heading: str, items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield Entry(2, f"{heading} ({len(items)})")
    for item in items:
        yield Entry(3, f"{item.get('type', 'Statement')}: {_said(item)}")
        for key, word in (("linesLost", "goes"), ("linesWeakened", "weaker"), ("linesRemaining", "remains")):
            for line in item[key]:
                yield Entry(4, f"{word}: {_line(line)}")


def _objections(heading: str, items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield Entry(2, f"{heading} ({len(items)})")
    for item in items:
        yield Entry(3, f"{item.get('type', 'Thing')}: {_said(item)}")
        for because in item["because"]:
            yield Entry(4, _because(because))


def _revivals(items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield Entry(2, f"Objections whose answers fall ({len(items)})")
    for item in items:
        state = "is answered by less" if item["answersRemaining"] else "stands unanswered again"
        yield Entry(3, f"{item.get('type', 'Objection')} {state}: {_said(item)}")
        yield Entry(4, _answers(item))


def _beside(items: Sequence[Thing]) -> Iterator[Entry]:
    if not items:
        return
    yield Entry(2, "Cited, but not as support")
    for item in items:
        ends = ", ".join(end.rsplit("/", 1)[-1] for end in item["ends"])
        yield Entry(
            3, f"{item['label']} cites {item['source'].get('label', '')} ({ends}) [{short(item['id'])}]"
        )


def _line(line: Thing) -> str:
    """Return a line of support in words: the source and its notes, or the argument and what fell of it."""
    if "source" in line:
        notes = ", ".join(str(note.get("noteNumber", short(note["id"]))) for note in line["notes"])
        return f"source {_named(line['source'])}, note {notes}"
    through = [
        f"{each.get('label', each['id'])} ({_STATUS[each['status']]})" for each in line.get("through", ())
    ]
    return f"argument {_named(line['argument'])}" + (f", by {', '.join(through)}" if through else "")


def _because(because: Thing) -> str:
    return (
        f"the objection {_named(because['objection'])} falls with {because['statement'].get('label', '')} "
        f"({_STATUS[because['status']]})"
    )


def _answers(item: Thing) -> str:
    lost = ", ".join(_named(each) for each in item["answersLost"])
    left = ", ".join(_named(each) for each in item["answersRemaining"])
    return f"falls: {lost}" + (f"; remains: {left}" if left else "")


def _said(item: Thing) -> str:
    return f"{item.get('text') or item.get('label', '')} [{short(item['id'])}]"


def _named(thing: Thing) -> str:
    return f"{thing['label']} [{short(thing['id'])}]" if "label" in thing else short(thing["id"])
