"""What an objection that falls makes stronger, and which objections come back when an answer falls."""

from collections.abc import Collection, Iterable, Set

from argmap.model.objection import Objection, Revived, Strengthened
from argmap.model.support import Step


def gone(objections: Iterable[Objection], steps: Iterable[Step], fallen: Set[str]) -> frozenset[str]:
    """Return all that has fallen with these statements: they, what is argued or objected by them.

    An argument has fallen with one of its grounds, an objection with all the statements by which it is made.
    """
    broken = {step.argument for step in steps if step.grounds & fallen}
    silenced = {each.name for each in objections if each.by and each.by <= fallen}
    return frozenset(fallen | broken | silenced)


def strengthened(
    objections: Collection[Objection], steps: Iterable[Step], fallen: Set[str]
) -> list[Strengthened]:
    """Return what each objection is made against by a statement that fell, once for each such statement.

    What has fallen itself is not stronger for it.
    """
    lost = gone(objections, steps, fallen)
    return [
        Strengthened(target, objection.name, statement)
        for objection in objections
        for statement in sorted(objection.by & fallen)
        for target in sorted(objection.against - lost)
    ]


def revived(objections: Collection[Objection], fallen: Set[str]) -> list[Revived]:
    """Return the objections an answer to which fell, unless nothing is left of the objection itself."""
    lost = gone(objections, (), fallen)
    return [
        Revived(
            objection.name,
            objection.answers & fallen,
            objection.answers - fallen,
            objection.by,
            objection.against,
        )
        for objection in objections
        if objection.answers & fallen and objection.name not in lost
    ]
