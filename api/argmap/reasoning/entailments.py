"""What a reasoner answers: what the ontology and data entail, or why they cannot all be true."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]


@dataclass(frozen=True)
class Entailments:
    """Everything entailed of named classes, object properties and individuals; all names are IRIs.

    `unsatisfiable` are the classes that can have no member; `equivalent` the sets of two or more classes that
    must have the same members; `above` each class with the classes it is entailed to lie under (itself left
    out); `members` each class with its individuals; `pairs` each object property with its (subject, object)s.
    """

    unsatisfiable: frozenset[str]
    equivalent: frozenset[frozenset[str]]
    above: Mapping[str, frozenset[str]]
    members: Mapping[str, frozenset[str]]
    pairs: Mapping[str, frozenset[Pair]]


@dataclass(frozen=True)
class Clue:
    """A rule of the ontology that the data break: the thing it shows at, and what is wrong.

    `about` are the IRIs and texts that it speaks of: the thing, properties, kinds and values.
    """

    subject: str
    message: str
    about: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True)
class Inconsistency:
    """The ontology and data contradict each other.

    `clues` are contradictions that can be read off directly; HermiT itself gives no reason, so they may be
    none, and then the contradiction takes more than one step.
    """

    clues: tuple[Clue, ...]
