"""What the things of an explanation are called, whose they are, where they stand, which notes they cite."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from argmap.graph.explanations.fragment import kind
from argmap.graph.impact.described import Details
from argmap.graph.impact.facts import Facts
from argmap.graph.impact.names import Names
from argmap.model.dispute import Dispute
from argmap.vocabulary import short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

Object = dict[str, Any]
_THINGS = "explanations/words"


class Described:
    """What a query says of some things, and what is to be said of those that it does not know.

    An answer that is only named by its statement is an objection of its own in a dispute, and nothing in the
    graph: it is called after what it answers.
    """

    def __init__(self, graph: ArgumentMap, dispute: Dispute, things: Collection[str]) -> None:
        self._dispute = dispute
        wanted = {*things, *(end for thing in things for end in self._ends(thing))}
        self.triples = _constructed(graph, wanted)
        self._facts = Facts(self.triples)
        self._names = Names(self._facts)
        self._known = {iri: self._object(iri) for iri in sorted(wanted)}
        Details(graph, [iri for iri in wanted if kind(dispute, iri) == "statement"]).add_to(
            list(self._known.values())
        )

    def of(self, iri: str) -> Object:
        """Return a thing with all that is to be known of it."""
        return dict(self._known[iri])

    def brief(self, iri: str) -> Object:
        """Return a thing by its label alone."""
        return {key: value for key, value in self._known[iri].items() if key in ("id", "label", "derived")}

    def notes(self, statement: str) -> list[Object]:
        """Return the notes that a statement cites or stands in, in the order of their numbers."""
        found = [self._names.note(note) for note in self._facts.notes_of(statement)]
        return sorted(found, key=lambda note: (note.get("noteNumber", 0), note["id"]))

    def _ends(self, thing: str) -> tuple[str, ...]:
        """Return what an attack is made with and directed against, or an argument concludes: told with it."""
        objection = self._dispute.objections.get(thing)
        inference = self._dispute.inferences.get(thing)
        made = (*objection.by, objection.target) if objection else ()
        return (*made, inference.conclusion) if inference else made

    def _object(self, iri: str) -> Object:
        said = self._names.of(iri)
        if "label" in said:
            return said
        objection = self._dispute.objections.get(iri)
        if objection is None:
            return {**said, "label": short(iri)}
        makers = ", ".join(
            str(self._names.of(each).get("label", short(each))) for each in sorted(objection.by)
        )
        # Under a key of its own, as the graph does not know it by this name.
        return {**said, "derived": {"label": makers}}


def _constructed(graph: ArgumentMap, things: Collection[str]) -> bytes:
    asked = graph.catalogue.named(_THINGS).bind({"thing": sorted(things)})
    return graph.triples(asked)
