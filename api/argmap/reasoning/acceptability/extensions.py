"""The extensions of a framework, put together from those of its parts."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice, product
from math import prod

from argmap.model.framework import Framework
from argmap.reasoning.acceptability import cutting, enumerating
from argmap.reasoning.acceptability.clock import SECONDS, Clock, Unfinished
from argmap.reasoning.acceptability.numbered import Numbered, numbered
from argmap.reasoning.acceptability.results import Extensions, checked
from argmap.reasoning.acceptability.standing import judged

# How many extensions are listed at most, if nobody says.
MOST = 10_000
# How many arguments they may name in all: that takes 100 megabytes.
MOST_NAMED = 5_000_000

Numbers = tuple[int, ...]


def extensions(
    framework: Framework, semantics: str, *, seconds: float = SECONDS, most: int = MOST
) -> Extensions:
    """Return the extensions.

    Args:
        framework: what they are extensions of.
        semantics: one of SEMANTICS.
        seconds: after how long to give up; the grounded semantics always finishes, in linear time.
        most: how many to list, at least 1.

    Raises:
        BadParameter: there is no such semantics.
    """
    checked(semantics)
    clock = Clock() if semantics == "grounded" else Clock(seconds)
    try:
        found = _found(numbered(framework, clock), semantics, clock, most)
    except Unfinished as reason:
        found = _Sets((), str(reason))
    names = framework.arguments
    sets = tuple(tuple(names[number] for number in each) for each in found.sets)
    return Extensions(semantics, sets, finished=not found.because, because=found.because)


@dataclass(frozen=True)
class _Sets:
    """Sets of arguments, in order; `because` says why there may be more of them."""

    sets: Sequence[Numbers]
    because: str = ""


def _found(framework: Numbered, semantics: str, clock: Clock, most: int) -> _Sets:
    if semantics in ("grounded", "ideal"):  # just one, which is what every one holds
        verdict = judged(framework, semantics, clock)
        return _Sets([tuple(sorted(verdict.every))] if verdict else [])
    cut = cutting.for_semantics(framework, semantics, clock)
    families = [_Sets([tuple(sorted(cut.sure))])]
    count = 1
    for place, part in enumerate(cut.parts, start=1):
        # Once there are too many, it only matters whether the other parts have any.
        limit = most + 1 if count <= most else 1
        family = _family(framework, part, semantics, clock, limit)
        if not family.sets and not family.because:
            return _Sets([])
        families.append(family)
        count = min(count * len(family.sets), most + 1)
        if clock.left <= 0 and place < len(cut.parts):
            return _Sets([], clock.over)  # what was found so far lacks what the other parts have
    return _together(families, most)


def _count(families: Sequence[_Sets]) -> int:
    return prod(len(family.sets) for family in families)


def _family(framework: Numbered, part: Sequence[int], semantics: str, clock: Clock, limit: int) -> _Sets:
    """Return extensions of a part, up to a limit or until the time is over."""
    sets = list[Numbers]()
    try:
        with closing(enumerating.BY_NAME[semantics](framework.part(part, clock), clock)) as found:
            named = 0
            for each in islice(found, limit):
                sets.append(tuple(sorted(part[number] for number in each)))
                named += len(each)
                if named > MOST_NAMED:
                    raise _too_much()
    except Unfinished as reason:
        return _Sets(sorted(sets), str(reason))
    return _Sets(sorted(sets))


def _together(families: Sequence[_Sets], most: int) -> _Sets:
    """Return every choice of one set of each family, joined, in order.

    This also puts together what was found until the time was over, and takes less than a second more.
    """
    because = next((family.because for family in families if family.because), "")
    if not because and _count(families) > most:
        because = f"there are more than {most:,} extensions"
    sets = list[Numbers]()
    try:
        for each in islice(_joined(families), most):
            sets.append(each)
    except Unfinished as reason:
        because = because or str(reason)
    return _Sets(sorted(sets), because)


def _joined(families: Sequence[_Sets]) -> Iterator[Numbers]:
    # Most families have one set only, and need not be gone through for each choice.
    same = [number for family in families if len(family.sets) == 1 for number in family.sets[0]]
    named = 0
    for choice in product(*(family.sets for family in families if len(family.sets) != 1)):
        joined = tuple(sorted(chain(same, *choice)))
        named += len(joined)
        if named > MOST_NAMED:
            raise _too_much()
        yield joined


def _too_much() -> Unfinished:
    return Unfinished(f"the extensions name more than {MOST_NAMED:,} arguments in all")
