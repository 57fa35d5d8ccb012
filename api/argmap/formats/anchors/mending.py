"""Stretches that something was inserted into where a window is: found by what stands around them.

A page head in the middle of a window hides it. Where the stretches before and after are known, it is known
how many letters were inserted between them: leaving out so many, at each place in turn, shows it again.
"""

from collections.abc import Iterator, Sequence

from argmap.formats.anchors.hashes import WINDOW
from argmap.formats.anchors.making import windows_of
from argmap.formats.anchors.matches import MOST_INSERTED, Match, Places
from argmap.formats.anchors.records import Windows

_MOST_TAILS = 8


def mended(
    places: Places,
    stretch: Windows,
    before: Match | None,
    after: Match | None,
    usual: Sequence[int] = (),
) -> Match | None:
    """Return where the stretch stands between its neighbours, with the place of what was inserted.

    `usual` are the lengths of what is inserted elsewhere in the copy: page heads are alike.
    """
    if before is not None and after is not None and after.start < before.end:
        return None
    for start, end in dict.fromkeys(_bounds(places, stretch, before, after, usual)):
        if 0 < end - start - stretch.length <= MOST_INSERTED and start >= 0 and end <= len(places.letters):
            cut = _cut(places, stretch, places.letters[start:end])
            if cut is not None:
                return Match(stretch, start, end, cut)
    return None


def _bounds(
    places: Places,
    stretch: Windows,
    before: Match | None,
    after: Match | None,
    usual: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Yield where it may start and end: next to its neighbours, and where one of its windows is seen."""
    start = None if before is None else before.end + stretch.start - before.stretch.end
    end = None if after is None else after.start - (after.stretch.start - stretch.end)
    if start is not None and end is not None:
        yield start, end
    if start is not None:
        tails = [tail + WINDOW for tail in places.tails(stretch) if tail + WINDOW > start + stretch.length]
        yield from ((start, tail) for tail in tails[:_MOST_TAILS])
        yield from ((start, start + stretch.length + more) for more in usual)
    if end is not None:
        heads = [head for head in places.heads(stretch) if head < end - stretch.length]
        yield from ((head, end) for head in heads[-_MOST_TAILS:])
        yield from ((end - stretch.length - more, end) for more in usual)


def _cut(places: Places, stretch: Windows, letters: str) -> int | None:
    """Return before which letter of the stretch the letters hold something else; None if they are not it."""
    more = len(letters) - stretch.length
    in_tail = range(stretch.length - stretch.tail + 1, stretch.length)
    for cut in (*range(1, stretch.head), *in_tail):
        head, tail = windows_of(letters[:cut] + letters[cut + more :], stretch)
        seen: bool = places.is_head(head, stretch) and (not tail or places.is_tail(tail, stretch))
        if seen and places.is_it(head, tail, stretch):
            return int(cut)
    return None
