"""The flat reading by its definition: attacks that are made, and those that follow from what supports what.

Support is a relation of its own here, as in bipolar frameworks, and attacks are closed under two rules until
nothing new follows: who attacks what an act needs attacks the act (Nouioua and Risch 2011, extended attacks),
and who attacks what an argument is offered for attacks the argument (Cayrol and Lagasquie-Schiex 2013,
mediated attacks).
"""

from itertools import product

from tests.reasoning.readings.by_derivations import STRENGTHS, labellings

from argmap.model.dispute import Dispute
from argmap.model.framework import Framework, Label

Act = tuple[str, str]  # an attack, and the one of its statements that makes it here
Standing = tuple[tuple[str, Label], ...]
NOTHING = "nothing"


def needs(dispute: Dispute) -> set[tuple[str, str]]:
    """Return pairs: an act, and a statement without which it is none."""
    of_arguments = {(iri, each) for iri, step in dispute.inferences.items() for each in step.premises}
    return of_arguments | {(name(act), act[1]) for act in acts(dispute)}


def offered(dispute: Dispute) -> set[tuple[str, str]]:
    """Return pairs: an argument, and the statement it is offered for."""
    return {(iri, step.conclusion) for iri, step in dispute.inferences.items()}


def acts(dispute: Dispute) -> list[Act]:
    return [(iri, by) for iri, objection in sorted(dispute.objections.items()) for by in sorted(objection.by)]


def name(act: Act) -> str:
    return f"{act[0]} by {act[1]}"


def made(dispute: Dispute, weighed: bool) -> set[tuple[str, str]]:
    """Return the attacks that are made, turned round where what is attacked is put more firmly."""
    found = set()
    for act in acts(dispute):
        target = dispute.objections[act[0]].target
        for met in [name(other) for other in acts(dispute) if other[0] == target] or [target]:
            found.add((met, name(act)) if weighed and weaker(dispute, act[1], target) else (name(act), met))
    for iri, statement in dispute.statements.items():
        if not statement.founded and all(step.conclusion != iri for step in dispute.inferences.values()):
            found.add((NOTHING, iri))
    return found


def weaker(dispute: Dispute, attacking: str, target: str) -> bool:
    if target not in dispute.statements:
        return False
    ours = STRENGTHS.get(dispute.statements[attacking].certainty or "")
    theirs = STRENGTHS.get(dispute.statements[target].certainty or "")
    return ours is not None and theirs is not None and ours < theirs


def closed(dispute: Dispute, weighed: bool) -> Framework:
    """Return the framework of all that attacks something."""
    names = [*dispute.statements, *dispute.inferences, *map(name, acts(dispute)), NOTHING]
    attacks = {pair for pair in made(dispute, weighed) if set(pair) <= set(names)}
    turned = {pair for pair in attacks if pair[0] in dispute.statements}
    support = needs(dispute) | offered(dispute)
    new = attacks
    while new:
        follows = {
            (attacker, act)
            for (attacker, target), (act, statement) in product(attacks - turned, support)
            if target == statement
        }
        new = follows - attacks
        attacks |= new
    return Framework(tuple(names), tuple(sorted(attacks)))


def standings(dispute: Dispute, semantics: str, weighed: bool) -> set[Standing]:
    """Return what stands in each extension; an attack does if one of its acts does."""
    return {
        tuple(sorted(of_things(dispute, labels).items()))
        for labels in labellings(closed(dispute, weighed), semantics)
    }


def of_things(dispute: Dispute, labels: dict[str, Label]) -> dict[str, Label]:
    found: dict[str, Label] = {iri: labels[iri] for iri in (*dispute.statements, *dispute.inferences)}
    for iri in dispute.objections:
        best = [labels[name(act)] for act in acts(dispute) if act[0] == iri]
        found[iri] = "in" if "in" in best else "undecided" if "undecided" in best else "out"
    return found
