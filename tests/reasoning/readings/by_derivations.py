"""The structured reading by its definition: every line of reasoning is an argument, as in ASPIC+.

An argument is what is given, an inference from arguments for its premises, or an objection from an argument
for a statement by which it is made (Modgil and Prakken 2013, definition 5). It is attacked at its parts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from argmap.model.dispute import Dispute
from argmap.model.framework import Framework, Label
from argmap.reasoning.acceptability import extensions

STRENGTHS = {"weak": 1, "moderate": 2, "strong": 3, "possible": 1, "probable": 2, "asserted": 3}
Standing = tuple[tuple[str, Label], ...]
MOST = 120


class TooMany(Exception):
    """There are more arguments than can be gone through."""


@dataclass(frozen=True)
class Argument:
    """A line of reasoning: what its last step is (`given:` before a statement), and the arguments below."""

    last: str
    concludes: str | None
    below: tuple["Argument", ...] = ()

    @cached_property
    def parts(self) -> frozenset["Argument"]:
        """Itself, and all parts of the arguments below."""
        return frozenset((self,)).union(*(each.parts for each in self.below))

    @cached_property
    def name(self) -> str:
        """A name that no other has."""
        return f"{self.last}({' '.join(each.name for each in self.below)})"


@dataclass
class Derivations:
    """The arguments of a dispute in which no statement is concluded more than so many `times` on one path.

    There are more, but none whose last links, attackers and targets are not those of one of these.
    """

    dispute: Dispute
    weighed: bool = False

    @property
    def times(self) -> int:
        """Where strengths count, a last link may be strong that rests on its own conclusion."""
        return 2 if self.weighed else 1

    @cached_property
    def arguments(self) -> list[Argument]:
        found = {argument for iri in self.dispute.statements for argument in self._for(iri, ())}
        for iri, inference in self.dispute.inferences.items():
            found |= set(self._by(iri, inference.conclusion, sorted(inference.premises), ()))
        for iri, objection in self.dispute.objections.items():
            for statement in objection.by:
                found |= {Argument(iri, None, (each,)) for each in self._for(statement, ())}
        if len(found) > MOST:
            raise TooMany
        return sorted(found, key=lambda each: each.name)

    def _for(self, statement: str, above: tuple[str, ...]) -> Iterator[Argument]:
        if above.count(statement) >= self.times:
            return
        if self.dispute.is_given(statement):
            yield Argument(f"given:{statement}", statement)
        for iri, inference in self.dispute.inferences.items():
            if inference.conclusion == statement:
                yield from self._by(iri, statement, sorted(inference.premises), (*above, statement))

    def _by(
        self, iri: str, conclusion: str, premises: list[str], above: tuple[str, ...]
    ) -> Iterator[Argument]:
        each = [list(self._for(premise, above)) for premise in premises]
        for number, below in enumerate(product(*each)):
            if number > MOST:
                raise TooMany
            yield Argument(iri, conclusion, below)

    def framework(self) -> Framework:
        attacks = {
            (one.name, other.name)
            for attacker in self.arguments
            for whole in self.arguments
            for one, other in self._of(attacker, whole)
        }
        return Framework(tuple(each.name for each in self.arguments), tuple(sorted(attacks)))

    def _of(self, attacker: Argument, whole: Argument) -> Iterator[tuple[Argument, Argument]]:
        """Give the attacks that one argument makes on another at its parts, or what they are turned into."""
        if attacker.last not in self.dispute.objections:
            return
        target = self.dispute.objections[attacker.last].target
        for part in whole.parts:
            step = self.dispute.inferences.get(part.last)
            if part.last == target and not (step and step.strict):
                yield attacker, whole
            elif part.concludes == target and not (step and step.strict):
                if self.weighed and self._weaker(attacker, part):
                    yield part, attacker
                else:
                    yield attacker, whole

    def _weaker(self, attacker: Argument, part: Argument) -> bool:
        """Whether some last link is weaker than all of the other's (elitist comparison, definition 19)."""
        links = [link for link in self._links(attacker) if link is not None]
        others = self._links(part)
        return any(all(other is not None and link < other for other in others) for link in links)

    def _links(self, argument: Argument) -> list[int | None]:
        if argument.last in self.dispute.objections:
            return self._links(argument.below[0])
        if argument.last in self.dispute.inferences:
            inference = self.dispute.inferences[argument.last]
            if inference.strict:
                return [link for each in argument.below for link in self._links(each)]
            return [STRENGTHS.get(inference.strength or "")]
        assert argument.concludes is not None
        return [STRENGTHS.get(self.dispute.statements[argument.concludes].certainty or "")]

    def standings(self, semantics: str) -> set[Standing]:
        """Return what stands in each extension: the label of every thing is the best of its arguments'."""
        framework = self.framework()
        return {tuple(sorted(self._things(labels).items())) for labels in labellings(framework, semantics)}

    def _things(self, labels: Mapping[str, Label]) -> dict[str, Label]:
        dispute = self.dispute
        things: dict[str, list[Label]] = {
            iri: [] for iri in (*dispute.statements, *dispute.inferences, *dispute.objections)
        }
        for argument in self.arguments:
            for thing in {argument.last, argument.concludes} & things.keys():
                things[str(thing)].append(labels[argument.name])
        return {thing: best(found) for thing, found in things.items()}


def best(labels: list[Label]) -> Label:
    """Return the best of some labels; of none, `out`."""
    return "in" if "in" in labels else "undecided" if "undecided" in labels else "out"


def labellings(framework: Framework, semantics: str) -> Iterator[dict[str, Label]]:
    """Give the labelling of each extension of a framework."""
    found = extensions(framework, semantics, seconds=60)
    assert found.finished
    for extension in found.extensions:
        attacked = {target for attacker, target in framework.attacks if attacker in extension}
        yield {
            name: "in" if name in extension else "out" if name in attacked else "undecided"
            for name in framework.arguments
        }
