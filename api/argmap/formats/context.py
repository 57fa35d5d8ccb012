"""The JSON-LD context, read as a table: which key says which property, and how its values look.

It covers what our own context uses: prefixes, aliases, and terms that point forwards or backwards, with
values that are things (`@id`), individuals of the ontology (`@vocab`) or literals; a null key says nothing
in RDF. A class may have a context of its own, in which keys of its things say something else (type-scoped
contexts, section 4.1.7 of the source); it does not reach further down.
Source: https://www.w3.org/TR/json-ld11/#context-definitions
"""

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from argmap.formats.blocks import Memory
from argmap.vocabulary import AM, RDF

ValueKind = Literal["thing", "token", "literal"]


@dataclass(frozen=True)
class Key:
    """A key of our JSON: its name, the property it says, whether backwards, and what its values are."""

    name: str
    property: str
    kind: ValueKind = "literal"
    backwards: bool = False


@dataclass(frozen=True)
class Context:
    """The keys of our JSON by name, and by property; and the context itself as it is published."""

    document: dict[str, Any] = field(repr=False)
    keys: dict[str, Key] = field(repr=False)
    prefixes: dict[str, str] = field(repr=False)
    silent: frozenset[str] = field(repr=False)
    _forward: dict[str, Key] = field(repr=False)
    # The context that holds for the things of a class, by the name of the class.
    scoped: Mapping[str, "Context"] = field(default_factory=dict, repr=False)
    # What is worked out with these keys again and again: see `raw`.
    remembered: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)

    def key(self, name: str) -> Key:
        """Return the key of that name; one that the context does not list is a property of the ontology."""
        prefix, colon, local = name.partition(":")
        if colon and prefix in self.prefixes:
            return Key(name, self.prefixes[prefix] + local)
        return self.keys.get(name) or Key(name, AM + name)

    def key_of(self, iri: str) -> Key:
        """Return the key that says this property forwards."""
        return self._forward.get(iri) or Key(self.compact(iri), iri)

    def of(self, classes: Iterable[str]) -> "Context":
        """Return the context that holds for a thing of these classes (IRIs)."""
        if self.scoped:
            for iri in classes:
                if iri.startswith(AM) and iri.removeprefix(AM) in self.scoped:
                    return self.scoped[iri.removeprefix(AM)]
        return self

    def silences(self, iri: str) -> bool:
        """Whether a property stands under a key that says nothing in RDF."""
        return self.key_of(iri).name in self.silent

    def compact(self, iri: str) -> str:
        """Return an IRI as the context writes terms: ours bare, others with a prefix, the rest in full."""
        if iri.startswith(AM) and iri != AM:
            return iri.removeprefix(AM)
        for prefix, start in self.prefixes.items():
            if iri.startswith(start) and iri != start and "/" not in iri[len(start) :]:
                return f"{prefix}:{iri.removeprefix(start)}"
        return iri


def load(file: Path) -> Context:
    """Read a context file."""
    document = json.loads(file.read_text(encoding="utf-8"))
    entries: dict[str, Any] = {k: v for k, v in document["@context"].items() if not k.startswith("@")}
    classes = {
        name: entry for name, entry in entries.items() if isinstance(entry, dict) and "@context" in entry
    }
    plain = {name: entry for name, entry in entries.items() if name not in classes}
    whole = _context(document, plain)
    scoped = {name: _context(document, {**plain, **entry["@context"]}) for name, entry in classes.items()}
    return replace(whole, scoped=scoped)


def _context(document: dict[str, Any], entries: Mapping[str, Any]) -> Context:
    prefixes = {k: v for k, v in entries.items() if isinstance(v, str) and v[-1] in "#/"}
    keys = {
        name: _key(name, entry, prefixes)
        for name, entry in entries.items()
        if name not in prefixes and entry is not None and entry != "@id" and entry != "@included"
    }
    return Context(
        document=document,
        keys=keys,
        prefixes=prefixes,
        silent=frozenset(name for name, entry in entries.items() if entry is None),
        _forward={key.property: key for key in keys.values() if not key.backwards},
    )


def _key(name: str, entry: Any, prefixes: dict[str, str]) -> Key:
    if entry == "@type":
        return Key(name, RDF + "type", "token")
    if isinstance(entry, str):
        return Key(name, _full(entry, prefixes))
    kinds: dict[str | None, ValueKind] = {"@id": "thing", "@vocab": "token"}
    backwards = "@reverse" in entry
    iri = _full(entry["@reverse" if backwards else "@id"], prefixes)
    return Key(name, iri, kinds.get(entry.get("@type"), "literal"), backwards)


def _full(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local if prefix in prefixes else name
