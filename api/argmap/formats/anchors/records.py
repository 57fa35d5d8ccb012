"""What is published of a text so that its passages can be found again: places, and hashes of short windows.

All places count letters of the normal form (see `normal_form`), from 0; an end is the letter after the last.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Passage:
    """A passage of the article; `place` is the paragraph or note that it stands in."""

    iri: str
    label: str
    start: int
    end: int
    place: str = ""

    @property
    def length(self) -> int:
        """Its letters."""
        return self.end - self.start


@dataclass(frozen=True)
class Stretch:
    """One passage, or some short ones in a row, with the windows at its ends.

    `head` letters at its start and `tail` letters at its end are the windows; with a `tail` of 0 one window
    covers the whole of it.
    """

    start: int
    end: int
    head: int
    tail: int

    @property
    def length(self) -> int:
        """Its letters."""
        return self.end - self.start


@dataclass(frozen=True)
class Windows(Stretch):
    """A stretch with what is published of its windows: rolling hashes, and one slow salted digest of both."""

    head_hash: int
    tail_hash: int | None
    digest: str


@dataclass(frozen=True)
class Anchors:
    """All that is published to find an article's passages in a copy.

    `digest` is the SHA-256 of the normal form of the text that they were made from, `letters` its length.
    """

    article: str
    label: str
    salt: bytes
    letters: int
    digest: str
    passages: tuple[Passage, ...] = field(repr=False)
    windows: tuple[Windows, ...] = field(repr=False)
