"""Which of the matches stand in the order of the article: the longest chain of them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from argmap.formats.anchors.matches import Match
from argmap.formats.anchors.records import Windows


def in_order(found: Mapping[Windows, Sequence[Match]]) -> dict[Windows, Match]:
    """Return, of as many stretches as possible, a match each, so that all follow one another in the copy.

    A stretch that stands in the copy more than once is taken where it lies nearest to its neighbours.
    """
    chain = _longest(match for several in found.values() for match in several)
    for number, match in enumerate(chain):
        before = chain[number - 1] if number else None
        after = chain[number + 1] if number + 1 < len(chain) else None
        fitting = [each for each in found[match.stretch] if _between(each, before, after)]
        chain[number] = min(fitting, key=lambda each: _strain(each, before, after), default=match)
    return {match.stretch: match for match in chain}


def _longest(matches: Iterable[Match]) -> list[Match]:
    """Return a longest chain that rises in the article and in the copy (Fredman 1975, Discrete Math. 11)."""
    # Of one stretch the later match comes first: a chain that rises then holds one of them at most.
    ordered = sorted(matches, key=lambda match: (match.stretch.start, -match.start))
    ends: list[int] = []  # the least start that a chain of this length can end with
    last: list[int] = []
    before: list[int | None] = []
    for number, match in enumerate(ordered):
        length = bisect_left(ends, match.start)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [match.start]
        last[length : length + 1] = [number]
    chain: list[Match] = []
    at = last[-1] if last else None
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


def _between(match: Match, before: Match | None, after: Match | None) -> bool:
    return (before is None or before.end <= match.start) and (after is None or match.end <= after.start)


def _strain(match: Match, before: Match | None, after: Match | None) -> int:
    """How much farther, or nearer, the neighbours are than in the article."""
    strain = abs(match.inserted)
    if before is not None:
        strain += abs((match.start - before.end) - (match.stretch.start - before.stretch.end))
    if after is not None:
        strain += abs((after.start - match.end) - (after.stretch.start - match.stretch.end))
    return strain
