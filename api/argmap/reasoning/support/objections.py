"""What an objection that falls makes stronger, and which objections come back when an answer falls."""

from collections.abc import Iterable, Set

from argmap.model.objection import Objection, Revived, Strengthened


def strengthened(objections: Iterable[Objection], fallen: Set[str]) -> list[Strengthened]:
    """Return what each objection is made against by a statement that fell, once for each such statement."""
    return [
        Strengthened(target, objection.name, statement)
        for objection in objections
        for statement in sorted(objection.by & fallen)
        for target in sorted(objection.against)
    ]


def revived(objections: Iterable[Objection], fallen: Set[str]) -> list[Revived]:
    """Return the objections an answer to which fell, unless nothing is left of the objection itself."""
    return [
        Revived(
            objection.name,
            objection.answers & fallen,
            objection.answers - fallen,
            objection.by,
            objection.against,
        )
        for objection in objections
        if objection.answers & fallen and not (objection.by and objection.by <= fallen)
    ]
