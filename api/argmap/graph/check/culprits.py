"""Which fact of a contradiction is the mistake: mostly a property that stands where it must not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.graph.check.draft import key
from argmap.graph.check.fit import Misfit
from argmap.vocabulary import RDFS

if TYPE_CHECKING:
    from argmap.reasoning.contradictions.axioms import Axiom


def misused(axioms: Sequence["Axiom"], facts: Sequence["Axiom"]) -> Iterator["Axiom"]:
    """The facts whose property has the domain or range that the contradiction comes from."""
    limited = _limited(axioms)
    return (fact for fact in facts if fact.given.predicate.value in limited)


def same_mistake(axioms: Sequence["Axiom"], misfits: Sequence[Misfit]) -> Misfit | None:
    """The finding of the plain check that is about the same facts."""
    given, limited = {axiom.given for axiom in axioms}, _limited(axioms)
    for misfit in misfits:
        shared = misfit.triples & given
        if len(misfit.triples) == 1:
            if any(triple.predicate.value in limited for triple in shared):
                return misfit
        elif len(shared) > 1:
            return misfit
    return None


def _limited(axioms: Sequence["Axiom"]) -> set[str]:
    """The properties whose domain or range is among the axioms, and those that imply them by the axioms."""
    found = {key(each.root.subject) for each in axioms if each.root.predicate.value in _LIMITS}
    implied = [each.root for each in axioms if each.root.predicate.value == RDFS + "subPropertyOf"]
    for _ in implied:
        found |= {key(each.subject) for each in implied if key(each.object) in found}
    return found


_LIMITS = (RDFS + "domain", RDFS + "range")
