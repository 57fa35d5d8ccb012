"""The structured reading: what still has a line of reasoning that holds.

As in ASPIC+ (H. Prakken, An abstract framework for argumentation with structured arguments, Argument and
Computation 1, 2010; S. Modgil and H. Prakken, Artificial Intelligence 195, 2013), but the points that attacks
meet take the place of the lines of reasoning through them, of which there may be billions.
`docs/acceptability.md` says what each point stands for, and shows that the labels are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from argmap.errors import DisputeTooLarge
from argmap.model.dispute import Dispute, Inference
from argmap.reasoning.readings.circles import inside
from argmap.reasoning.readings.objecting import ANY, Objecting, Part, given
from argmap.reasoning.readings.reading import Drawing, Reading
from argmap.reasoning.readings.strengths import UNKNOWN, at_least, of_inference, of_statement

# A circle of n statements is drawn n times over; beyond so many points, memory is at stake.
MOST_POINTS = 1_000_000


class Backing(NamedTuple):
    """Lines of reasoning for a statement: as deep in its circle as `level`, of such `grades`."""

    statement: str
    level: int
    grades: frozenset[int]


def structured(dispute: Dispute, preferences: str = "none", most: int = MOST_POINTS) -> Reading:
    """Return the structured reading of a dispute.

    Raises DisputeTooLarge if its circles of support make more than `most` points.
    """
    return _Structured(dispute, Objecting(dispute, preferences == "last-link"), most).reading(preferences)


@dataclass
class _Structured:
    """The reading in the making: `wanted` are the backings whose lack is still to be drawn."""

    dispute: Dispute
    objecting: Objecting
    most: int
    drawing: Drawing = field(default_factory=Drawing)
    wanted: list[tuple[str, Backing]] = field(default_factory=list)
    circle: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.circle = dict(inside(self.dispute))

    def reading(self, preferences: str) -> Reading:
        for iri in sorted(self.dispute.statements):
            self._statement(iri)
        for iri, inference in sorted(self.dispute.inferences.items()):
            self._step("argument", inference, iri, [self._deepest(each) for each in inference.premises])
        for iri in sorted(self.dispute.objections):
            self._objection(iri)
        while self.wanted:
            name, backing = self.wanted.pop()
            self.drawing.attack(self._ways(backing), name)
            if len(self.drawing.points) > self.most:
                raise DisputeTooLarge(self.most, max(map(len, self.circle.values()), default=0))
        return self.drawing.finished("structured", preferences)

    # ---- what is drawn for each thing

    def _statement(self, iri: str) -> None:
        self.drawing.point("statement", iri)
        self.drawing.attack([self._lacking(self._deepest(iri))], iri)
        if self.dispute.is_given(iri):
            name = self.drawing.point("given", iri, given(iri))
            self.drawing.attack(self.objecting.against_given(iri), name)

    def _objection(self, iri: str) -> None:
        parts = self.objecting.parts[iri]
        if not parts[0].whole:
            self.drawing.point("attack", iri)
            none = self.drawing.point("lacking", iri, f"no:{iri}")
            self.drawing.attack([none], iri)
            self.drawing.attack([part.name for part in parts], none)
        for part in parts:
            self._part(part)

    def _part(self, part: Part) -> None:
        self.drawing.point("attack" if part.whole else "part", part.objection.iri, part.name)
        self.drawing.attack([self._unmade(part)], part.name)
        self.drawing.attack(self.objecting.against(part), part.name)

    def _unmade(self, part: Part) -> str:
        """Return the point that none of the statements by which an objection is made has such a backing."""
        grades = ANY if part.whole else part.grades
        backings = [self._deepest(statement, grades) for statement in sorted(part.objection.by)]
        if len(backings) == 1:
            return self._lacking(backings[0])
        name = self.drawing.point("lacking", part.objection.iri, f"no:{part.name}")
        self.wanted += [(name, backing) for backing in backings]
        return name

    # ---- lines of reasoning for a statement

    def _deepest(self, statement: str, grades: frozenset[int] = ANY) -> Backing:
        return Backing(statement, len(self.circle.get(statement, ())), grades)

    def _lacking(self, backing: Backing) -> str:
        """Return the point that nothing of this backing stands."""
        name = f"no{self._narrowed(backing)}:{backing.statement}"
        if name not in self.drawing.points:
            self.drawing.point("lacking", backing.statement, name)
            self.wanted.append((name, backing))
        return name

    def _narrowed(self, backing: Backing) -> str:
        level = "" if backing == self._deepest(*backing[::2]) else f"@{backing.level}"
        grades = "" if backing.grades == ANY else f"/{'+'.join(map(str, sorted(backing.grades)))}"
        return level + grades

    def _ways(self, backing: Backing) -> Iterator[str]:
        """Give the last points of all lines of reasoning of a backing, drawing those that are not there."""
        statement = backing.statement
        grade = of_statement(self.dispute.statements[statement])
        if grade in backing.grades and self.dispute.is_given(statement):
            yield given(statement)
        for iri in self.dispute.concluding.get(statement, ()):
            inference = self.dispute.inferences[iri]
            if inference.strict and backing.grades != ANY:
                yield from self._strict_steps(inference, backing)
            elif backing.grades == ANY:
                yield from self._steps(inference, backing)
            elif of_inference(inference) in backing.grades:
                yield iri  # the last link is strong enough, and nothing is asked of those below

    def _steps(self, inference: Inference, backing: Backing) -> Iterator[str]:
        """Give an inference, in a circle as it is made with that many steps left, if any."""
        if not inference.premises & self.circle.get(backing.statement, frozenset()):
            yield inference.iri
        elif backing.level > 1:
            name = f"step@{backing.level}:{inference.iri}"
            yield self._drawn(inference, name, [self._below(each, backing) for each in inference.premises])

    def _strict_steps(self, inference: Inference, backing: Backing) -> Iterator[str]:
        """Give a strict inference, which is as strong as the weakest of the last links below it."""
        least, premises = min(backing.grades), sorted(inference.premises)
        name = f"{least}:{inference.iri}"
        if not premises:
            yield from [inference.iri] if UNKNOWN in backing.grades else []
        elif backing.grades == at_least(least):
            if self._below_all(premises, backing):
                below = [self._below(each, backing, backing.grades) for each in premises]
                yield self._drawn(inference, f"step@{backing.level}/{name}", below)
        else:
            for number, weakest in enumerate(premises):
                if self._below_all([weakest], backing):
                    below = [self._deepest(each, at_least(least)) for each in premises if each != weakest]
                    below.append(self._below(weakest, backing, backing.grades))
                    yield self._drawn(inference, f"step@{backing.level}.{number}/{name}", below)

    def _below_all(self, premises: Iterable[str], backing: Backing) -> bool:
        """Whether steps are left for these premises: there is one less if they are in the same circle."""
        return backing.level != 1 or self.circle[backing.statement].isdisjoint(premises)

    def _below(self, premise: str, conclusion: Backing, grades: frozenset[int] = ANY) -> Backing:
        if premise in self.circle.get(conclusion.statement, ()):
            return Backing(premise, conclusion.level - 1, grades)
        return self._deepest(premise, grades)

    def _drawn(self, inference: Inference, name: str, premises: Sequence[Backing]) -> str:
        if name not in self.drawing.points:
            self._step("step", inference, name, premises)
        return name

    def _step(
        self, kind: Literal["argument", "step"], inference: Inference, name: str, premises: Iterable[Backing]
    ) -> None:
        self.drawing.point(kind, inference.iri, name)
        self.drawing.attack([self._lacking(each) for each in sorted(premises, key=_order)], name)
        self.drawing.attack(self.objecting.against_step(inference.iri), name)


def _order(backing: Backing) -> str:
    return backing.statement
