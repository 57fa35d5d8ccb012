"""Searching a justification: where in the data, which facts, then which axioms of the ontology."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Triple

from argmap.reasoning.contradictions.axioms import Axiom, Axioms, unique_name
from argmap.reasoning.contradictions.judge import Judge
from argmap.reasoning.contradictions.locality import module
from argmap.reasoning.contradictions.region import Region
from argmap.reasoning.contradictions.shrinking import shortest, smallest
from argmap.reasoning.logical import individuals, unique_names

# So many neighbourhoods are tried before all of the data.
_CIRCLES = 5
# So few facts need no neighbourhood.
_FEW = 40
# Where in all of the data a contradiction is: among so many facts that follow one another is near enough.
_ROUGHLY = 64


@dataclass
class Search:
    """Data and ontology under one judge. Different names are taken to name different things."""

    data: Axioms
    ontology: Axioms
    judge: Judge

    def __post_init__(self) -> None:
        self._declarations: dict[object, set[Triple]] = defaultdict(set)
        for triple in self.data.declarations | self.ontology.declarations:
            self._declarations[triple.subject].add(triple)
        every = (*self.data.axioms, *self.ontology.axioms)
        triples = {triple for axiom in every for triple in axiom.triples}
        self._things = individuals(triples.union(*self._declarations.values()))

    def contradicts(self, facts: Sequence[Axiom]) -> bool:
        """Whether the facts and the whole ontology contradict each other."""
        return self._ask([facts], self.ontology.axioms) is not None

    def justification(self, facts: Sequence[Axiom], start: Iterable[NamedNode] = ()) -> list[Axiom] | None:
        """Return axioms that contradict each other, none of which could be left out; None if there are none.

        Only `facts` of the data are looked at; with `start`, only those about these things and near them.
        """
        if len(facts) <= _FEW:
            return self._smallest(facts)
        things = set(start)
        if not things:
            length = shortest(facts, lambda each: self._ask(each, self.ontology.axioms), within=_ROUGHLY)
            if length is None:
                return None
            facts = facts[:length]
            things = {name for fact in facts[-_ROUGHLY:] for name in fact.names} & self._things
        near = self._near(facts, things, everywhere=not start)
        return None if near is None else self._smallest(near)

    def clash(self, axioms: Iterable[Axiom]) -> bool:
        """Whether the axioms contradict each other by themselves."""
        return self._ask([list(axioms)]) is not None

    def _near(
        self, facts: Sequence[Axiom], things: set[NamedNode], everywhere: bool
    ) -> Sequence[Axiom] | None:
        """Return the smallest neighbourhood of the things that contradicts the ontology, or all facts."""
        circles = list(Region(facts).around(things))
        near = circles[:-1][:_CIRCLES]
        place = self._ask(near, self._module(near[-1])) if near else None
        if place is not None:
            return near[place]
        return circles[-1] if everywhere and self.contradicts(circles[-1]) else None

    def _smallest(self, near: Sequence[Axiom]) -> list[Axiom] | None:
        """Return the smallest part of the facts first, then that of the ontology."""
        ontology = self._module(near)
        facts = smallest(near, lambda questions: self._ask(questions, ontology))
        if facts is None:
            return None
        names = [unique_name(name) for name in sorted(self._named(facts), key=str)]
        # What is short to say is preferred.
        rest = [*names, *sorted(self._module(facts), key=lambda axiom: len(axiom.triples))]
        axioms = smallest(rest, lambda questions: self._ask([[*facts, *each] for each in questions]))
        return None if axioms is None else [*_in_order(self.data.axioms, facts), *_in_order(rest, axioms)]

    def _module(self, facts: Sequence[Axiom]) -> Sequence[Axiom]:
        """Return the axioms of the ontology that can matter for the facts; without facts, all."""
        names = chain.from_iterable(fact.names for fact in facts)
        return module(self.ontology.axioms, names) if facts else self.ontology.axioms

    def _ask(
        self, questions: Sequence[Sequence[Axiom]], ontology: Sequence[Axiom] | None = None
    ) -> int | None:
        """Return the first of growing lists that contradicts itself, or ontology and names added to it."""
        given = [self._triples([*question, *(ontology or ())]) for question in questions]
        if ontology is not None:
            named = [unique_names(self._named([*question, *ontology])) for question in questions]
            given = [triples | names for triples, names in zip(given, named, strict=True)]
        return self.judge.first_inconsistent(given)

    def _triples(self, axioms: Sequence[Axiom]) -> set[Triple]:
        """Return what the axioms say, and declare the terms that they use."""
        said = {triple for axiom in axioms for triple in axiom.triples}
        names = {name for axiom in axioms for name in axiom.names}
        declared = (self._declarations[name] for name in names if name in self._declarations)
        return said.union(unique_names(()), *declared)

    def _named(self, axioms: Iterable[Axiom]) -> set[NamedNode]:
        return {name for axiom in axioms for name in axiom.names} & self._things


def _in_order(those: Sequence[Axiom], chosen: Sequence[Axiom]) -> list[Axiom]:
    return [axiom for axiom in those if axiom in chosen]
