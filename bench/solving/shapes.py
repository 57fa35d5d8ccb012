"""Frameworks of any size, of several shapes."""

from collections.abc import Callable, Iterable
from math import isqrt
from random import Random

from argmap.model.framework import Framework


def chain(size: int) -> Framework:
    """Each argument attacks the next: the grounded extension settles everything, in many steps."""
    return _of(size, ((at, at + 1) for at in range(size - 1)))


def circle(size: int) -> Framework:
    """A chain that closes: nothing is settled, and for even sizes there are two preferred extensions."""
    return _of(size, ((at, (at + 1) % size) for at in range(size)))


def grid(size: int) -> Framework:
    """A square in which neighbours attack one another: more extensions than can be listed."""
    side = isqrt(size)
    right = ((at, at + 1) for at in range(side * side) if (at + 1) % side)
    down = ((at, at + side) for at in range(side * (side - 1)))
    both = [pair for one, other in (*right, *down) for pair in ((one, other), (other, one))]
    return _of(side * side, both)


def sparse(size: int) -> Framework:
    """Three attacks for two arguments, between any two: the grounded extension settles most."""
    return _any(size, size * 3 // 2)


def erdos_renyi(size: int) -> Framework:
    """Three attacks for each argument (G(n, m) of P. Erdős and A. Rényi, 1959): most stays undecided."""
    return _any(size, size * 3)


def _any(size: int, attacks: int) -> Framework:
    chance, found = Random(size), set[tuple[int, int]]()
    while len(found) < attacks:
        found.add((chance.randrange(size), chance.randrange(size)))
    return _of(size, sorted(found))


def _of(size: int, attacks: Iterable[tuple[int, int]]) -> Framework:
    names = tuple(f"a{number}" for number in range(size))
    return Framework(names, tuple((names[one], names[other]) for one, other in attacks))


SHAPES: dict[str, Callable[[int], Framework]] = {
    "chain": chain,
    "circle": circle,
    "grid": grid,
    "sparse": sparse,
    "Erdős-Rényi": erdos_renyi,
}
