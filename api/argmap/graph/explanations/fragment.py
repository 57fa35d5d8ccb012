"""The part of the map that an explanation is about: nodes and the edges between them."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from argmap.model.dispute import Dispute
from argmap.model.framework import Label

Object = dict[str, Any]


def kind(dispute: Dispute, thing: str) -> str:
    """Return what a thing is on the map: a statement, an argument or an attack."""
    if thing in dispute.inferences:
        return "argument"
    return "attack" if thing in dispute.objections else "statement"


def edges(dispute: Dispute, things: Set[str] | Mapping[str, Label]) -> list[Object]:
    """Return the edges between some things of a dispute, sorted.

    `premise` and `conclusion` go with the reasoning: from a premise to the argument, from there to what it
    concludes. `attackingStatement` goes to the attack that is made with a statement, `attacks` from there to
    what it is directed against.
    """
    found = {each for each in _all(dispute) if each[0] in things and each[1] in things}
    return [{"from": start, "to": end, "kind": name} for start, end, name in sorted(found)]


def _all(dispute: Dispute) -> Iterator[tuple[str, str, str]]:
    for iri, inference in dispute.inferences.items():
        yield iri, inference.conclusion, "conclusion"
        for premise in inference.premises:
            yield premise, iri, "premise"
    for iri, objection in dispute.objections.items():
        yield iri, objection.target, "attacks"
        for statement in objection.by:
            yield statement, iri, "attackingStatement"
