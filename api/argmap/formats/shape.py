"""From what is said of a thing to its text: the keys in order, their values, and where links may lead."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.context import Context, Key
from argmap.formats.graph_index import Node, Raw, distinct, id_of
from argmap.formats.indented import Indented, deeper
from argmap.formats.json_text import value_text
from argmap.formats.raw import values
from argmap.formats.remembered import Remembered
from argmap.formats.thing import Backwards, Link, Part, Rank, Thing
from argmap.formats.values import in_value_order, place_of_key, rank, single_or_array
from argmap.vocabulary import RDF

_TYPE = RDF + "type"


@dataclass(frozen=True)
class Shape:
    """What the head of a query wants of things: keys that are read backwards, the order of arrays, and keys
    that have an array even for one value."""

    context: Context
    reverse: Sequence[Key]
    order: Sequence[str]
    arrays: Collection[str]
    backwards: Mapping[str, Backwards] = field(init=False, repr=False)
    # What begins the entries of each key, and what terms are by themselves: shared by all things.
    _beginnings: Remembered[Indented] = field(init=False, repr=False)
    _singles: dict[Key, Remembered[tuple[Rank, Indented]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        beginnings = Remembered(lambda name: Indented(entry_text(name, "")))
        object.__setattr__(self, "_beginnings", beginnings)
        found = {key.name: self._backwards(place, key.name) for place, key in enumerate(self.reverse)}
        object.__setattr__(self, "backwards", found)

    def _backwards(self, place: int, name: str) -> Backwards:
        empty = Indented(entry_text(name, "[]")) if name in self.arrays else None
        return Backwards(place, self._beginnings[name], empty, empty is not None)

    def thing(self, node: Node, said: Iterable[tuple[str, Raw]]) -> Thing:
        """Return the thing of which this is said: pairs of a property and a term."""
        terms: dict[str, list[Raw]] = defaultdict(list)
        for property, term in said:
            terms[property].append(term)
        context = self.context.of(map(id_of, terms.get(_TYPE, ())))
        entries: dict[str, str | Link | Backwards] = dict(self.backwards)
        fixed: dict[str, Any] = {"id": id_of(node)}
        for property, found in terms.items():
            key = context.key_of(property)
            entries[key.name], fixed[key.name] = self._entry(key, distinct(found))
        links = {name: entry for name, entry in entries.items() if type(entry) is Link}
        ranked_by = [links[name].nodes for name in self.order if name in links]
        return Thing(
            node,
            _parts(id_of(node), [entries[name] for name in sorted(entries, key=place_of_key)]),
            [(place, terms[key.property]) for place, key in enumerate(self.reverse) if key.property in terms],
            None if self.backwards.keys() & self.order else rank(fixed, self.order),
            frozenset().union(*ranked_by),
        )

    def _entry(self, key: Key, terms: Sequence[Raw]) -> tuple[str | Link, Any]:
        """Return the entry of a key with these terms, and what stands under it where it leads nowhere."""
        known = values(self.context, key)
        is_array = key.name in self.arrays
        found = single_or_array(in_value_order([known[term] for term in terms], self.order), is_array)
        text = entry_text(key.name, value_text(found))
        nodes = frozenset(filter(_is_node, terms)) if key.kind != "token" else frozenset()
        if not nodes:
            return text, found
        return Link(terms, nodes, text, self._beginnings[key.name], self._values(key), is_array), found

    def _values(self, key: Key) -> Remembered[tuple[Rank, Indented]]:
        """Return what terms are by themselves under a key, each with its rank."""
        if key not in self._singles:
            known = values(self.context, key)
            self._singles[key] = Remembered(
                lambda term: (rank(known[term], self.order), Indented(value_text(known[term])))
            )
        return self._singles[key]


def _parts(identity: str, entries: Iterable[str | Link | Backwards]) -> list[Part]:
    """Return the parts of an object with these entries after its id, those that are text in one."""
    parts: list[Part] = []
    for entry in entries:
        if parts and isinstance(entry, str) and isinstance(parts[-1], str):
            parts[-1] += entry
        else:
            parts.append(entry)
    return ['{\n "id": ' + value_text(identity), *parts, "\n}"]


def entry_text(name: str, value: str) -> str:
    """Return an entry of an object, after its first, with a value that is text already."""
    return f",\n {value_text(name)}: {deeper(value, 1)}"


def _is_node(term: Raw) -> bool:
    return term[0] == "_" or (term[0] == "<" and term[1] != "<")
