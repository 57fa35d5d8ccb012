"""The flat reading: what is left undisputed.

Statements, arguments and attacks side by side, as in bipolar frameworks (C. Cayrol and M.-C.
Lagasquie-Schiex, Bipolarity in argumentation graphs, Int. J. of Approximate Reasoning 54, 2013; F. Nouioua
and V. Risch, Argumentation frameworks with necessities, SUM 2011): an act needs what it is made of, so what
attacks that attacks it too; and what attacks a conclusion attacks the arguments offered for it.
"""

from dataclasses import dataclass, field
from functools import cached_property

from argmap.model.dispute import Dispute
from argmap.reasoning.readings.reading import Drawing, Reading
from argmap.reasoning.readings.strengths import of_statement, outweighs


@dataclass(frozen=True)
class _Act:
    """An attack as one statement makes it."""

    name: str
    objection: str
    by: str
    target: str


def flat(dispute: Dispute, preferences: str = "none") -> Reading:
    """Return the flat reading of a dispute; where strengths count, each is how firmly a statement is put."""
    return _Flat(dispute, preferences == "last-link").reading(preferences)


@dataclass
class _Flat:
    dispute: Dispute
    weighed: bool
    drawing: Drawing = field(default_factory=Drawing)

    def reading(self, preferences: str) -> Reading:
        for iri in sorted(self.dispute.statements):
            self._statement(iri)
        for iri in sorted(self.dispute.inferences):
            self._argument(iri)
        for iri in sorted(self.dispute.objections):
            self._attack(iri)
        return self.drawing.finished("flat", preferences)

    def _statement(self, iri: str) -> None:
        self.drawing.point("statement", iri)
        if self._unfounded(iri):
            self.drawing.point("lacking", iri, f"no:{iri}")
        self.drawing.attack(self._against(iri), iri)

    def _argument(self, iri: str) -> None:
        inference = self.dispute.inferences[iri]
        self.drawing.point("argument", iri)
        self.drawing.attack(self._meeting(iri), iri)
        for needed in sorted(inference.premises):
            self.drawing.attack(self._against(needed), iri)
        self.drawing.attack(self._against(inference.conclusion), iri)

    def _attack(self, iri: str) -> None:
        acts = self.acts[iri]
        if [act.name for act in acts] != [iri]:
            self.drawing.point("attack", iri)
            none = self.drawing.point("lacking", iri, f"no:{iri}")
            self.drawing.attack([none], iri)
            self.drawing.attack([act.name for act in acts], none)
        for act in acts:
            self.drawing.point("attack" if act.name == iri else "part", iri, act.name)
            self.drawing.attack(self._meeting(iri), act.name)
            self.drawing.attack(self._against(act.by), act.name)
            if self._turned(act):
                self.drawing.attack([act.target], act.name)

    @cached_property
    def acts(self) -> dict[str, list[_Act]]:
        """Each attack, once for each statement by which it is made."""
        return {
            iri: [
                _Act(iri if len(each.by) == 1 else f"part/{number}:{iri}", iri, statement, each.target)
                for number, statement in enumerate(sorted(each.by), start=1)
            ]
            for iri, each in sorted(self.dispute.objections.items())
        }

    @cached_property
    def _at(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for acts in self.acts.values():
            for act in acts:
                if not self._turned(act):
                    found.setdefault(act.target, []).append(act.name)
        return found

    def _meeting(self, target: str) -> list[str]:
        """Return the attacks that are directed against something."""
        return self._at.get(target, [])

    def _against(self, statement: str) -> list[str]:
        """Return whatever attacks a statement, that it has lost what it stood by among it."""
        return self._meeting(statement) + ([f"no:{statement}"] if self._unfounded(statement) else [])

    def _unfounded(self, statement: str) -> bool:
        return not (self.dispute.statements[statement].founded or statement in self.dispute.concluding)

    def _turned(self, act: _Act) -> bool:
        """Whether an attack is outweighed by the statement it is directed against."""
        statements = self.dispute.statements
        if not self.weighed or act.target not in statements:
            return False
        return outweighs(of_statement(statements[act.target]), of_statement(statements[act.by]))
