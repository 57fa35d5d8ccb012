"""What is answered about a framework under a semantics, and whether that is the whole answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.errors import BadParameter
from argmap.model.framework import Label

# In some extension, or in every one.
Acceptance = Literal["credulous", "sceptical"]
SEMANTICS = ("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "stage")


def checked(semantics: str) -> None:
    """Raise BadParameter if there is no such semantics."""
    if semantics not in SEMANTICS:
        raise BadParameter("semantics", f'there is no "{semantics}". There are {", ".join(SEMANTICS)}.')


@dataclass(frozen=True)
class Extensions:
    """The extensions of a framework, in a fixed order; each lists its arguments in that of the framework.

    If not `finished`, `because` says what ended the search, and `extensions` are those that were found:
    each is one, but there may be more.
    """

    semantics: str
    extensions: tuple[tuple[str, ...], ...]
    finished: bool = True
    because: str = ""


@dataclass(frozen=True)
class Standings:
    """How each argument stands under a semantics.

    A label is `in` if the argument is in every extension, `out` if a member of every extension attacks it
    (in both cases there is an extension at all), and otherwise `undecided`. `credulous` are the arguments
    that are in some extension, `sceptical` those that are in every one: where there is none, as can be
    under the stable semantics (`count_is_zero`), these are all arguments, and no label is `in` or `out`.
    If not `finished`, everything is empty, and `because` says what ended the search.
    """

    semantics: str
    labels: Mapping[str, Label] = field(default_factory=dict)
    credulous: frozenset[str] = frozenset()
    sceptical: frozenset[str] = frozenset()
    count_is_zero: bool = False
    finished: bool = True
    because: str = ""


@dataclass(frozen=True)
class Answer:
    """Whether an argument is accepted under a semantics: credulously or sceptically (see Standings).

    If not `finished`, `accepted` means nothing, and `because` says what ended the search.
    """

    semantics: str
    argument: str
    acceptance: Acceptance
    accepted: bool = False
    count_is_zero: bool = False
    finished: bool = True
    because: str = ""
