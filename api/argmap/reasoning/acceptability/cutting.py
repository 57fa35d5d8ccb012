"""Into which parts a framework may be cut so that its extensions are put together from theirs.

By the grounded extension, where every extension is complete (complete, preferred, stable, semi-stable,
ideal): it is within every complete extension (Dung 1995, theorem 25), so that what it attacks is out in each,
and what is left has the same complete extensions without the two. The range, too, only grows by what is the
same for all. Not for stage: its extensions need not hold even an argument that nothing attacks.

By components, between which there is no attack, for all: conditions on attacks are conditions on each
component, and a set is largest, itself or by its range, just if it is so in each. An extension is one of each
component; if one has none (stable), nor has the whole.

Not by strongly connected components: stable, semi-stable and stage extensions of a part depend on what it
attacks, not only on what attacks it (P. Baroni and M. Giacomin, On principle-based evaluation of
extension-based argumentation semantics, Artificial Intelligence 171 (2007), "directionality"). The other
semantics are directional, so a question about one argument concerns its ancestors alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.model.framework import Label
from argmap.reasoning.acceptability.clock import ENDLESS, Clock
from argmap.reasoning.acceptability.fixpoint import grounded_labels
from argmap.reasoning.acceptability.numbered import Numbered

DIRECTIONAL = frozenset({"grounded", "complete", "preferred", "ideal"})


@dataclass(frozen=True)
class Cut:
    """What is in every extension, and the parts that the rest falls into, each in rising order."""

    sure: frozenset[int]
    parts: Sequence[Sequence[int]]


def for_semantics(framework: Numbered, semantics: str, clock: Clock = ENDLESS) -> Cut:
    """Cut as far as the semantics allows."""
    if semantics == "grounded":
        return _all_settled(framework)
    return by_components(framework, clock) if semantics == "stage" else by_grounded(framework, clock)


def _all_settled(framework: Numbered) -> Cut:
    """Cut by the grounded extension, and leave the rest, of which nothing more is asked."""
    return Cut(_in(grounded_labels(framework)), ())


def by_grounded(framework: Numbered, clock: Clock = ENDLESS) -> Cut:
    """Cut by the grounded extension, and the rest by components."""
    labels = grounded_labels(framework)
    left = [number for number, label in enumerate(labels) if label == "undecided"]
    return Cut(_in(labels), components(framework, left, clock))


def _in(labels: Sequence[Label]) -> frozenset[int]:
    return frozenset(number for number, label in enumerate(labels) if label == "in")


def by_components(framework: Numbered, clock: Clock = ENDLESS) -> Cut:
    """Cut by components alone."""
    return Cut(frozenset(), components(framework, range(framework.size), clock))


def components(framework: Numbered, among: Iterable[int], clock: Clock = ENDLESS) -> list[list[int]]:
    """Return the arguments of `among` in sets between which there is no attack, each in rising order."""
    left, found = set(among), []
    for start in sorted(left):
        if start in left:
            found.append(sorted(_connected(framework, start, left, clock)))
    return found


def _connected(framework: Numbered, start: int, left: set[int], clock: Clock) -> list[int]:
    """Take out of `left` what is connected with an argument, and return it."""
    left.discard(start)
    found = [start]
    for number in found:  # which grows
        clock.check()
        for beside in (*framework.attackers[number], *framework.attacked[number]):
            if beside in left:
                left.discard(beside)
                found.append(beside)
    return found


def ancestors(framework: Numbered, number: int, clock: Clock = ENDLESS) -> list[int]:
    """Return the argument and all from which attacks lead to it, in rising order."""
    found, seen = [number], {number}
    for each in found:  # which grows
        clock.check()
        for attacker in framework.attackers[each]:
            if attacker not in seen:
                seen.add(attacker)
                found.append(attacker)
    return sorted(found)
