"""What is supposed otherwise than the record has it: plain facts, in names only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.model.dispute import Objection
from argmap.model.framework import Label

# In which way one thing bears on the label of another.
Role = Literal["source", "assumption", "argument", "attack", "premise", "attackingStatement", "target"]


@dataclass(frozen=True)
class Change:
    """What is taken from a dispute, and what is put into it.

    `lost` says of a statement which sources it cites no longer; `withdrawn` are statements, inferences and
    objections; `assumed` are statements that stand whatever is said for them.
    """

    lost: Mapping[str, frozenset[str]] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()
    added: tuple[Objection, ...] = ()


@dataclass(frozen=True)
class Cause:
    """A thing whose own change, from one label to another, bears on a thing: None where it is not there."""

    role: Role
    thing: str
    before: Label | None = None
    after: Label | None = None
