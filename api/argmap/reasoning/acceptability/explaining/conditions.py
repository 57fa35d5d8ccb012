"""What follows for one argument from the conditions of some, once certain arguments are in.

The condition of an argument is that of a complete labelling (Caminada 2006): it is in if all that attack it
are out, out if one that attacks it is in, and neither otherwise. Arguments whose condition is not taken may
have any label.
"""

from collections.abc import Callable, Iterable, Set

from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.numbered import Numbered
from argmap.reasoning.acceptability.program import Program


class Conditions:
    """The conditions of arguments, each of which can be taken or left.

    Args:
        framework: what they are arguments of.
        near: those that are asked about; nothing else attacks them.
        clock: what ends the computation.
    """

    def __init__(self, framework: Numbered, near: Iterable[int], clock: Clock) -> None:
        self._near = sorted(near)
        self._program = Program(clock, len(self._near))
        with self._program.backend() as rules:
            self._in = {number: rules.add_atom() for number in self._near}
            self._out = {number: rules.add_atom() for number in self._near}
            self._taken = {number: rules.add_atom() for number in self._near}
            for atoms in (self._in, self._out, self._taken):
                rules.add_rule(list(atoms.values()), [], True)
            for number in self._near:
                clock.check()
                inside, outside, taken = self._in[number], self._out[number], self._taken[number]
                attackers = framework.attackers[number]
                rules.add_rule([], [inside, outside])
                rules.add_rule([], [taken, -inside, *(self._out[each] for each in attackers)])
                rules.add_rule([], [taken, outside, *(-self._in[each] for each in attackers)])
                for each in attackers:
                    rules.add_rule([], [taken, inside, -self._out[each]])
                    rules.add_rule([], [taken, -outside, self._in[each]])

    def exclude(self, argument: int, label: str, taken: Set[int], held: Iterable[int]) -> bool:
        """Whether an argument cannot be `in`, or `out`, where these are taken and those are held in."""
        assumed = [self._taken[n] if n in taken else -self._taken[n] for n in self._near]
        wanted = (self._in if label == "in" else self._out)[argument]
        return self._program.first([], [*assumed, *(self._in[n] for n in held), wanted]) is None


def excludes(
    framework: Numbered, conditions: Conditions, argument: int, label: str, core: Set[int]
) -> Callable[[Set[int]], bool]:
    """Return what tells of a set whether it shows that an argument lacks a label in some preferred extension.

    Its part of the core must defend itself, and that being in must exclude the label: some preferred
    extension holds what defends itself (Dung 1995, theorem 11), and its labels meet all conditions.
    """

    def holds(members: Set[int]) -> bool:
        held = defended(framework, core & members, members)
        return argument in members and conditions.exclude(argument, label, members, held)

    return holds


def defended(framework: Numbered, core: Set[int], members: Set[int]) -> frozenset[int]:
    """Return the largest part of a conflict-free set that defends itself, against nothing but members."""
    left = set(core)
    while True:
        hit = framework.attacked_by(left)
        kept = {n for n in left if all(each in members and each in hit for each in framework.attackers[n])}
        if kept == left:
            return frozenset(left)
        left = kept
