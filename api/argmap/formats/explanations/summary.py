"""The answer in a sentence: how something stands, and because of what."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.explanations import words
from argmap.formats.explanations.reasons import below, clause, undisputed
from argmap.formats.impact.outline import Part, joined

Thing = Mapping[str, Any]
Step = Mapping[str, Any]
Nodes = Mapping[str, Thing]


def summary(nodes: Nodes, document: Thing) -> list[Part]:
    """Return how the thing stands and why, without the full stop."""
    thing = document["explains"]
    found = document["explanation"]
    state = words.state(thing).removeprefix("is ")
    how = [f"{state[:1].upper()}{state[1:]}"]
    several = len(found["because"])
    if found["manner"] == "conflict":
        return [
            *how,
            ", as there is no stable extension at all: what is told here cannot all be done justice",
        ]
    if found["manner"] == "cases":
        ways = "in the one way" if several == 1 else f"in each of the {several} ways"
        return [*how, f" {ways} in which what is open here can be settled"]
    if found["manner"] == "ways":
        return [*how, f", as what is open here can be settled differently: {_differently(nodes, found)}"]
    if found["manner"] == "examples":
        return [*how, f" {_in_extensions(nodes, found)}"]
    (step,) = found["because"]
    return [*how, " because ", *_because(nodes, step)]


def _differently(nodes: Nodes, found: Thing) -> str:
    states = [words.stands(nodes[each["id"]], each["status"]) for each in found["because"]]
    each_way = ("in one way it", "in another it", "and in yet another it")
    return ", ".join(f"{way} {words.verb(state)}" for way, state in zip(each_way, states, strict=False))


def _in_extensions(nodes: Nodes, found: Thing) -> str:
    if len(found["because"]) == 1:
        return "in every extension, of which one is told"
    return f"as the extensions differ: {_differently(nodes, found)}"


def _because(nodes: Nodes, step: Step) -> list[Part]:
    """Return the reason, with what becomes of a lone objection."""
    way = _only_way(step)
    objections = below(way, "objection")
    if step["status"] == "in":
        lone = _lone_failure(nodes, objections)
        if way["as"] == "given" or way is step:
            return lone or _plainly(nodes, step)
        return ["the argument ", words.quoted(nodes[way["id"]]), " holds: ", *_holding(nodes, way, lone)]
    succeeding = [each for each in objections if each["status"] == "in"]
    if step["status"] == "out" and succeeding and len(below(step, "given", "argument")) < 2:
        first = succeeding[0]
        told = _unanswered(nodes, first)
        through = "" if way is step or way["as"] == "given" else " to the one argument for it"
        return ["the objection ", words.quoted(nodes[first["id"]]), f"{through} succeeds", *told]
    open_ = [each for each in objections if each["status"] == "undecided"]
    if step["status"] == "undecided" and open_ and (way is step or way["as"] == "given"):
        return _left_open(nodes, step, open_)
    return _plainly(nodes, step)


def _left_open(nodes: Nodes, step: Step, objections: list[Step]) -> list[Part]:
    """Return which objections leave something undecided, and whether that is for a circle."""
    *most, last = [[words.quoted(nodes[each["id"]])] for each in objections]
    names = joined([joined(most), last] if most else [last], " and ")
    many = "the objection " if len(objections) == 1 else "the objections "
    circle = ", in a dispute that goes round in a circle" if _circular(step) else ""
    return [many, *names, f" {'is' if len(objections) == 1 else 'are'} undecided too{circle}"]


def _circular(step: Step) -> bool:
    return bool(step.get("circular")) or any(map(_circular, below(step)))


def _only_way(step: Step) -> Step:
    """Return the one way in which a statement stands or would; the step itself if that is not what it has."""
    ways = below(step, "given", "argument")
    return ways[0] if len(ways) == 1 and not ways[0].get("again") else step


def _plainly(nodes: Nodes, step: Step) -> list[Part]:
    return clause(nodes, step)


def _lone_failure(nodes: Nodes, objections: list[Step]) -> list[Part]:
    if len(objections) != 1:
        return []
    (objection,) = objections
    if objection.get("again"):
        return []
    for reply in below(objection, "objection"):
        if reply["status"] == "in":
            nobody = ", which nobody disputes" if undisputed(reply) else ""
            return ["its one objection is answered by ", words.quoted(nodes[reply["id"]]), nobody]
    for made in below(objection, "attackingStatement"):
        if made["status"] == "out" and len(below(objection, "attackingStatement")) == 1:
            thing = nodes[made["id"]]
            return ["its one objection rests on ", words.quoted(thing), f", which is {words.state(thing)}"]
    return []


def _holding(nodes: Nodes, way: Step, lone: list[Part]) -> list[Part]:
    premises = below(way, "premise")
    if not premises or not lone:
        return clause(nodes, way)
    accepted = (
        "its one premise is accepted" if len(premises) == 1 else f"its {len(premises)} premises are accepted"
    )
    return [f"{accepted}, and ", *lone]


def _unanswered(nodes: Nodes, objection: Step) -> list[Part]:
    replies = below(objection, "objection")
    if not replies:
        return [", which nobody answers" if undisputed(objection) else ", to which no answer holds"]
    return [", whose one answer fails" if len(replies) == 1 else f", whose {len(replies)} answers fail"]
