"""Which stretches stand in a copy, and where: candidates by the rolling hash, proof by the slow digest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from argmap.formats.anchors import hashes
from argmap.formats.anchors.hashes import WINDOW
from argmap.formats.anchors.making import windows_of
from argmap.formats.anchors.records import Anchors, Windows

# A page head, a page foot and the notes of a page may stand in the middle of a passage: so many letters more.
MOST_INSERTED = 2500
# A letter or two are misread now and then; a missing word is another wording.
MOST_LOST = 2
# Nobody's text repeats itself so often; a file made of one line a million times has to end too.
_MOST_PAIRS, _MOST_TRIED = 2000, 64


@dataclass(frozen=True)
class Match:
    """A stretch in a copy: its first letter there, and the letter after its last.

    `cut` tells, where it is known, before which letter of the stretch other matter was inserted.
    """

    stretch: Windows
    start: int
    end: int
    cut: int | None = None

    @property
    def inserted(self) -> int:
        """How many letters it has more than the text that the anchors were made from."""
        return self.end - self.start - self.stretch.length

    def place(self, letter: int, *, is_end: bool = False) -> int:
        """Return where in the copy a letter of the stretch stands, or where what ends before it ends."""
        since = letter - self.stretch.start
        if self.cut is None:  # what the windows do not show is between them
            before = since <= self.stretch.head
        else:
            before = since <= self.cut if is_end else since < self.cut
        return self.start + since + (0 if before else self.inserted)


class Places:
    """Where in a copy the windows of all stretches may stand, by their rolling hashes."""

    def __init__(self, letters: str, anchors: Anchors) -> None:
        self.letters, self._salt = letters, anchors.salt
        self._point = hashes.base(anchors.salt)
        wanted = {each.head_hash for each in anchors.windows}
        wanted |= {each.tail_hash for each in anchors.windows if each.tail_hash is not None}
        self._found = hashes.places(letters, self._point, wanted)

    def heads(self, stretch: Windows) -> Sequence[int]:
        """Return where the stretch may start."""
        return self._found.get(stretch.head_hash, ())

    def tails(self, stretch: Windows) -> Sequence[int]:
        """Return where the last letters of the stretch may start."""
        return () if stretch.tail_hash is None else self._found.get(stretch.tail_hash, ())

    def is_head(self, letters: str, stretch: Windows) -> bool:
        """Whether these letters may be the first of the stretch."""
        return hashes.rolling(letters[:WINDOW], self._point) == stretch.head_hash

    def is_tail(self, letters: str, stretch: Windows) -> bool:
        """Whether these letters may be the last of the stretch."""
        return hashes.rolling(letters[-WINDOW:], self._point) == stretch.tail_hash

    def is_it(self, head: str, tail: str, stretch: Windows) -> bool:
        """Whether these are the windows of the stretch."""
        return hashes.digest(head, tail, self._salt, stretch) == stretch.digest


def matches(places: Places, stretch: Windows) -> list[Match]:
    """Return every place of the copy where the stretch stands; the least changed first."""
    found: list[Match] = []
    for start, end in _candidates(places, stretch):
        taken = any(each.start < end and start < each.end for each in found)
        if not taken and places.is_it(*windows_of(places.letters[start:end], stretch), stretch):
            found.append(Match(stretch, start, end))
    return found


def _candidates(places: Places, stretch: Windows) -> list[tuple[int, int]]:
    """Return starts and ends that go together, those at the right distance first."""
    pairs = _whole(places, stretch) if not stretch.tail else _pairs(places, stretch)
    several = sorted(
        islice(pairs, _MOST_PAIRS), key=lambda pair: (abs(pair[1] - pair[0] - stretch.length), pair)
    )
    return several[:_MOST_TRIED]


def _whole(places: Places, stretch: Windows) -> Iterator[tuple[int, int]]:
    for start in places.heads(stretch):
        if start + stretch.length <= len(places.letters):
            yield start, start + stretch.length


def _pairs(places: Places, stretch: Windows) -> Iterator[tuple[int, int]]:
    tails = places.tails(stretch)
    for start in places.heads(stretch):
        at = start + stretch.length - WINDOW
        first, last = bisect_left(tails, at - MOST_LOST), bisect_right(tails, at + MOST_INSERTED)
        for tail in tails[first:last]:
            yield start, tail + WINDOW
