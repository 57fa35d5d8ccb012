"""Frameworks made by chance, by shape, and from the literature."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from hypothesis import strategies

from argmap.model.framework import Framework

NAMES = "abcdefg"


@strategies.composite
def small(draw: strategies.DrawFn, most: int = len(NAMES)) -> Framework:
    """Return any framework of a few arguments, attacks on oneself included."""
    names = tuple(NAMES[: draw(strategies.integers(0, most))])
    if not names:
        return Framework()
    ends = strategies.sampled_from(names)
    return Framework(
        names, tuple(draw(strategies.sets(strategies.tuples(ends, ends), max_size=3 * len(names))))
    )


def of(attacks: str, *alone: str) -> Framework:
    """Return the framework of attacks that are written `ab bc`, and of arguments that stand alone."""
    pairs = tuple((pair[0], pair[1]) for pair in attacks.split())
    names = dict.fromkeys([*(name for pair in pairs for name in pair), *alone])
    return Framework(tuple(sorted(names)), pairs)


def numbers(size: int, attacks: Sequence[tuple[int, int]]) -> Framework:
    """Return the framework of numbers from 0, as names."""
    return Framework(tuple(map(str, range(size))), tuple((str(one), str(other)) for one, other in attacks))


def chain(size: int) -> Framework:
    """Each attacks the next."""
    return numbers(size, list(pairwise(range(size))))


def cycles(size: int, length: int) -> Framework:
    """Circles of so many arguments, side by side."""
    return numbers(size, [(at, at - at % length + (at + 1) % length) for at in range(size)])


def grid(side: int) -> Framework:
    """A square in which neighbours attack one another."""
    attacks = [
        (row * side + column, other_row * side + other_column)
        for row in range(side)
        for column in range(side)
        for other_row, other_column in (
            (row + 1, column),
            (row - 1, column),
            (row, column + 1),
            (row, column - 1),
        )
        if 0 <= other_row < side and 0 <= other_column < side
    ]
    return numbers(side * side, attacks)


def sparse(size: int, attacks: int, seed: int = 1) -> Framework:
    """So many attacks between any two."""
    chance = Random(seed)
    return numbers(size, sorted({(chance.randrange(size), chance.randrange(size)) for _ in range(attacks)}))
