"""What the triples of a trace say, thing by thing."""

from typing import Any, Literal

from argmap.formats.context import Context, Key
from argmap.formats.graph_index import GraphIndex, Node, distinct, id_of
from argmap.formats.kinds import most_telling
from argmap.formats.raw import values

Role = Literal["statement", "note", "reference", "source", "thing"]

_ROLES: dict[str, Role] = {
    "Statement": "statement",
    "Footnote": "note",
    "Reference": "reference",
    "Source": "source",
}


class Facts:
    """Triples, read by the keys of our JSON, forwards or backwards."""

    def __init__(self, graph: GraphIndex, context: Context) -> None:
        self._graph, self._context = graph, context
        self._types: dict[Node, list[str]] = {}
        self._keys: dict[str, Key] = {}

    def says_anything_of(self, node: Node) -> bool:
        """Whether the thing is described, rather than only named."""
        return node in self._graph.described

    def all(self, node: Node, name: str) -> list[Any]:
        """Return the values under a key of a thing, sorted as text."""
        return self._values(node, self._key(name))

    def one(self, node: Node, name: str) -> Any:
        """Return the value under a key of a thing, the first of several; None if there is none."""
        return next(iter(self.all(node, name)), None)

    def stated(self, node: Node, property: str) -> Any:
        """Return the first value of a property, which need not be one of the context's; None without any."""
        return next(iter(self._values(node, self._context.key_of(property))), None)

    def things(self, node: Node, name: str) -> list[Node]:
        """Return the things that a key leads to, sorted."""
        return self._graph.along(node, self._key(name))

    def everything(self, node: Node) -> dict[str, list[Any]]:
        """Return all that is said of a thing forwards, by key."""
        keys = (self._context.key_of(property) for property in sorted(self._graph.properties()))
        return {key.name: found for key in keys if (found := self._values(node, key))}

    def types(self, node: Node) -> list[str]:
        """Return the classes of a thing."""
        if node not in self._types:
            self._types[node] = self.all(node, "type")
        return self._types[node]

    def kind(self, node: Node) -> str | None:
        """Return the most telling class of a thing."""
        return most_telling(self.types(node))

    def role(self, node: Node) -> Role:
        """Return what part a thing plays in a trace."""
        types = self.types(node)
        return next((role for name, role in _ROLES.items() if name in types), "thing")

    def named(self, node: Node, *others: str) -> dict[str, Any]:
        """Return the id and label of a thing, and what stands under other keys if anything does."""
        fields = {name: self.one(node, name) for name in ("label", *others)}
        return {"id": id_of(node), **{name: value for name, value in fields.items() if value is not None}}

    def _key(self, name: str) -> Key:
        if name not in self._keys:
            self._keys[name] = self._context.key(name)
        return self._keys[name]

    def _values(self, node: Node, key: Key) -> list[Any]:
        raw = self._graph.forwards(key.property).get(node)
        if raw is None:
            return []
        known = values(self._context, key)
        return [known[term] for term in distinct(raw)]
