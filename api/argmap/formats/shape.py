"""From what is said of a thing to its text: the keys in order, their values, and where links may lead."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, final

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


@final
@dataclass(frozen=True, slots=True)
class _Reading:
    """How the terms of a property are read: what they are as values under its key, and how an entry begins.

    `ranked` is what each term is by itself, with its rank.
    """

    key: Key
    values: Remembered[Any]
    ranked: Remembered[tuple[Rank, Indented]]
    before: Indented
    is_array: bool


@dataclass(frozen=True)
class Shape:
    """What the head of a query wants of things: keys that are read backwards, the order of arrays, and keys
    that have an array even for one value."""

    context: Context
    reverse: Sequence[Key]
    order: Sequence[str]
    arrays: Collection[str]
    backwards: Mapping[str, Backwards] = field(init=False, repr=False)
    # What begins the entries of each key, and by context (the whole, or that of a class) how properties are
    # read: shared by all things.
    _beginnings: Remembered[Indented] = field(init=False, repr=False)
    _readings: dict[int, Remembered[_Reading]] = field(default_factory=dict, repr=False)

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
        readings = self._readings_in(context)
        entries: dict[str, str | Link | Backwards] = dict(self.backwards)
        fixed: dict[str, Any] = {"id": id_of(node)}
        for property, found in terms.items():
            reading = readings[property]
            name = reading.key.name
            entries[name], fixed[name] = self._entry(reading, distinct(found))
        links = {name: entry for name, entry in entries.items() if type(entry) is Link}
        ranked_by = [links[name].nodes for name in self.order if name in links]
        return Thing(
            node,
            _parts(id_of(node), [entries[name] for name in sorted(entries, key=place_of_key)]),
            [(place, terms[key.property]) for place, key in enumerate(self.reverse) if key.property in terms],
            None if self.backwards.keys() & self.order else rank(fixed, self.order),
            frozenset().union(*ranked_by),
        )

    def _entry(self, reading: _Reading, terms: Sequence[Raw]) -> tuple[str | Link, Any]:
        """Return the entry of a key with these terms, and what stands under it where it leads nowhere."""
        known = reading.values
        found = single_or_array(in_value_order([known[term] for term in terms], self.order), reading.is_array)
        text = reading.before.text + deeper(value_text(found), 1)
        nodes = frozenset(filter(_is_node, terms)) if reading.key.kind != "token" else frozenset()
        if not nodes:
            return text, found
        return Link(terms, nodes, text, reading.before, reading.ranked, reading.is_array), found

    def _readings_in(self, context: Context) -> Remembered[_Reading]:
        """Return how properties are read in a context: this one, or that of a class within it."""
        if id(context) not in self._readings:
            self._readings[id(context)] = Remembered(lambda property: self._reading(context.key_of(property)))
        return self._readings[id(context)]

    def _reading(self, key: Key) -> _Reading:
        known = values(self.context, key)
        ranked = Remembered(lambda term: (rank(known[term], self.order), Indented(value_text(known[term]))))
        return _Reading(key, known, ranked, self._beginnings[key.name], key.name in self.arrays)


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
