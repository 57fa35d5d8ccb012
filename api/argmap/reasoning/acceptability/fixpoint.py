"""The grounded labelling, in time linear in the number of attacks."""

from argmap.model.framework import Label
from argmap.reasoning.acceptability.numbered import Numbered


def grounded_labels(framework: Numbered) -> list[Label]:
    """Return the label of each argument in the grounded labelling.

    An argument is in once all that attack it are out, and out once one that is in attacks it: the least
    fixpoint of what a set defends (Dung 1995, definition 20), which each attack helps to reach only once
    (S. Modgil and M. Caminada, Proof Theories and Algorithms for Abstract Argumentation Frameworks, in
    Argumentation in Artificial Intelligence, 2009, section 4.1).
    """
    labels: list[Label] = ["undecided"] * framework.size
    standing = [len(attackers) for attackers in framework.attackers]  # how many attackers are not yet out
    agenda = [number for number, count in enumerate(standing) if count == 0]
    for number in agenda:
        labels[number] = "in"
    while agenda:
        for target in framework.attacked[agenda.pop()]:
            if labels[target] == "out":
                continue
            labels[target] = "out"
            for defended in framework.attacked[target]:
                standing[defended] -= 1
                if standing[defended] == 0 and labels[defended] == "undecided":
                    labels[defended] = "in"
                    agenda.append(defended)
    return labels
