"""The smallest sets of sources whose loss leaves a statement unsupported.

Minimal cut sets, as fault trees have them (W. E. Vesely et al., Fault Tree Handbook, NUREG-0492, 1981),
worked out upwards from the sources: a line from a source is cut by that source, an argument by whatever
cuts one of its grounds, a statement by a set that cuts all of its lines. In a circle this is repeated, from
"cut by nothing at all", until nothing changes: that is the least fixpoint of support for every set of
sources at once, so it ends after at most as many rounds as the circle has statements. Sets larger than
asked for are dropped on the way, which loses none of the smaller: whether a set cuts is told by the minimal
sets within it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from argmap.reasoning.support.circles import components
from argmap.reasoning.support.system import System

# Sets of sources as bits of one number: two are joined by `|`, and a set is in another if `a & b == a`.
Family = tuple[int, ...]
_NOTHING: Family = (0,)  # cut by the empty set: not supported in the first place
_NEVER: Family = ()
# How many sets may be formed in all before the search is given up for a smaller size.
BUDGET = 300_000


class _TooMany(Exception):
    pass


@dataclass(frozen=True)
class CutSets:
    """The minimal sets of at most `size` sources that cut a statement, small ones first.

    `size` is smaller than was asked for where the sets became too many.
    """

    sets: tuple[frozenset[str], ...]
    size: int


def cut_sets(system: System, statement: str, size: int, budget: int = BUDGET) -> CutSets:
    """Return the minimal sets of at most `size` sources without which the statement is not supported.

    The empty set alone if it is not supported anyway; none if no such set cuts it.
    """
    names = _sources(system)
    below = _below(system, statement)
    while True:
        try:
            found = _Search(system, _bits(names), size, budget).families(below)[statement]
        except _TooMany:
            size -= 1
        else:
            return CutSets(_named(found, names), size)


def lone_sources(system: System) -> dict[str, frozenset[str]]:
    """Return for every statement the sources each of which alone leaves it unsupported.

    A statement that is not supported in the first place is left out.
    """
    names = _sources(system)
    families = _Search(system, _bits(names), 1, None).families(system.statements)
    return {
        statement: frozenset(name for only in _named(family, names) for name in only)
        for statement, family in families.items()
        if family != _NOTHING
    }


def _sources(system: System) -> list[str]:
    return sorted({line.source for line in system.lines if line.source is not None})


def _bits(names: Sequence[str]) -> dict[str, int]:
    return {name: 1 << at for at, name in enumerate(names)}


def _named(family: Family, names: Sequence[str]) -> tuple[frozenset[str], ...]:
    found = [frozenset(name for at, name in enumerate(names) if bits >> at & 1) for bits in family]
    return tuple(sorted(found, key=lambda each: (len(each), sorted(each))))


def _below(system: System, statement: str) -> frozenset[str]:
    found, agenda = set[str](), [statement]
    while agenda:
        name = agenda.pop()
        if name not in found:
            found.add(name)
            for number in system.of.get(name, ()):
                agenda += system.lines[number].grounds
    return frozenset(found)


@dataclass
class _Search:
    """The families of sets that cut each statement, from the grounds upwards."""

    system: System
    bits: Mapping[str, int]
    size: int
    budget: int | None

    def families(self, wanted: Iterable[str]) -> Mapping[str, Family]:
        among = frozenset(wanted)
        found: dict[str, Family] = {}
        for component in components(self.system):
            if component <= among:
                self._settle(sorted(component), found)
        return found

    def _settle(self, component: Sequence[str], found: dict[str, Family]) -> None:
        for name in component:
            found[name] = _NEVER if self.system.given(name) else _NOTHING
        changed = True
        while changed:
            before = [found[name] for name in component]
            for name in component:
                found[name] = self._of_statement(name, found)
            # One statement alone is settled at once: what rests on itself is cut by what cuts the rest.
            changed = len(component) > 1 and before != [found[name] for name in component]

    def _of_statement(self, name: str, found: Mapping[str, Family]) -> Family:
        if self.system.given(name):
            return _NEVER
        families = sorted((self._of_line(number, found) for number in self.system.of[name]), key=len)
        joined = _NOTHING
        for family in families:
            joined = self._least(left | right for left in joined for right in family)
        return joined

    def _of_line(self, number: int, found: Mapping[str, Family]) -> Family:
        line = self.system.lines[number]
        if line.source is not None:
            return (self.bits[line.source],)
        return self._least(bits for ground in sorted(line.grounds) for bits in found[ground])

    def _least(self, sets: Iterable[int]) -> Family:
        """Return the sets that are not too large and hold no other, sorted."""
        distinct = set[int]()
        for bits in sets:
            self._spend()
            if bits.bit_count() <= self.size:
                distinct.add(bits)
        return tuple(sorted(bits for bits in distinct if not _holds_another(bits, distinct)))

    def _spend(self) -> None:
        if self.budget is None:
            return
        self.budget -= 1
        if self.budget < 0 and self.size > 1:
            raise _TooMany


def _holds_another(bits: int, sets: Set[int]) -> bool:
    """Whether one of the sets is a proper part of this one, whose few parts can be gone through."""
    part = bits
    while part:
        part = (part - 1) & bits
        if part in sets:
            return True
    return False
