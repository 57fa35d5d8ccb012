"""From the points of a framework to what they stand for: who stands by what, and what fails against whom.

A reader knows statements, arguments and attacks. The points that help a reading along (that nothing speaks
for a statement, that it is given, an argument once more in a circle) are told as what they say of these.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from argmap.model.framework import Label
from argmap.reasoning.acceptability.explaining import Explanation, Way
from argmap.reasoning.readings import Point, Reading

# As what a thing has to do with the one above it.
Role = Literal["explained", "given", "argument", "premise", "attackingStatement", "objection", "outweighing"]
_OPPOSITE: Mapping[Label, Label] = {"in": "out", "out": "in", "undecided": "undecided"}
_MADE_OF_PREMISES = ("argument", "step")


@dataclass(frozen=True)
class Step:
    """A thing with its label, and what gives it that label.

    `again`: it is told elsewhere, and so nothing more is said of it here; `circular`: it is one of those that
    this step is told for; `undisputed`: nobody objects to it, nor to anything it is told to stand by;
    `open`: it is so by something that makes no difference, and is not told.
    """

    role: Role
    thing: str
    label: Label
    because: tuple["Step", ...] = ()
    again: bool = False
    circular: bool = False
    undisputed: bool = False
    open: bool = False

    def each(self) -> Iterator["Step"]:
        """Give this step and all below it."""
        yield self
        for step in self.because:
            yield from step.each()


def steps(reading: Reading, explanation: Explanation) -> tuple[Step, ...]:
    """Return what an explanation tells, a step for each of its ways."""
    told = [
        _Telling(reading.points, way).of(explanation.argument, explanation.label) for way in explanation.ways
    ]
    return tuple(_marked(step, _disputed(step)) for step in told)


def _disputed(top: Step) -> frozenset[str]:
    """Return the things to which somebody objects, or to something that they are told to stand by."""
    found: set[str] = set()
    size = -1
    while size < len(found):  # what is told elsewhere may be found disputed only there
        size = len(found)
        for step in top.each():
            if any(below.role == "objection" or below.thing in found for below in step.because):
                found.add(step.thing)
    return frozenset(found)


def _marked(step: Step, disputed: frozenset[str]) -> Step:
    return replace(
        step,
        because=tuple(_marked(each, disputed) for each in step.because),
        undisputed=step.thing not in disputed,
    )


def things(reading: Reading, explanation: Explanation) -> dict[str, Label]:
    """Return the statements, arguments and attacks of an explanation, each with its label in the first way.

    One that is only there by what helps the reading along is told by that.
    """
    found: dict[str, Label] = {}
    for way in explanation.ways:
        for step in _Telling(reading.points, way).of(explanation.argument, explanation.label).each():
            if step.role != "given":
                found.setdefault(step.thing, step.label)
    for name in explanation.arguments:
        point = reading.points[name]
        if point.thing not in found:
            found[point.thing] = next(
                (_label(point, way.labels[name]) for way in explanation.ways if name in way.labels),
                "undecided",
            )
    return dict(sorted(found.items()))


def _label(point: Point, label: Label) -> Label:
    """Return the label of the thing of a point: what lacks all support is out if its lack is in."""
    return _OPPOSITE[label] if point.kind == "lacking" else label


@dataclass
class _Telling:
    """One way, told from the top: a thing is gone into where it first comes."""

    points: Mapping[str, Point]
    way: Way
    told: set[str] = field(default_factory=set)

    def of(self, name: str, label: Label) -> Step:
        if name not in self.way.labels:  # a framework of one argument that nothing attacks
            return Step("explained", self.points[name].thing, label)
        return self._step("explained", name, ())

    def _step(self, role: Role, name: str, above: Sequence[str]) -> Step:
        point = self.points[name]
        label = _label(point, self.way.labels[name])
        if role == "given":
            return Step(role, point.thing, label, self._because(name, above))
        if point.thing in self.told:
            return Step(role, point.thing, label, again=True, circular=point.thing in above)
        self.told.add(point.thing)
        because = self._because(name, (*above, point.thing))
        return Step(role, point.thing, label, because, open=self._open(name, frozenset()))

    def _open(self, name: str, passed: frozenset[str]) -> bool:
        """Whether a point, or what is seen through to its reasons, has its label by what is not told."""
        thing = self.points[name].thing
        through = [
            other
            for other in self.way.because.get(name, ())
            if self.points[other].thing == thing and other not in passed
        ]
        return name in self.way.open or any(self._open(other, passed | {name}) for other in through)

    def _because(self, name: str, above: Sequence[str]) -> tuple[Step, ...]:
        found: dict[tuple[Role, str], Step] = {}
        for step in self._reasons(name, above, frozenset((name,))):
            found.setdefault((step.role, step.thing), step)
        return tuple(sorted(found.values(), key=lambda step: (_ORDER[step.role], step.thing)))

    def _reasons(self, name: str, above: Sequence[str], passed: frozenset[str]) -> Iterator[Step]:
        """Give the steps that a point's attackers stand for; those that help the reading are seen through."""
        point = self.points[name]
        for attacker in self.way.because.get(name, ()):
            other = self.points[attacker]
            if other.thing == point.thing and other.kind in ("lacking", "part"):
                if attacker not in passed:
                    yield from self._reasons(attacker, above, passed | {attacker})
            else:
                yield self._step(_role(point, other), attacker, above)


_ORDER: Mapping[Role, int] = {
    "explained": 0,
    "given": 1,
    "argument": 2,
    "attackingStatement": 3,
    "premise": 4,
    "outweighing": 5,
    "objection": 6,
}


def _role(point: Point, attacker: Point) -> Role:
    """Return what an attacker has to do with a point: how it helps it, or that it is an objection."""
    if attacker.kind in ("attack", "part"):
        return "objection"
    if attacker.kind == "lacking":
        return "premise" if point.kind in _MADE_OF_PREMISES else "attackingStatement"
    if point.kind in ("statement", "lacking"):
        return "given" if attacker.kind == "given" else "argument"
    return "outweighing"
