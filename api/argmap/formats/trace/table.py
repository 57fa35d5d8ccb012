"""The paths of a trace as CSV: a row a path, and the same columns whichever way it goes."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.csv_text import csv_text
from argmap.formats.trace import words
from argmap.formats.trace.paths import paths

Hop = Mapping[str, Any]

COLUMNS = (
    "thing",
    "path",
    "inherited",
    "statements",
    "statement",
    "text",
    "speaker",
    "section",
    "pages",
    "possiblePages",
    "paragraphs",
    "reached",
    "reachedText",
    "reachedSpeaker",
    "reachedStance",
    "note",
    "noteNumber",
    "printedNumber",
    "reference",
    "locator",
    "precision",
    "precisionReason",
    "intent",
    "secondHand",
    "source",
    "citationText",
    "circular",
    "truncated",
    "version",
    "digest",
)


def trace_csv(document: Hop) -> bytes:
    """Return the paths as CSV in UTF-8; several values of one cell stand apart by `; `."""
    rows = ({"path": number, **_row(document, path)} for number, path in enumerate(paths(document), start=1))
    cells = ({column: _cell(value) for column, value in row.items()} for row in rows)
    return csv_text(COLUMNS, cells).encode()


def _row(document: Hop, path: Sequence[Hop]) -> Hop:
    hops = (document, *path)
    statements = [hop for hop in hops if "text" in hop]
    return {
        "thing": document["id"],
        "inherited": any(hop.get("inherited") for hop in path),
        "statements": [hop["id"] for hop in statements],
        **_statement(_nearest_to_note(hops)),
        **_reached(statements[-1] if statements else {}),
        **_note(next((hop for hop in hops if "noteNumber" in hop), {})),
        **_reference(hops),
        **_source(next((hop for hop in reversed(hops) if "citationText" in hop), {})),
        "circular": path[-1].get("circular", False),
        "truncated": path[-1].get("truncated", False),
        **document["dataset"],
    }


def _nearest_to_note(hops: Sequence[Hop]) -> Hop:
    """Return the statement that calls the note or stands in it: the last above it, or the first below."""
    note = next((at for at, hop in enumerate(hops) if "noteNumber" in hop), len(hops))
    above = [hop for hop in hops[:note] if "text" in hop]
    below = [hop for hop in hops[note:] if "text" in hop]
    return above[-1] if above else below[0] if below else {}


def _statement(hop: Hop) -> Hop:
    return {
        "statement": hop.get("id"),
        "text": hop.get("text"),
        "speaker": words.speakers(hop),
        "section": [section.get("label", section["id"]) for section in words.several(hop.get("section"))],
        **{name: hop.get(name) for name in ("pages", "possiblePages", "paragraphs")},
    }


def _reached(hop: Hop) -> Hop:
    """Return the last statement of the path: going up, that which rests on the work in the end."""
    return {
        "reached": hop.get("id"),
        "reachedText": hop.get("text"),
        "reachedSpeaker": words.speakers(hop),
        "reachedStance": hop.get("authorStance"),
    }


def _note(hop: Hop) -> Hop:
    printed = [marker.get("printedNumber") for marker in words.several(hop.get("markedBy"))]
    return {"note": hop.get("id"), "noteNumber": hop.get("noteNumber"), "printedNumber": printed}


def _reference(hops: Sequence[Hop]) -> Hop:
    """Return the reference that stands in the note, and how exactly it is known what it is cited for."""
    note = next((at for at, hop in enumerate(hops) if "noteNumber" in hop), len(hops))
    above = [hop for hop in hops[:note] if _is_reference(hop)]
    below = [hop for hop in hops[note:] if _is_reference(hop)]
    reference = above[-1] if above else below[0] if below else {}
    known = next((hop for hop in hops if "precision" in hop), {})
    citations = words.several(known.get("citation"))
    of_citations = [citation["locator"] for citation in citations if "locator" in citation]
    return {
        "reference": reference.get("id"),
        "locator": of_citations[0] if of_citations else reference.get("locator"),
        "precision": known.get("precision"),
        "precisionReason": words.reasons(known),
        "intent": list(dict.fromkeys(citation.get("intent") for citation in citations)),
        "secondHand": any(citation.get("secondHand") for citation in citations) if citations else None,
    }


def _is_reference(hop: Hop) -> bool:
    return str(hop.get("type", "")).endswith("Reference")


def _source(hop: Hop) -> Hop:
    return {"source": hop.get("id"), "citationText": hop.get("citationText")}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(str(each) for each in words.several(value) if each is not None)
