"""What things are called and say, whose they are, and where they stand, for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import Literal, NamedNode, QuerySolutions

from argmap.formats.kinds import most_telling
from argmap.graph.impact.described import Details
from argmap.vocabulary import AM

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

Object = dict[str, Any]

_QUERY = "what-if/things"
_NOWHERE = 10**9


@dataclass
class _Known:
    label: str
    text: str | None
    place: int
    types: list[str] = field(default_factory=list)


class Things:
    """Things of a graph, as a query tells them; what is not here is not known."""

    def __init__(self, graph: ArgumentMap, iris: Iterable[str]) -> None:
        self._known: dict[str, _Known] = {}
        asked = sorted(set(iris))
        for row in cast("QuerySolutions", graph.run(_QUERY, {"thing": asked}).raw) if asked else ():
            iri = cast("NamedNode", row["id"]).value
            known = self._known.setdefault(
                iri,
                _Known(
                    _value(row["label"]) or "", _value(row["text"]), int(_value(row["place"]) or _NOWHERE)
                ),
            )
            known.types.append(cast("NamedNode", row["type"]).value.removeprefix(AM))
        statements = [iri for iri in self._known if self.is_a("Statement", iri)]
        self._details = {iri: {"id": iri} for iri in statements}
        Details(graph, statements).add_to(list(self._details.values()))

    def __contains__(self, iri: object) -> bool:
        return iri in self._known

    def is_a(self, name: str, iri: str) -> bool:
        """Whether a thing is of a class of the ontology."""
        return iri in self._known and name in self._known[iri].types

    def brief(self, iri: str) -> Object:
        """Return a thing by its label, and what it is."""
        if iri not in self._known:
            return {"id": iri}
        return {
            "id": iri,
            "type": most_telling(sorted(set(self._known[iri].types))),
            "label": self._known[iri].label,
        }

    def full(self, iri: str) -> Object:
        """Return a thing with what it says and, of a statement, whose it is and where it stands."""
        known = self._known.get(iri)
        text = {"text": known.text} if known and known.text else {}
        return {**self.brief(iri), **text, **self._details.get(iri, {})}

    def in_order(self, iris: Iterable[str]) -> list[str]:
        """Return those that are things here: the thesis first, then in the order in which they are read."""
        return sorted((iri for iri in iris if iri in self._known), key=self._place)

    def _place(self, iri: str) -> tuple[bool, int, bool, str]:
        # What is said, before the arguments and attacks that are made of it.
        return not self.is_a("Thesis", iri), self._known[iri].place, not self.is_a("Statement", iri), iri


def _value(term: object) -> str | None:
    return term.value if isinstance(term, Literal) else None
