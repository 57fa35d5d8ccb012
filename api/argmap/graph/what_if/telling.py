"""Things in the answer to "what if?", with the labels that they had and have."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.graph.what_if.supposing import ADDED
from argmap.graph.what_if.things import Object, Things
from argmap.graph.what_if.wanted import ENDS
from argmap.model.change import Cause
from argmap.reasoning.readings.causes import Compared


@dataclass(frozen=True)
class Telling:
    """Tells of things what a dispute before and after a change makes of them; `attacks` are those added."""

    things: Things
    compared: Compared
    attacks: Sequence[tuple[str, str]]

    def labelled(self, iri: str) -> Object:
        """Return a thing with its two labels."""
        labels = {"before": self.compared.label_before(iri), "after": self.compared.label_after(iri)}
        return {**self.things.full(iri), **labels}

    def assumed(self, iri: str) -> Object:
        """Return a statement that is assumed and, if it does not stand all the same, why not."""
        return {**self.labelled(iri), **self._hindered(iri)}

    def withdrawn(self, iri: str) -> Object:
        """Return a thing that goes, with the label that it had if it had one."""
        before = self.compared.label_before(iri)
        return {**self.things.full(iri), **({"before": before} if before else {})}

    def added(self, number: int) -> Object:
        """Return an attack that is added, with the label that it has and, if it does not stand, why not."""
        name = f"{ADDED}{number}"
        ends = zip(ENDS, self.attacks[number], strict=True)
        said = {end: self.things.brief(iri) for end, iri in ends}
        return {**said, "after": self.compared.label_after(name), **self._hindered(name)}

    def cause(self, cause: Cause) -> Object:
        """Return why a thing changes."""
        if cause.role in ("source", "assumption"):
            return {"as": cause.role, **self.things.brief(cause.thing)}
        labels = {"before": cause.before, "after": cause.after}
        if cause.thing.startswith(ADDED):
            return {"as": "addedAttack", "attackingStatement": self._maker(cause.thing), **labels}
        if cause.role == "attack" and cause.thing not in self.things:
            return {"as": "answer", **self._maker(cause.thing), **labels}
        return {"as": cause.role, **self.things.brief(cause.thing), **labels}

    def _hindered(self, name: str) -> Object:
        found = self.compared.hindrances(name)
        return {"because": [self.cause(each) for each in found]} if found else {}

    def _maker(self, attack: str) -> Object:
        return self.things.brief(min(self.compared.makers(attack)))
