"""A dispute as an abstract framework, and what each of its points stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.model.framework import Framework

# The first three are what is read; the others help: that nothing which stands speaks for a thing, that a
# statement stands without argument, an argument once more in a circle, an attack with one of its backings.
PointKind = Literal["statement", "argument", "attack", "lacking", "given", "step", "part"]


@dataclass(frozen=True)
class Point:
    """What one argument of the framework stands for: the `thing` is the IRI in the dispute."""

    kind: PointKind
    thing: str


@dataclass(frozen=True)
class Reading:
    """The framework that a dispute is read as, with the point that each of its arguments stands for.

    The argument that is named by the IRI of a statement, inference or objection has the label of that thing.
    """

    reading: str
    preferences: str
    framework: Framework
    points: Mapping[str, Point]


@dataclass
class Drawing:
    """A framework in the making: points in the order in which they come, each attack once."""

    points: dict[str, Point] = field(default_factory=dict)
    attacks: dict[tuple[str, str], None] = field(default_factory=dict)

    def point(self, kind: PointKind, thing: str, name: str | None = None) -> str:
        """Put a point in, named as its thing unless it has a name of its own; return the name."""
        chosen = thing if name is None else name
        self.points[chosen] = Point(kind, thing)
        return chosen

    def attack(self, attackers: Iterable[str], target: str) -> None:
        """Let points attack a point."""
        self.attacks.update({(attacker, target): None for attacker in attackers})

    def finished(self, reading: str, preferences: str) -> Reading:
        """Return what was drawn."""
        return Reading(reading, preferences, Framework(tuple(self.points), tuple(self.attacks)), self.points)
