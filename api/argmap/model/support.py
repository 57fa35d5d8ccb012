"""What holds a statement up, and what may be taken away: plain facts, in names only."""

from dataclasses import dataclass, field
from typing import Literal

# Whether a statement that no source stands behind holds by the author's word, or does not count.
Uncited = Literal["stands", "falls"]
Status = Literal["withdrawn", "unsupported", "weakened", "unaffected", "unsupported-before"]


@dataclass(frozen=True)
class Citing:
    """One way in which a statement comes to a source: by a note, at first or second hand."""

    statement: str
    source: str
    note: str
    second_hand: bool = False


@dataclass(frozen=True)
class Step:
    """An argument: its conclusion, and its premises and warrants, all of which it needs."""

    argument: str
    conclusion: str
    grounds: frozenset[str]


@dataclass(frozen=True)
class SupportGraph:
    """The statements with all that speaks for them."""

    statements: frozenset[str]
    citings: tuple[Citing, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Withdrawal:
    """What is taken away: sources, notes, statements; and, if `second_hand`, all that is cited so."""

    sources: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    second_hand: bool = False

    def takes(self, citing: Citing) -> bool:
        """Whether the citation goes."""
        return (
            citing.source in self.sources
            or citing.note in self.notes
            or (self.second_hand and citing.second_hand)
        )


@dataclass(frozen=True)
class Line:
    """One line of support of a statement: a source it cites (by `citings`), or an argument for it."""

    statement: str
    source: str | None = None
    argument: str | None = None
    grounds: frozenset[str] = frozenset()
    citings: tuple[Citing, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class LostLine:
    """A line that held and does not any more; `through` are those of its grounds that fell."""

    line: Line
    through: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fate:
    """What a withdrawal does to a statement: the lines that go, that are weakened, and that remain whole."""

    statement: str
    status: Status
    lost: tuple[LostLine, ...] = ()
    weakened: tuple[Line, ...] = ()
    remaining: tuple[Line, ...] = ()
