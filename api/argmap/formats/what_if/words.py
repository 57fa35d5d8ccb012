"""What changes, and why, in the words of a reader."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.impact.outline import Part
from argmap.formats.impact.words import named, said

Thing = Mapping[str, Any]

# What each label says of a thing.
NOW = {"in": "stands", "out": "does not stand", "undecided": "is undecided"}
_THEN = {"in": "stood", "out": "did not stand", "undecided": "was undecided"}
_GONE = "is withdrawn"
_READINGS = {
    "structured": "what still has a line of reasoning stands",
    "flat": "what is left undisputed stands",
}
_PREFERENCES = {
    "none": "every attack counts",
    "last-link": "an attack on what is stronger strikes back",
}


def change(thing: Thing) -> str:
    """Return how a thing stood, and how it stands: `stood, does not stand`; one word if nothing changes."""
    before, after = thing.get("before"), thing.get("after")
    if before == after:
        return f"{NOW[str(after)]} as before"
    return ", ".join([*([_THEN[before]] if before else []), NOW[after] if after else _GONE])


def item(thing: Thing) -> list[Part]:
    """Return a thing that changes, with what it says, whose it is and where it stands."""
    return [f"{change(thing)}: ", *said(thing)]


def cause(of: Thing) -> list[Part]:
    """Return why a thing changes, as a part of a sentence that begins with "because"."""
    if of["as"] == "source":
        return ["its source is withdrawn: ", named(of)]
    if of["as"] == "assumption":
        return ["it is assumed"]
    if of["as"] == "addedAttack":
        return ["the attack by ", named(of["attackingStatement"]), " is added", _reserved(of)]
    before, after = _CALLED[of["as"]]
    return [before, named(of), after, _becomes(of)]


# How a cause is called, by what it is to the thing; its name stands in between.
_CALLED = {
    "argument": ("the argument ", " for it "),
    "attack": ("the attack ", " "),
    "premise": ("its ground ", " "),
    "attackingStatement": ("what it is made by, ", ", "),
    "answer": ("the answer to it, ", ", "),
    "target": ("what it is made against, ", ", "),
}


# The semantics that have one extension, whatever the dispute.
_ONE_EXTENSION = ("grounded", "ideal")


def no_neighbour(semantics: str) -> str:
    """Return what is said of a thing that changes while nothing next to it does."""
    if semantics in _ONE_EXTENSION:
        return "by no change of anything next to it: what is farther off decides which attack counts"
    return "because the extensions are others as a whole: nothing next to it changes"


def stands(of: Thing) -> list[Part]:
    """Return how something that bears on a thing stands, changed or not."""
    before, after = _CALLED[of["as"]]
    return [before, named(of), after, NOW[of["after"]]]


def _becomes(of: Thing) -> str:
    """Return what a cause has become."""
    if of["after"] is None:
        return _GONE
    if of["after"] == "out" and of["before"] == "in":
        return "stands no more"
    return {"in": "stands now", "out": "does not stand", "undecided": "is undecided now"}[of["after"]]


def _reserved(of: Thing) -> str:
    return "" if of["after"] == "in" else f", though it {NOW[of['after']]}"


def judged(document: Thing) -> str:
    """Return how the labels were found."""
    reading, preferences = document["reading"], document["preferences"]
    return (
        f"Judged by the {document['semantics']} semantics, in the {reading} reading: {_READINGS[reading]}; "
        f"{_PREFERENCES[preferences]}."
    )


def tally(counts: Mapping[str, int], then: bool) -> str:
    """Return how many statements have which label: `250 stood, 8 did not stand, 8 were undecided`."""
    said = (
        [("in", "stood"), ("out", "did not stand"), ("undecided", "undecided")]
        if then
        else [("in", "stand"), ("out", "do not stand"), ("undecided", "undecided")]
    )
    return ", ".join(f"{counts[label]:,} {called}" for label, called in said)
