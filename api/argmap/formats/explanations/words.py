"""How things stand, in the words of a reader."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.impact.outline import Link, Part
from argmap.formats.impact.words import number, said
from argmap.vocabulary import short

Thing = Mapping[str, Any]

STATE: Mapping[str, Mapping[str, str]] = {
    "statement": {"in": "accepted", "out": "defeated", "undecided": "undecided"},
    "argument": {"in": "holds", "out": "fails", "undecided": "is undecided"},
    "attack": {"in": "succeeds", "out": "fails", "undecided": "is undecided"},
}
READING = {
    "structured": "a statement stands if a line of reasoning for it holds (structured reading)",
    "flat": "a statement stands if what is said against it fails (flat reading)",
}
PREFERENCES = {"none": "every attack counts", "last-link": "an attack on what is stronger strikes back"}


def state(thing: Thing) -> str:
    """Return how a thing stands: `accepted`, `holds`, `succeeds`, …."""
    return stands(thing, thing["status"])


def stands(thing: Thing, status: str) -> str:
    """Return how a thing stands by a status; what nothing speaks for needs nobody to defeat it."""
    if status == "out" and thing.get("unsupported"):
        return "unsupported"
    return STATE[thing["element"]][status]


def verb(state: str) -> str:
    """Return how a thing stands as what a sentence says of it: `is accepted`, `holds`."""
    return state if state.split()[0] in ("holds", "fails", "succeeds", "is") else f"is {state}"


def quoted(thing: Thing) -> Link:
    """Return a thing by its label in quotation marks."""
    if "derived" in thing:
        return Link(f"answer with “{thing['derived']['label']}”", thing["id"])
    return Link(f"“{thing.get('label', short(thing['id']))}”", thing["id"])


def statement(thing: Thing) -> list[Part]:
    """Return a statement with its kind, what it says, whose it is and where it stands."""
    return said(thing)


def given(thing: Thing, notes: Sequence[Thing]) -> str:
    """Return by what a statement stands without an argument: its notes, or the word of its holder."""
    if not notes:
        return "it is taken for granted" if thing.get("implicit") else "it is stated without argument"
    numbers = [str(note.get("noteNumber", "")) for note in notes]
    return f"it cites {'note' if len(numbers) == 1 else 'notes'} {listed(numbers)}"


def listed(names: Sequence[str]) -> str:
    """Return names as a list: `1`, `1 and 2`, `1, 2 and 3`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(things: Sequence[Thing]) -> str:
    """Return how many statements, arguments and attacks there are."""
    several = [
        number(sum(thing["element"] == name for thing in things), name, f"{name}s")
        for name in ("statement", "argument", "attack")
        if any(thing["element"] == name for thing in things)
    ]
    return listed(several)
