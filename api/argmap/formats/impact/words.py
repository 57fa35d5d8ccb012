"""What falls, in the words of a reader; kinds, ends and places are called as in traces."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.impact.outline import Entry, Link, Part, entry, joined
from argmap.formats.trace import words
from argmap.vocabulary import short

Thing = Mapping[str, Any]

STATUS = {
    "withdrawn": "withdrawn",
    "unsupported": "unsupported",
    "weakened": "weakened",
    "unaffected": "unaffected",
    "unsupported-before": "not supported even before",
    "circular": "resting on what it was to support",
}


def number(count: int, one: str, many: str) -> str:
    """Return how many there are: `1 objection`, `2 objections`."""
    return f"{count:,} {one if count == 1 else many}"


def named(thing: Thing) -> Link:
    """Return a thing by its label."""
    return Link(str(thing.get("label", short(thing["id"]))), thing["id"])


def names(things: Sequence[Thing]) -> list[Part]:
    """Return things by their labels, with commas between them."""
    return joined([named(thing)] for thing in things)


def said(thing: Thing) -> list[Part]:
    """Return a thing with its kind, what it says, and in brackets whose it is and where it stands."""
    link = Link(words.saying(thing), thing["id"], words.kind(thing))
    return [link, *_in_brackets(thing)]


def thesis(thing: Thing) -> list[Part]:
    """Return a statement by what it says, without its kind, and in brackets whose it is."""
    return [Link(words.saying(thing), thing["id"]), *_in_brackets(thing)]


def owned(thing: Thing) -> list[Part]:
    """Return a statement by its label, and in brackets whose it is and where it stands."""
    return [named(thing), *_in_brackets(thing)]


def all_owned(things: Sequence[Thing]) -> list[Part]:
    """Return statements by their labels, with whose they are."""
    return joined(owned(thing) for thing in things)


def place(thing: Thing) -> str:
    """Return page and paragraph of a statement."""
    return words.place(thing)


def ends(item: Thing) -> str:
    """Return what a work is cited for."""
    return ", ".join(_cited(end) for end in item["ends"])


def _cited(end: str) -> str:
    # As a trace says it of a statement's own citation; that it is no support stands above.
    own = {"id": "", "citation": [{"intent": end, "hasCitingEntity": ""}]}
    return next(iter(words.precision(own, words.Above())))


def speakers(thing: Thing) -> str:
    """Return who holds a statement."""
    return words.speakers(thing)


def line(of: Thing) -> list[Part]:
    """Return a line of support: the source and its notes, or the argument and what fell of it."""
    if "source" in of:
        only = " (known for the note only)" if of.get("precision") == "note" else ""
        return ["source ", named(of["source"]), f", {notes(of['notes'])}{only}"]
    through = ", ".join(
        f"{each.get('label', short(each['id']))} is {STATUS[each['status']]}"
        for each in of.get("through", ())
    )
    return ["argument ", named(of["argument"]), *([f", because {through}"] if through else [])]


def notes(of: Sequence[Thing]) -> str:
    """Return notes by their numbers: `notes 12, 18`."""
    numbers = ", ".join(str(each.get("noteNumber", short(each["id"]))) for each in of)
    return f"{'notes' if len(of) > 1 else 'note'} {numbers}"


def because(of: Thing) -> list[Part]:
    """Return why something is stronger: the objection, and the statement with which it falls."""
    fallen = f" ({STATUS[of['status']]})"
    return ["the objection ", named(of["objection"]), " falls with ", named(of["statement"]), fallen]


def answers(item: Thing) -> list[Part]:
    """Return the answers to an objection that fall and that remain."""
    remaining = item["answersRemaining"]
    left = ["; remains: ", *names(remaining)] if remaining else []
    return ["answer that falls: ", *all_owned(item["answersLost"]), *left]


def lost_text(document: Thing) -> Iterator[Entry]:
    """Give the notes that were called in text that is lost: nobody knows what rests on them."""
    of = document["citedWhereTextIsLost"]
    if of:
        yield entry(2, f"Cited where the text is lost ({len(of)})")
        yield entry(3, "What rests on these notes is not known, and is not counted above.")
    for note in of:
        gaps, works = names(note["markerLostIn"]), names(note["sources"])
        yield entry(
            4, Link(notes([note]), note["id"]), *([": ", *works] if works else []), "; called in: ", *gaps
        )


def footer(document: Thing) -> Iterator[Entry]:
    """Give what the answer was worked out from, as a trace does."""
    data = document["dataset"]
    version = f"version {data['version']}, " if "version" in data else ""
    yield entry(0, f"Data: {version}SHA-256 {data['digest']}.")


def _in_brackets(thing: Thing) -> list[Part]:
    details = [words.speakers(thing), *words.stance(thing), words.place(thing)]
    found = ", ".join(filter(None, details))
    return [f" ({found})"] if found else []
