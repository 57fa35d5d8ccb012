"""Why something stands as it does, for readers: the answer in a sentence, then the reasons, nested."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from argmap.formats.explanations import words
from argmap.formats.explanations.reasons import below, clause
from argmap.formats.explanations.summary import summary
from argmap.formats.impact.outline import Entry, Part, entry, joined
from argmap.formats.impact.words import footer, number, thesis
from argmap.formats.trace.words import several

Thing = Mapping[str, Any]
Step = Mapping[str, Any]
Nodes = Mapping[str, Thing]

SHOWN = 120  # lines of reasons that a reader is shown; programs get all
DEEP = 12  # how far they are set in, and told
_AS = {
    "premise": "{} premise",
    "attackingStatement": "made with {} statement",
    "objection": "objection ",
    "argument": "argument ",
    "outweighing": "outweighed by ",
}
_A = {
    "accepted": "an accepted",
    "defeated": "a defeated",
    "undecided": "an undecided",
    "unsupported": "an unsupported",
}


def explanation_outline(document: Thing) -> Iterator[Entry]:
    """Give an explanation as an outline."""
    thing = document["explains"]
    flat = document["asked"]["reading"] == "flat"  # who makes an attack is no step there, and told with it
    nodes = {each["id"]: {**each, "makers": flat} for each in (*document["nodes"], thing)}
    found = document["explanation"]
    yield entry(1, f"Why this {_is(thing)}")
    yield entry(3, *words.statement(thing))
    yield from _made_of(thing)
    if not found["finished"]:
        yield entry(3, f"Not finished, so nothing is said of it: {found['unfinished']}.")
        return
    yield entry(3, *summary(nodes, document), ".")
    yield entry(3, _asked(document["asked"]))
    yield entry(3, _size(document))
    for at, step in enumerate(found["because"], start=1):
        yield from _way(nodes, found, at, step)
    yield from footer(document)


def _made_of(thing: Thing) -> Iterator[Entry]:
    """Give what an attack or argument is made of."""
    if "attackedElement" in thing:
        made = joined([words.quoted(each)] for each in several(thing["attackingStatement"]))
        yield entry(3, "made with ", *made, " against ", words.quoted(thing["attackedElement"]))
    if "hasConclusion" in thing:
        yield entry(3, "concludes ", words.quoted(thing["hasConclusion"]))


def _is(thing: Thing) -> str:
    return words.state(thing) if thing["element"] != "statement" else f"is {words.state(thing)}"


def _asked(asked: Thing) -> str:
    return (
        f"Under the {asked['semantics']} semantics, where {words.READING[asked['reading']]} and "
        f"{words.PREFERENCES[asked['preferences']]}."
    )


def _size(document: Thing) -> str:
    found = document["explanation"]
    told = f"Told here: {words.counted(document['nodes'])}."
    if not found["forces"]:
        return (
            f"{told} That does not settle it by itself: this semantics compares ways of settling the "
            "dispute as a whole."
        )
    settled = "That settles it by itself, whatever becomes of the rest of the dispute"
    if document["asked"]["reading"] == "flat":
        # Here a statement that makes an attack may be left untold, so the sentence is not about the dispute.
        settled = (
            "Within the framework of this reading that settles it by itself, whatever becomes of the rest of "
            "that framework"
        )
    if found["minimum"]:
        return f"{told} {settled}, and nothing smaller does."
    if found["minimal"]:
        return f"{told} {settled}. Nothing of it can be spared; whether something smaller does is not known."
    return f"{told} {settled}. The time was over before it was known whether something smaller does."


def _way(nodes: Nodes, found: Thing, at: int, step: Step) -> Iterator[Entry]:
    several = len(found["because"]) > 1
    lines = list(islice(_below(nodes, step, 3), SHOWN + 1))
    if not lines and not several:
        return
    heading = (
        f"Way {at}: {words.STATE[nodes[step['id']]['element']][step['status']]}" if several else "Reasons"
    )
    yield entry(2, heading)
    if several:
        yield entry(3, *_sentence(nodes, step))
    yield from lines[:SHOWN]
    left = sum(1 for _ in _below(nodes, step, 3, deep=10**6)) - min(len(lines), SHOWN)
    if left:
        yield entry(3, f"and {number(left, 'more line', 'more lines')}; the JSON has all.")


def _sentence(nodes: Nodes, step: Step) -> list[Part]:
    reason = clause(nodes, step)
    return [_capital(words.stands(nodes[step["id"]], step["status"])), ": ", *reason]


def _below(nodes: Nodes, step: Step, level: int, deep: int = DEEP) -> Iterator[Entry]:
    """Give the lines below a step: what only leads on to one thing is told in the line of that."""
    if level - 3 >= deep:
        return
    for each in _telling(nodes, step):
        yield entry(level, *_line(nodes, step, each))
        yield from _below(nodes, each, level + 1, deep)


def _telling(nodes: Nodes, step: Step) -> list[Step]:
    """Return the steps below one that have a line: a statement goes on with those of the way it stands by."""
    if step["as"] == "given" or nodes[step["id"]]["element"] != "statement":
        return below(step)
    ways = below(step, "given", "argument")
    if len(ways) == 1 and (ways[0]["as"] == "given" or step["status"] == "in"):
        return below(ways[0])
    return below(step)


def _line(nodes: Nodes, above: Step, step: Step) -> list[Part]:
    thing = nodes[step["id"]]
    if step["as"] == "given":
        state = {"out": "fails", "undecided": "is undecided", "in": "holds"}[step["status"]]
        return [f"that {words.given(thing, step['notes'])} {state}"]
    reason = clause(nodes, step)
    state = words.stands(thing, step["status"])
    role = _AS.get(step["as"], "")
    if step["as"] == "outweighing":
        state = f", which {words.verb(state)}"
    if thing["element"] == "statement":
        said = thesis(thing)
        return [
            f"{role.format(_A.get(state, state) if step['as'] == 'attackingStatement' else state)}: ",
            *said,
            *([" — ", *reason] if reason else []),
        ]
    return [
        role,
        words.quoted(thing),
        *_against(nodes, above, step),
        f" {state}",
        *([": ", *reason] if reason else []),
    ]


def _against(nodes: Nodes, above: Step, step: Step) -> list[Part]:
    """Return what an objection is directed against, where that is not what the line above is about."""
    target = step.get("madeAgainst")
    if target is None or target["id"] == above["id"]:
        return []
    return [" against ", words.quoted(nodes.get(target["id"], target))]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
