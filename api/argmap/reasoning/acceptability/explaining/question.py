"""What is asked, and what every manner of answering starts from."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.explaining import ways
from argmap.reasoning.acceptability.explaining.explanation import Explanation, Manner, Way
from argmap.reasoning.acceptability.numbered import Numbered


@dataclass(frozen=True)
class Question:
    """An argument of a framework, by its number, and a semantics.

    `labels` are the grounded ones, `things` the number of the thing that each argument is a point of.
    """

    framework: Framework
    numbers: Numbered
    argument: int
    semantics: str
    labels: Sequence[Label]
    things: Sequence[int]
    clock: Clock

    @property
    def name(self) -> str:
        """The argument by its name."""
        return self.framework.arguments[self.argument]

    @cached_property
    def bearing(self) -> frozenset[int]:
        """All that bears on the argument: what attacks it, what attacks that, and so on; and itself.

        Nothing else has a say under a semantics that is directional, as grounded, complete, preferred and
        ideal are (P. Baroni and M. Giacomin, On principle-based evaluation of extension-based argumentation
        semantics, Artificial Intelligence 171 (2007), section 5).
        """
        found = {self.argument}
        agenda = [self.argument]
        while agenda:
            new = set(self.numbers.attackers[agenda.pop()]) - found
            found |= new
            agenda += new
        return frozenset(found)

    def part(self, members: Iterable[int]) -> Framework:
        """Return the framework of these arguments alone, with their names."""
        names = [self.framework.arguments[number] for number in sorted(members)]
        kept = frozenset(names)
        attacks = (each for each in self.framework.attacks if kept.issuperset(each))
        return Framework(tuple(names), tuple(attacks))

    def answer(
        self,
        label: Label,
        manner: Manner,
        by: str,
        members: Set[int],
        told: Sequence[Way],
        *,
        minimum: bool = False,
        minimal: bool = False,
        forces: bool = True,
        hurried: bool = False,
        credulous: bool = False,
    ) -> Explanation:
        """Return the explanation that these members give, in these ways."""
        names = self.framework.arguments
        return Explanation(
            self.name,
            self.semantics,
            label,
            manner,
            by,
            tuple(names[number] for number in sorted(members)),
            ways.attacks(self.framework, told),
            tuple(told),
            forces,
            minimum,
            minimum or minimal,
            credulous,
            hurried=hurried or (forces and not (minimum or minimal)),
        )
