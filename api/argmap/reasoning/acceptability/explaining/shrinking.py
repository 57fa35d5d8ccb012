"""From a set that shows something to one of which no part does: what can be spared is left out."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from argmap.reasoning.acceptability.clock import Clock, Unfinished


@dataclass(frozen=True)
class Shrunk:
    """A set that shows what it is to show; `minimal` if none of its parts does."""

    members: frozenset[int]
    minimal: bool


def shrunk(
    holds: Callable[[Set[int]], bool], members: Iterable[int], needed: Set[int], clock: Clock
) -> Shrunk:
    """Return a smallest part, by inclusion, for which `holds` is true; what is `needed` is in it anyway.

    It has to be true of the members, and of whatever contains something that it is true of. Large pieces are
    tried first, halved until they are single arguments. When the time is over, what is left still holds.
    """
    left = set(members)
    size = max(1, len(left) // 2)
    try:
        while True:
            for piece in _pieces(sorted(left - needed, reverse=True), size):
                clock.check()
                if holds(left - piece):
                    left -= piece
            if size == 1:
                return Shrunk(frozenset(left), minimal=True)
            size //= 2
    except Unfinished:
        return Shrunk(frozenset(left), minimal=False)


def _pieces(numbers: list[int], size: int) -> list[set[int]]:
    return [set(numbers[at : at + size]) for at in range(0, len(numbers), size)]
