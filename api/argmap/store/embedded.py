"""The store inside this process: pyoxigraph in memory."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from argmap.sparql_tokens import tokens
from argmap.store.contract import Result
from argmap.store.syntax_error import syntax_error

# Without this, in lower case, there is no FROM clause, and reading the tokens takes longer than many a query.
# An expression that ignores case takes ten times as long to go through a text.
# Behind a letter it is part of a name (`am:wordingFrom`), unless that ends a keyword which it may follow.
# That is looked at last: an expression that begins with a word is found seventy times as fast as any other.
_MAY_BE_FROM = re.compile(
    r"from(?:(?<![\w:?$]from)|(?<=askfrom)|(?<=constructfrom))"
    r"(?:\s|#[^\r\n]*(?:[\r\n]|$))*+(?:named|<|[^\s<>{}()#\"':]*+:)"
)
_FROM = re.compile(r"(?:ask|construct)?from", re.IGNORECASE)


class EmbeddedStore:
    """Quads in memory. It is filled while it is built and only read from then on."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._store = pyoxigraph.Store()
        self._store.bulk_extend(quads)

    @classmethod
    def load(cls, source: IO[bytes]) -> "EmbeddedStore":
        """Return a store with what another one dumped."""
        store = cls()
        store._store.bulk_load(source, RdfFormat.N_QUADS)
        return store

    def dump(self, target: IO[bytes]) -> None:
        """Write all quads to a file, as N-Quads."""
        self._store.dump(target, RdfFormat.N_QUADS)

    def query(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        """Answer a query over the union of all graphs, or over the dataset that is named.

        Relative IRIs in the text are resolved against `base`.
        """
        try:
            if default_graphs is not None or named_graphs is not None:
                return self._store.query(
                    text,
                    base_iri=base,
                    default_graph=[NamedNode(graph) for graph in default_graphs or ()],
                    named_graphs=[NamedNode(graph) for graph in named_graphs or ()],
                )
            # The engine's union would win over FROM, so it is asked for only without one.
            return self._store.query(text, base_iri=base, use_default_graph_as_union=not _names_dataset(text))
        except SyntaxError as error:
            raise syntax_error(text, str(error), base) from error

    def graphs(self) -> frozenset[str]:
        """The IRIs of the named graphs that hold something."""
        return frozenset(graph.value for graph in self._store.named_graphs() if isinstance(graph, NamedNode))

    def add(self, triples: Iterable[Triple], graph: str) -> int:
        """Put into a graph those triples that no graph holds yet; return how many there were."""
        node = NamedNode(graph)
        new = {triple for triple in triples if not self._holds(triple)}
        self._store.bulk_extend(Quad(triple.subject, triple.predicate, triple.object, node) for triple in new)
        return len(new)

    def copy(self) -> "EmbeddedStore":
        """Return a store of its own with the same quads."""
        return EmbeddedStore(self._store)

    def extend(self, quads: Iterable[Quad]) -> None:
        """Put in quads, each in its own graph."""
        self._store.bulk_extend(quads)

    def load_graph(self, file: Path, graph: str) -> None:
        """Put all triples of an N-Triples file into a graph; raise SyntaxError or OSError if it is none."""
        self._store.bulk_load(path=file, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))

    def _holds(self, triple: Triple) -> bool:
        found = self._store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return next(found, None) is not None

    def __len__(self) -> int:
        return len(self._store)


def _names_dataset(text: str) -> bool:
    """Whether the query has a FROM clause; a keyword that touches the next one (`*FROM<…>`) counts."""
    return _MAY_BE_FROM.search(text.lower()) is not None and any(
        token.kind in ("word", "name") and _FROM.match(token.text) is not None for token in tokens(text)
    )
