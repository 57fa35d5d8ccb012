"""What is said, argued and objected: plain facts, in names only, from which the readings are made.

What is a statement's source, what an objection's answer, is settled where the record is made; what follows
from it, in `reasoning/readings`. `docs/acceptability.md` holds the definitions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Certainty = Literal["asserted", "probable", "possible"]
Strength = Literal["strong", "moderate", "weak"]
# What an objection is directed against: that something is so, as concluded or as premised; that it follows.
On = Literal["conclusion", "premise", "inference"]


@dataclass(frozen=True)
class Statement:
    """A statement, the sources it cites itself, and how firmly it is put.

    It is not `founded` when what it stood by is taken away: it may then be argued for, but not be given.
    """

    iri: str
    sources: frozenset[str] = frozenset()
    certainty: Certainty | None = None
    founded: bool = True


@dataclass(frozen=True)
class Inference:
    """An argument: the `premises` (warrants and implicit ones among them), all of which it needs."""

    iri: str
    premises: frozenset[str]
    conclusion: str
    strength: Strength | None = None
    strict: bool = False


@dataclass(frozen=True)
class Objection:
    """An attack: any one of the statements `by` which it is made makes it against the `target`."""

    iri: str
    by: frozenset[str]
    target: str
    on: On = "conclusion"


@dataclass(frozen=True)
class Dispute:
    """Statements, inferences and objections, each by its IRI.

    What a dispute names it holds: whoever makes one leaves out what leads elsewhere, or brings it in.
    """

    statements: Mapping[str, Statement] = field(default_factory=dict)
    inferences: Mapping[str, Inference] = field(default_factory=dict)
    objections: Mapping[str, Objection] = field(default_factory=dict)

    def is_given(self, iri: str) -> bool:
        """Whether the statement stands without argument: by a source it cites, or by its holder's word alone.

        One that is argued for and cites nothing is what the arguments for it make of it.
        """
        statement = self.statements[iri]
        return statement.founded and bool(statement.sources or iri not in self.concluding)

    @cached_property
    def concluding(self) -> Mapping[str, tuple[str, ...]]:
        """The inferences for each statement that is concluded, in a fixed order."""
        found: dict[str, list[str]] = {}
        for iri in sorted(self.inferences):
            found.setdefault(self.inferences[iri].conclusion, []).append(iri)
        return {conclusion: tuple(iris) for conclusion, iris in found.items()}
