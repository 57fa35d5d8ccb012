"""From N-Triples to the things they are about."""

from collections.abc import Iterator
from functools import partial

from argmap.formats.blocks import Blocks, Memory
from argmap.formats.graph_index import Node
from argmap.formats.shape import Shape
from argmap.formats.thing import Thing


class Things:
    """Reads the things of one shape, and remembers them."""

    def __init__(self, shape: Shape, memory: Memory) -> None:
        self.shape = shape
        self._blocks = Blocks(memory, b" ", partial(_thing, shape))

    def read(self, triples: bytes) -> dict[Node, Thing]:
        """Return the things that triples are about, by node.

        The triples are N-Triples in which neither subject nor predicate holds a space.
        """
        return {thing.node: thing for thing in self._blocks.read(triples).values()}


def _thing(shape: Shape, subject: bytes, block: bytes) -> Thing:
    return shape.thing(subject[:-1].decode(), _said(block))


def _said(block: bytes) -> Iterator[tuple[str, str]]:
    """Yield property and term of each line."""
    for line in block.decode().split(" .\n")[:-1]:
        _, predicate, term = line.split(" ", 2)
        yield predicate[1:-1], term
