"""What an explanation tells of a thing, and of what gives it its label: a tree of steps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from argmap.model.framework import Label

# As what a thing has to do with the one above it.
Role = Literal["explained", "given", "argument", "premise", "attackingStatement", "objection", "outweighing"]


@dataclass(frozen=True)
class Step:
    """A thing with its label, and what gives it that label.

    `again`: it is told elsewhere, and so nothing more is said of it here; `circular`: it is one of those that
    this step is told for; `undisputed`: nobody objects to it, nor to anything it is told to stand by;
    `open`: it is so by something that makes no difference, and is not told.

    Where only a part of what speaks for it counts, as in a circle, or where strengths are weighed, it may
    stand otherwise by that part: `apart` says how, and `weighed` that it is for the strengths. `resting` are
    the arguments that do not count as they rest on `upon`; `weaker` says that others are too weak.
    """

    role: Role
    thing: str
    label: Label
    because: tuple["Step", ...] = ()
    again: bool = False
    circular: bool = False
    undisputed: bool = False
    open: bool = False
    apart: Label | None = None
    weighed: bool = False
    resting: tuple[str, ...] = ()
    upon: tuple[str, ...] = ()
    weaker: bool = False

    def each(self) -> Iterator["Step"]:
        """Give this step and all below it."""
        yield self
        for step in self.because:
            yield from step.each()


def disputed(top: Step) -> frozenset[str]:
    """Return the things to which somebody objects, or to something that they are told to stand by."""
    found: set[str] = set()
    size = -1
    while size < len(found):  # what is told elsewhere may be found disputed only there
        size = len(found)
        for step in top.each():
            if any(below.role == "objection" or below.thing in found for below in step.because):
                found.add(step.thing)
    return frozenset(found)


def marked(step: Step, disputed: frozenset[str]) -> Step:
    """Return a step, and all below it, with what is undisputed marked as such."""
    return replace(
        step,
        because=tuple(marked(each, disputed) for each in step.because),
        undisputed=step.thing not in disputed,
    )
