"""How the things of a dispute stand in one way of an explanation, whichever of their points it tells."""

from collections.abc import Mapping

from argmap.model.dispute import Dispute
from argmap.model.framework import Framework, Label


def completed(framework: Framework, known: Mapping[str, Label]) -> dict[str, Label]:
    """Return a label for every argument: those that are known, and what follows from them by the conditions.

    Out is what one that is in attacks, in what only those that are out attack; all else is undecided. From
    labels of the grounded semantics follows its labelling (Dung 1995, definition 20: the least fixpoint).
    """
    attacked: dict[str, list[str]] = {name: [] for name in framework.arguments}
    standing = dict.fromkeys(framework.arguments, 0)
    for attacker, target in framework.attacks:
        attacked[attacker].append(target)
        standing[target] += 1
    labels = dict(known)
    agenda = [name for name, label in known.items() if label != "undecided"]
    for name, count in standing.items():
        if not count and name not in labels:
            labels[name] = "in"
            agenda.append(name)
    while agenda:
        name = agenda.pop()
        for target in attacked[name]:
            standing[target] -= labels[name] == "out"
            follows: Label | None = "out" if labels[name] == "in" else None if standing[target] else "in"
            if follows and target not in labels:
                labels[target] = follows
                agenda.append(target)
    return {name: labels.get(name, "undecided") for name in framework.arguments}


def supported(dispute: Dispute) -> frozenset[str]:
    """Return the statements for which something speaks: given, or concluded from such in a finite line.

    Objections are not looked at. What a circle of support alone holds up is not among them.
    """
    found = {iri for iri in dispute.statements if dispute.is_given(iri)}
    size = -1
    while size < len(found):
        size = len(found)
        found |= {each.conclusion for each in dispute.inferences.values() if each.premises <= found}
    return frozenset(found)
