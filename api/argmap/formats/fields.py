"""What is said of each thing of a graph, apart from where the thing stands in a document.

Most fields of a thing are the same wherever it stands. Those that lead to things of which more is said are
its links: what they hold depends on what is above.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.formats.context import Context, Key
from argmap.formats.graph_index import GraphIndex, Node, Raw, distinct, id_of
from argmap.formats.raw import values
from argmap.formats.remembered import Remembered
from argmap.formats.values import Object, in_value_order, place_of_key, single_or_array


@dataclass(frozen=True, slots=True)
class Link:
    """A key of one thing with the terms to which it leads, some of them things with fields of their own.

    Backwards, all of them are, and the key stands only where it leads to one that is not above.
    """

    name: str
    terms: Sequence[Raw]
    values: Remembered[Any]
    backwards: bool = False


class Fields:
    """The fields of all things that a graph describes, read key by key, those in `reverse` backwards."""

    def __init__(
        self,
        graph: GraphIndex,
        context: Context,
        order: Sequence[str] = (),
        arrays: Collection[str] = (),
        reverse: Iterable[Key] = (),
        without: Collection[str] = (),
    ) -> None:
        self.described = graph.described
        self.arrays = arrays
        self._order = order
        self._objects: dict[Node, Object] = {}
        self._links: dict[Node, list[Link]] = {}
        forwards = [context.key_of(property) for property in graph.properties() if property not in without]
        readings = [(key, self._read) for key in forwards] + [(key, self._read_backwards) for key in reverse]
        # The keys of every object are in order because they are read in order.
        for key, read in sorted(readings, key=lambda reading: place_of_key(reading[0].name)):
            read(graph, key, values(context, key))

    def of(self, node: Node) -> Object:
        """Return the object of a thing, with null where its links belong. It must not be changed."""
        if node not in self._objects:
            self._objects[node] = {"id": id_of(node)}
        return self._objects[node]

    def links(self, node: Node) -> Sequence[Link]:
        """Return the keys of a thing that lead to other things which have fields."""
        return self._links.get(node, ())

    def ordered(self, name: str, found: list[Any]) -> Any:
        """Return what stands under a key: one value, or an array in the order of the query's head."""
        return single_or_array(in_value_order(found, self._order), name in self.arrays)

    def _read(self, graph: GraphIndex, key: Key, values: Remembered[Any]) -> None:
        """Read what all things have under a key. Things with the same array share it."""
        described = self.described if key.kind != "token" else frozenset()
        arrays: dict[frozenset[Raw], Any] = {}
        for node, terms in graph.forwards(key.property).items():
            fields = self.of(node)
            if not described.isdisjoint(terms):
                fields[key.name] = None
                self._link(node, Link(key.name, distinct(terms), values))
            elif len(terms) == 1 and key.name not in self.arrays:
                fields[key.name] = values[terms[0]]
            else:
                together = frozenset(terms)
                if together not in arrays:
                    arrays[together] = self.ordered(key.name, [values[term] for term in distinct(terms)])
                fields[key.name] = arrays[together]

    def _read_backwards(self, graph: GraphIndex, key: Key, values: Remembered[Any]) -> None:
        """Read what leads to all things by a key."""
        subjects = graph.backwards(key.property)
        for node in self.described if key.name in self.arrays else self.described & subjects.keys():
            self.of(node).setdefault(key.name, None)
            self._link(node, Link(key.name, distinct(subjects.get(node, ())), values, backwards=True))

    def _link(self, node: Node, link: Link) -> None:
        self._links.setdefault(node, []).append(link)
