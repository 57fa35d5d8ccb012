"""What is said of terms, and what a version of the ontology says otherwise than the one before."""

from dataclasses import dataclass, field
from typing import Literal

Fate = Literal["added", "removed", "deprecated", "changed"]


@dataclass(frozen=True, order=True)
class Saying:
    """One thing that is said of a term: what of it (`definition`, `kind of`) and the value, both in words."""

    aspect: str
    value: str


@dataclass(frozen=True)
class TermChange:
    """A term that is new, gone, deprecated or otherwise: what no longer holds of it, and what now does.

    `name` is its short form, `sort` what it is (`class`, `object property`, …). Of one that is new or gone,
    everything that is said.
    """

    iri: str
    name: str
    sort: str
    fate: Fate
    lost: tuple[Saying, ...] = ()
    gained: tuple[Saying, ...] = ()


@dataclass(frozen=True)
class VersionChanges:
    """What a version changes; `previous` is None for the first.

    `same` tells whether both say the same triples, whatever blank nodes are called. Where they do not and yet
    nothing is listed, members of a set stand in another order.
    """

    version: str
    previous: str | None
    same: bool
    terms: tuple[TermChange, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, fate: Fate) -> tuple[TermChange, ...]:
        """Return the terms that have met with one fate."""
        return tuple(term for term in self.terms if term.fate == fate)
