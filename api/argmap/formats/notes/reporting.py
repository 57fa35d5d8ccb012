"""What was read and what is doubtful, for people and for programs. It repeats no sentence of a note."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from argmap.formats.notes.records import Doubt, NoteList, Reference


def summary(found: NoteList) -> dict[str, int]:
    """How much there is of everything."""
    references = found.references()
    return {
        "notes": len(found.notes),
        "references": len(references),
        "full": sum(each.form == "full" for each in references),
        "shortForms": sum(each.form != "full" for each in references),
        "open": sum(each.form != "full" and each.resolves_to is None for each in references),
        "secondHand": sum(each.second_hand for each in references),
        "sources": len(found.works),
        "doubts": len(found.all_doubts()),
    }


def lines(found: NoteList) -> Iterator[str]:
    """The report for people: the counts, then the doubts by line."""
    count = summary(found)
    yield (
        f"{count['notes']} notes, style {found.style}: {count['references']} references "
        f"({count['full']} full, {count['shortForms']} short, {count['open']} of these open), "
        f"{count['sources']} sources"
    )
    left_out: dict[str, list[str]] = {}
    for number, reason in found.left_out:
        left_out.setdefault(reason, []).append(str(number))
    for reason, numbers in left_out.items():
        yield f"left out, {reason}: line {', '.join(numbers)}"
    doubts = found.all_doubts()
    yield f"{len(doubts)} to review" if doubts else "nothing to review"
    yield from map(_line, doubts)


def document(found: NoteList) -> dict[str, Any]:
    """The report for programs."""
    return {
        "style": found.style,
        "counts": summary(found),
        "notes": [
            {
                "note": note.key,
                "number": note.number,
                "line": note.line,
                "lastLine": note.last_line,
                "kind": note.kind,
                "explanations": list(note.explanations),
                "references": [_reference(each) for each in note.references],
            }
            for note in found.notes
        ],
        "review": [asdict(doubt) for doubt in found.all_doubts()],
        "leftOut": [{"line": number, "reason": reason} for number, reason in found.left_out],
    }


def _reference(reference: Reference) -> dict[str, Any]:
    given = {
        "reference": reference.key,
        "form": reference.form,
        "line": reference.line,
        "source": reference.source,
        "resolvesTo": reference.resolves_to,
        "candidates": list(reference.candidates),
        "locator": reference.locator,
        "secondHand": reference.second_hand,
    }
    return {name: value for name, value in given.items() if value not in ("", None, [])}


def _line(doubt: Doubt) -> str:
    place = ", ".join(
        filter(None, (f"line {doubt.line}" if doubt.line else "", f"note {doubt.note}" if doubt.note else ""))
    )
    candidates = f" Candidates: {', '.join(doubt.candidates)}." if doubt.candidates else ""
    about = f"reference {doubt.reference}: " if doubt.reference else ""
    return f"  {place or 'the list'}: {about}{doubt.about} {doubt.assumed}{candidates}"
