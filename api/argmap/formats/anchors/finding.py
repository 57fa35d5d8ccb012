"""Finding every passage of an article in a copy, and telling what was found, moved and missing.

A passage is found if its words stand where they should: its windows have the digest that was published,
those at its two ends are as far apart as they were or up to 2,500 letters farther (a page head may stand
between), and all found passages follow one another as in the article. It is moved if its windows are there
but not in this order. Otherwise it is missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from argmap.formats.anchors.hashes import WINDOW
from argmap.formats.anchors.making import windows_of
from argmap.formats.anchors.matches import MOST_LOST, Match, Places, matches
from argmap.formats.anchors.mending import mended
from argmap.formats.anchors.order import in_order
from argmap.formats.anchors.records import Anchors, Passage, Windows

State = Literal["found", "moved", "missing"]
Pieces = tuple[tuple[int, int], ...]

# Between two neighbours, what has no window of its own may have so much beside it.
_MOST_BESIDE = 200
_NEIGHBOURS = 2
_USUAL = 6

GONE = "nothing of it is there"
ALTERED = "its neighbours are there, but its own wording is not"


@dataclass(frozen=True)
class Found:
    """What became of a passage: where its letters stand in the copy, in pieces, and what is wrong.

    `inserted` is how many letters of something else stand inside the pieces, where that place is not known.
    """

    passage: Passage
    state: State
    pieces: Pieces = ()
    inserted: int = 0
    reason: str = ""


@dataclass
class _Sight:
    """What is seen of the article in the copy so far."""

    places: Places
    matched: dict[Windows, Match]
    ordered: set[Windows] = field(default_factory=set)


def find(letters: str, anchors: Anchors) -> list[Found]:
    """Return what became of every passage in a copy with these letters, in the order of the article."""
    places = Places(letters, anchors)
    every = {stretch: found for stretch in anchors.windows if (found := matches(places, stretch))}
    ordered = in_order(every)
    moved = {stretch: found[0] for stretch, found in every.items() if stretch not in ordered}
    sight = _Sight(places, {**moved, **ordered}, set(ordered))
    for _ in range(2):  # what the first round mends shows what page heads look like, and is a neighbour
        _mend(sight, anchors.windows)
    return [_passage(sight, anchors, passage) for passage in anchors.passages]


def _mend(sight: _Sight, windows: Sequence[Windows]) -> None:
    """Find the stretches that an insertion hides, each by its neighbours."""
    usual = _usual(sight)
    for number, stretch in enumerate(windows):
        if stretch in sight.matched:
            continue
        for before, after in _neighbours(sight, windows, number):
            match = mended(sight.places, stretch, before, after, usual)
            if match is not None:
                sight.matched[stretch] = match
                known = {each.stretch for each in (before, after) if each is not None}
                if known <= sight.ordered:
                    sight.ordered.add(stretch)
                break


def _usual(sight: _Sight) -> list[int]:
    """Return how many letters are inserted most often within and between the stretches that are known."""
    known = sorted(sight.matched.values(), key=lambda match: match.stretch.start)
    within = (match.inserted for match in known)
    between = (
        after.start - before.end - (after.stretch.start - before.stretch.end)
        for before, after in pairwise(known)
    )
    counted = Counter(more for more in (*within, *between) if 0 < more <= _MOST_BESIDE)
    return [more for more, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_USUAL]]


def _neighbours(
    sight: _Sight, windows: Sequence[Windows], number: int
) -> Iterator[tuple[Match | None, Match | None]]:
    """Yield the nearest stretches that are known before and after one, and those farther off."""
    known = sight.matched
    before = [known[each] for each in reversed(windows[:number]) if each in known][:_NEIGHBOURS]
    after = [known[each] for each in windows[number + 1 :] if each in known][:_NEIGHBOURS]
    for one in before or (None,):
        yield from ((one, other) for other in after or (None,) if one or other)


def _passage(sight: _Sight, anchors: Anchors, passage: Passage) -> Found:
    stretch = next((each for each in anchors.windows if _holds(each, passage)), None)
    if stretch is not None and stretch in sight.matched:
        return _within(passage, sight.matched[stretch], stretch in sight.ordered)
    if stretch is None:
        return _over(sight, passage) or _beside(sight, anchors.windows, passage)
    return _altered(sight, anchors.windows, stretch, passage)


def _holds(stretch: Windows, passage: Passage) -> bool:
    return stretch.start <= passage.start and passage.end <= stretch.end


def _within(passage: Passage, match: Match, ordered: bool) -> Found:
    """What became of a passage of a stretch that is there."""
    start, end = match.place(passage.start), match.place(passage.end, is_end=True)
    state: State = "found" if ordered else "moved"
    more = end - start - passage.length
    if match.cut is None or not more:
        return Found(passage, state, ((start, end),), max(more, 0))
    at = match.start + match.cut
    return Found(passage, state, ((start, at), (at + more, end)))


def _over(sight: _Sight, passage: Passage) -> Found | None:
    """What became of a passage that consists of others: it starts and ends with stretches that are there."""
    first = _covering(sight.matched, passage.start, passage.start + 1)
    last = _covering(sight.matched, passage.end - 1, passage.end)
    if first is None or last is None or first.stretch is last.stretch:
        return None
    start, end = first.place(passage.start), last.place(passage.end, is_end=True)
    between = [match for stretch, match in sight.matched.items() if _overlaps(stretch, passage)]
    inserted = sum(max(match.inserted, 0) for match in between)
    if not -MOST_LOST <= end - start - passage.length <= inserted + _MOST_BESIDE:
        return None
    state: State = "found" if {first.stretch, last.stretch} <= sight.ordered else "moved"
    return Found(passage, state, ((start, end),), max(end - start - passage.length, 0))


def _covering(matched: Mapping[Windows, Match], start: int, end: int) -> Match | None:
    return next((match for each, match in matched.items() if each.start <= start and end <= each.end), None)


def _overlaps(stretch: Windows, passage: Passage) -> bool:
    return stretch.start < passage.end and passage.start < stretch.end


def _beside(sight: _Sight, windows: Sequence[Windows], passage: Passage) -> Found:
    """What became of a passage without windows: it fills the room between its neighbours, or is gone."""
    gap = _gap(sight, windows, passage.start, passage.end)
    if gap is None:
        return Found(passage, "missing", reason=GONE)
    before, after = gap
    start, end = _room(gap, passage.start, passage.end)
    more = end - start - passage.length
    alone = before.stretch.end == passage.start and after.stretch.start == passage.end
    if more and not (alone and 0 < more <= _MOST_BESIDE):
        return Found(passage, "missing", reason=ALTERED)
    return Found(passage, _state(sight, gap), ((start, end),), more)


def _altered(sight: _Sight, windows: Sequence[Windows], stretch: Windows, passage: Passage) -> Found:
    """What became of a passage whose windows are not both there."""
    gap = _gap(sight, windows, stretch.start, stretch.end)
    if gap is None:
        return Found(passage, "missing", reason=GONE)
    start, end = _room(gap, stretch.start, stretch.end)
    head, tail = windows_of(sight.places.letters[start:end], stretch)
    is_head = sight.places.is_head(head, stretch)
    is_tail = bool(tail) and sight.places.is_tail(tail, stretch)
    state = _state(sight, gap)
    # A letter was misread in one window.
    if end - start == stretch.length and (is_head or is_tail):
        return _within(passage, Match(stretch, start, end), state == "found")
    # A short passage that the rolling hash covers all of; another of the stretch has changed.
    if is_head and passage.end <= stretch.start + WINDOW:
        at = start - stretch.start
        return Found(passage, state, ((at + passage.start, at + passage.end),))
    if is_tail and passage.start >= stretch.end - WINDOW:
        at = end - stretch.end
        return Found(passage, state, ((at + passage.start, at + passage.end),))
    return Found(passage, "missing", reason=ALTERED)


def _gap(sight: _Sight, windows: Sequence[Windows], start: int, end: int) -> tuple[Match, Match] | None:
    """Return the stretches right before and after, if both are known and follow each other in the copy."""
    before = max((each for each in windows if each.end <= start), key=lambda each: each.end, default=None)
    after = min((each for each in windows if each.start >= end), key=lambda each: each.start, default=None)
    if before not in sight.matched or after not in sight.matched or before is None or after is None:
        return None
    one, other = sight.matched[before], sight.matched[after]
    return (one, other) if other.start - one.end >= 0 else None


def _room(gap: tuple[Match, Match], start: int, end: int) -> tuple[int, int]:
    """Return where in the copy letters of the article should stand, as far from their neighbours as there."""
    before, after = gap
    return before.end + start - before.stretch.end, after.start - (after.stretch.start - end)


def _state(sight: _Sight, gap: Iterable[Match]) -> State:
    return "found" if {match.stretch for match in gap} <= sight.ordered else "moved"
