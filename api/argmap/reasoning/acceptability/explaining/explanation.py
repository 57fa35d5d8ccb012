"""What an explanation is: a part of a framework that forces how an argument is labelled, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from argmap.model.framework import Label

# How an explanation forces a label: `docs/explanations.md` holds the definitions.
#   reasons   by reasons that are built up from what nobody attacks, or by a circle that nobody breaks
#   ways      by two sets that each defend themselves, one with the argument and one against it
#   cases     in whichever way the open conflicts of the part are settled
#   conflict  no stable extension: the conditions of the part cannot all be met
#   examples  it does not: some extensions are shown, and the whole framework has its say
Manner = Literal["reasons", "ways", "cases", "conflict", "examples"]


@dataclass(frozen=True)
class Way:
    """One way in which the arguments of an explanation are labelled, and what gives each its label.

    `because` names attackers: of an argument that is in all of them, which are out; of one that is out one
    that is in; of one that is undecided those that keep it so, undecided, and those that fail, out. What is
    `open` has its label by something that is not told, as it makes no difference to the explanation.
    """

    labels: Mapping[str, Label]
    because: Mapping[str, tuple[str, ...]]
    open: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Explanation:
    """The part of a framework that forces the label of an argument under a semantics.

    `arguments` and the `attacks` that tell are in the order of the framework. `forces` says that they do it
    by themselves; `by` is the semantics of which that is said: what forces a label under the grounded one
    forces it under those that only add to it. `minimum` says that no smaller part does in this manner,
    `minimal` that none of its parts does; `hurried` that there was not the time to find out more about that.
    `credulous` says that some extension holds the argument. Not `finished`: nothing is known but `because`.
    """

    argument: str
    semantics: str
    label: Label = "undecided"
    manner: Manner = "reasons"
    by: str = "grounded"
    arguments: tuple[str, ...] = ()
    attacks: tuple[tuple[str, str], ...] = ()
    ways: tuple[Way, ...] = ()
    forces: bool = True
    minimum: bool = False
    minimal: bool = False
    credulous: bool = False
    finished: bool = True
    hurried: bool = False
    because: str = ""
