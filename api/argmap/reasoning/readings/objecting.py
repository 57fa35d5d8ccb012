"""Objections in the structured reading: with what backing each is made, and what it meets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.model.dispute import Dispute, Objection
from argmap.reasoning.readings.strengths import GRADES, backing, of_inference, of_statement, outweighs

ANY = frozenset(GRADES)


@dataclass(frozen=True)
class Part:
    """An objection, as far as it is backed by lines of reasoning of these grades: all of it, or one part."""

    name: str
    objection: Objection
    grades: frozenset[int]

    @property
    def whole(self) -> bool:
        """Whether it is all of its objection."""
        return self.name == self.objection.iri


@dataclass(frozen=True)
class Objecting:
    """The objections of a dispute; they are `weighed` where strengths count."""

    dispute: Dispute
    weighed: bool

    @cached_property
    def parts(self) -> dict[str, tuple[Part, ...]]:
        """The parts of each objection: itself alone, unless its backing may be of several strengths."""
        return {iri: tuple(self._parts(each)) for iri, each in sorted(self.dispute.objections.items())}

    @cached_property
    def _against(self) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = {}
        for several in self.parts.values():
            for part in several:
                found.setdefault(part.objection.target, []).append(part)
        return found

    def against_given(self, statement: str) -> list[str]:
        """Return what attacks a statement as it is given."""
        grade = of_statement(self.dispute.statements[statement])
        return [part.name for part in self._against.get(statement, ()) if not self._loses(part, grade)]

    def against_step(self, inference: str) -> list[str]:
        """Return what attacks an inference: its step, or what it concludes; nothing does if it is strict."""
        step = self.dispute.inferences[inference]
        if step.strict:
            return []
        rebutting = [
            part.name
            for part in self._against.get(step.conclusion, ())
            if not self._loses(part, of_inference(step))
        ]
        return [part.name for part in self._against.get(inference, ())] + rebutting

    def against(self, part: Part) -> list[str]:
        """Return what attacks a part of an objection: attacks on it, and what outweighs it in its target."""
        attacking = [other.name for other in self._against.get(part.objection.iri, ())]
        return attacking + list(self._outweighing(part))

    def _outweighing(self, part: Part) -> Iterator[str]:
        target = part.objection.target
        if target not in self.dispute.statements:
            return
        if self.dispute.is_given(target) and self._loses(part, of_statement(self.dispute.statements[target])):
            yield given(target)
        for iri in self.dispute.concluding.get(target, ()):
            step = self.dispute.inferences[iri]
            if not step.strict and self._loses(part, of_inference(step)):
                yield iri

    def _loses(self, part: Part, grade: int) -> bool:
        """Whether a part is weaker than what it is directed against, and so is turned round."""
        return self.weighed and outweighs(grade, max(part.grades))

    def _parts(self, objection: Objection) -> Iterator[Part]:
        grades = self._grades(objection)
        if len(grades) < 2:
            # Where nothing is weighed, or there is only one strength: one part, and its grade told by `max`.
            yield Part(objection.iri, objection, grades or ANY)
            return
        for grade in sorted(grades):
            yield Part(f"part/{grade}:{objection.iri}", objection, frozenset((grade,)))

    def _grades(self, objection: Objection) -> frozenset[int]:
        """Return the strengths that its backing may have, none if they make no difference."""
        if not self.weighed or objection.target not in self.dispute.statements:
            return frozenset()
        return frozenset().union(*(backing(self.dispute, statement) for statement in objection.by))


def given(statement: str) -> str:
    """Return the name of the point that a statement is given."""
    return f"given:{statement}"
