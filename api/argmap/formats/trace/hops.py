"""What a hop says of its thing, wherever on a path it is."""

from typing import Any

from argmap.formats.graph_index import Node, id_of
from argmap.formats.trace.facts import Facts
from argmap.formats.trace.places import passages, place
from argmap.formats.values import Object, single_or_array

_KEYS = {
    "statement": ("text", "implicit", "authorStance", "certainty"),
    "note": ("noteNumber", "kind"),
    "reference": ("locator",),
    "source": ("title", "byline", "year"),
    "thing": (),
}


def fields(facts: Facts, node: Node) -> Object:
    """Return what is said of a thing: what it is, what it says, where it stands."""
    role = facts.role(node)
    found: Object = {
        "id": id_of(node),
        "type": facts.kind(node),
        **_values(facts, node, ("label", *_KEYS[role])),
    }
    if role == "statement":
        found |= _statement(facts, node)
    elif role == "note":
        found |= _note(facts, node)
    return {name: value for name, value in found.items() if value is not None}


def markers(facts: Facts, node: Node, statement: Node | None) -> Object:
    """Return the markers of a note: those where a statement is made, or all of them."""
    found = facts.things(node, "markedBy")
    if statement is not None:
        borne = {
            marker
            for passage in passages(facts, statement)
            for marker in facts.things(passage, "bearsMarker")
        }
        found = [marker for marker in found if marker in borne]
    described = [facts.named(marker, "printedNumber", "correctionReason") for marker in found]
    return {"markedBy": single_or_array(described, as_array=False)} if described else {}


def _values(facts: Facts, node: Node, names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: facts.all(node, name) for name in names}
    return {name: single_or_array(values, as_array=False) for name, values in found.items() if values}


def _statement(facts: Facts, node: Node) -> Object:
    holders = [facts.named(holder) for holder in facts.things(node, "attributedTo")]
    held = {"attributedTo": single_or_array(holders, as_array=False)} if holders else {}
    expressed = facts.all(node, "expressedIn")
    made = {"expressedIn": single_or_array(expressed, as_array=False)} if expressed else {}
    return held | made | place(facts, passages(facts, node))


def _note(facts: Facts, node: Node) -> Object:
    lost = [facts.named(gap, "missing") for gap in facts.things(node, "markerLostIn")]
    said = {"markerLostIn": single_or_array(lost, as_array=False)} if lost else {}
    return place(facts, [node]) | said
