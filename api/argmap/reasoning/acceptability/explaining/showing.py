"""What a set of arguments shows by itself, whatever becomes of the arguments that are not in it.

In both directions it is a least fixpoint, found by counting. What is known is built up with nothing granted
to what lies outside, what is possible with everything granted to it, at each place anew.
"""

from collections.abc import Callable, Set

from argmap.model.framework import Label
from argmap.reasoning.acceptability.numbered import Numbered

Shows = Callable[[Set[int]], bool]


def known(framework: Numbered, members: Set[int]) -> dict[int, Label]:
    """Return the members that are in or out whatever becomes of the others.

    A member is in if all that attack it are known to be out, and out if one that attacks it is known to be
    in. This is the grounded labelling of the members with all others undecided, which every complete
    labelling extends that meets the members' conditions (as of partial inputs: P. Baroni et al., On the
    input/output behavior of argumentation frameworks, Artificial Intelligence 217 (2014), section 4).
    """
    waiting = {number: len(framework.attackers[number]) for number in members}
    labels: dict[int, Label] = {}
    agenda = [number for number, count in waiting.items() if not count]
    while agenda:
        number = agenda.pop()
        if labels.get(number) == "in":
            continue
        labels[number] = "in"
        for target in framework.attacked[number]:
            if target not in members or target in labels:
                continue
            labels[target] = "out"
            for defended in framework.attacked[target]:
                if defended in waiting:
                    waiting[defended] -= 1
                    if not waiting[defended] and defended not in labels:
                        agenda.append(defended)
    return labels


def possible(framework: Numbered, members: Set[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the members that could be in, and those that could be out, with everything granted outside."""
    could_be_out: set[int] = set()
    could_be_in: set[int] = set()
    waiting = {
        number: sum(attacker in members for attacker in framework.attackers[number]) for number in members
    }
    ins = [number for number, count in waiting.items() if not count]
    outs = [n for n in members if any(attacker not in members for attacker in framework.attackers[n])]
    while ins or outs:
        if ins:
            number = ins.pop()
            if number not in could_be_in:
                could_be_in.add(number)
                outs += [target for target in framework.attacked[number] if target in members]
            continue
        number = outs.pop()
        if number in could_be_out:
            continue
        could_be_out.add(number)
        for target in framework.attacked[number]:
            if target in waiting:
                waiting[target] -= 1
                if not waiting[target]:
                    ins.append(target)
    return frozenset(could_be_in), frozenset(could_be_out)


def shows(framework: Numbered, argument: int, label: Label) -> Shows:
    """Return what tells of a set whether it shows by itself that the argument has this grounded label.

    Whatever a larger set shows, it is no less: a set that contains one that shows it shows it too.
    """

    def settled(members: Set[int]) -> bool:
        return argument in members and known(framework, members).get(argument) == label

    def open_(members: Set[int]) -> bool:
        return argument in members and not any(argument in each for each in possible(framework, members))

    return open_ if label == "undecided" else settled
