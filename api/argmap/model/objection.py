"""What is said against something, and what answers it: plain facts, in names only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Objection:
    """An attack, a concession or a question: the statements `by` which it is made, and what it is `against`.

    `answers` are the statements that answer it: named as answers, or attacking it or what makes it.
    """

    name: str
    by: frozenset[str]
    against: frozenset[str]
    answers: frozenset[str]


@dataclass(frozen=True)
class Strengthened:
    """A `target` against which an `objection` was made by a `statement` that fell."""

    target: str
    objection: str
    statement: str


@dataclass(frozen=True)
class Revived:
    """An objection some of whose answers fell: it is back if none remains."""

    objection: str
    fallen: frozenset[str]
    remaining: frozenset[str]
    by: frozenset[str]
    against: frozenset[str]
