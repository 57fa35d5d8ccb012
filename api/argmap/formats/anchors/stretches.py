"""Where windows are put: at the ends of each passage, never two over the same letters, never over too few.

A short passage has no window of its own, which would be easy to guess. It goes together with the next one, or
the one before, of the same paragraph; the window at that end then covers all of it, and goes on.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from argmap.formats.anchors.hashes import WINDOW
from argmap.formats.anchors.records import Passage, Stretch

# Fewer letters than this are never hashed by themselves.
SHORTEST = 64


def stretches(passages: Iterable[Passage]) -> list[Stretch]:
    """Return the stretches that get windows, in the order of the text."""
    found = [_with_windows(group) for row in _rows(atoms(passages)) for group in _groups(row)]
    return [stretch for stretch in found if stretch.length >= SHORTEST]


def atoms(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages that overlap with no other, the shorter ones first where some do."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda each: (each.length, each.start)):
        if all(passage.end <= other.start or other.end <= passage.start for other in kept):
            kept.append(passage)
    return sorted(kept, key=lambda each: each.start)


def _rows(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the runs of passages of one paragraph or note with nothing between them."""
    rows = [[passage] for passage in passages[:1]]
    for before, passage in pairwise(passages):
        if passage.start == before.end and passage.place == before.place:
            rows[-1].append(passage)
        else:
            rows.append([passage])
    return rows


def _groups(row: Sequence[Passage]) -> list[list[Passage]]:
    """Return the row in groups of one passage that is long enough, with the short ones beside it."""
    groups: list[list[Passage]] = [[]]
    for passage in row:
        groups[-1].append(passage)
        if passage.length >= SHORTEST:
            groups.append([])
    left = groups.pop()
    if groups:
        groups[-1].extend(left)
        return groups
    return [left]


def _with_windows(group: Sequence[Passage]) -> Stretch:
    start, end = group[0].start, group[-1].end
    long = [passage for passage in group if passage.length >= SHORTEST]
    head = long[0].start - start + WINDOW if long else end - start
    tail = end - long[0].end + WINDOW if long else 0
    if head + tail >= end - start:
        return Stretch(start, end, end - start, 0)
    return Stretch(start, end, head, tail)
