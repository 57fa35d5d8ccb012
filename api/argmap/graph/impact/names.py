"""What things are called, as a query gave it."""

from collections.abc import Iterable
from typing import Any

from argmap.formats.kinds import most_telling
from argmap.graph.impact.facts import Facts
from argmap.vocabulary import AM, RDFS
from argmap.vocabulary import term as am

Object = dict[str, Any]


class Names:
    """What things are called, as the query gave it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def of(self, iri: str) -> Object:
        """Return a thing with its most telling class, its label and its text."""
        types = sorted(each.removeprefix(AM) for each in self._facts.types(iri) if each.startswith(AM))
        said = {
            "type": most_telling(types),
            "label": next(iter(self._facts.texts(RDFS + "label", iri)), None),
            "text": next(iter(self._facts.texts(am("text"), iri)), None),
        }
        return {"id": iri, **{key: value for key, value in said.items() if value is not None}}

    def brief(self, iri: str) -> Object:
        """Return a thing with its label alone."""
        return {key: value for key, value in self.of(iri).items() if key in ("id", "label")}

    def note(self, iri: str) -> Object:
        """Return a note with its number."""
        numbers = self._facts.texts(am("noteNumber"), iri)
        return {"id": iri, **({"noteNumber": int(numbers[0])} if numbers else {})}

    def all(self, iris: Iterable[str]) -> list[Object]:
        """Return things by their labels, in the order of their IRIs."""
        return [self.brief(iri) for iri in sorted(iris)]
