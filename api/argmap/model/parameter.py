"""A parameter of a query file, as its head declares it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

ParameterType = Literal["thing", "string", "integer", "boolean", "token", "choice"]

_HOLE = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True)
class Parameter:
    """A parameter of a query file.

    `type` says which term a value becomes: `thing` an IRI, `token` an individual of the ontology, `choice` a
    string out of `choices`, the others a literal. `template` (things only) is the path of the thing's IRI
    under `https://w3id.org/argmap/`, with a hole for each part that the caller fills:
    `id/{article}/claim/{slug}`. `kind` says what sort of thing is meant; `default` is bound when no value is
    given; `many` says that it may be given several times, for several values.
    """

    name: str
    type: ParameterType
    description: str
    example: str
    required: bool = False
    default: str | None = None
    choices: tuple[str, ...] = ()
    template: str | None = None
    kind: str | None = None
    many: bool = False

    @cached_property
    def holes(self) -> tuple[str, ...]:
        """The names of the template's holes, in order; an unnamed one is the empty string."""
        return tuple(_HOLE.findall(self.template or ""))
