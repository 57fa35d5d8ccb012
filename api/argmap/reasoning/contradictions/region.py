"""The neighbourhood of a thing in the data: the facts about it, those about its neighbours, and so on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from argmap.reasoning.contradictions.axioms import Axiom
from argmap.reasoning.logical import TYPE

# What so many facts mention (an article, a stance) connects everything with everything: no way leads through.
_CROWDED = 60


@dataclass
class Region:
    """Facts by the things that they mention."""

    facts: Sequence[Axiom]

    def __post_init__(self) -> None:
        self._about: dict[NamedNode, list[Axiom]] = defaultdict(list)
        for fact in self.facts:
            for name in fact.names:
                self._about[name].append(fact)

    def around(self, things: Iterable[NamedNode]) -> Iterator[list[Axiom]]:
        """Yield growing lists of facts, each with the one before as its beginning; the last are all facts."""
        found: dict[Axiom, None] = {}
        seen: set[NamedNode] = set()
        edge = set(things)
        while edge:
            near = (fact for thing in sorted(edge, key=str) for fact in self._about[thing])
            fresh = sorted((fact for fact in near if fact not in found), key=_is_inferred)
            found |= dict.fromkeys(fresh)
            yield list(found)
            seen |= edge
            edge = {name for fact in fresh for name in _ends(fact)} - seen
            edge = {name for name in edge if len(self._about[name]) <= _CROWDED}
        yield list(found | dict.fromkeys(self.facts))


def _is_inferred(fact: Axiom) -> bool:
    """Whether the kind of a thing only follows from the fact: what says it outright is easier to see."""
    return fact.root.predicate != TYPE


def _ends(fact: Axiom) -> set[NamedNode]:
    """The things that a fact is about: not its property, nor the kind of a thing."""
    ends = {fact.root.subject, fact.root.object}
    return {node for node in ends if isinstance(node, NamedNode)}
