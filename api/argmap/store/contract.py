"""What a store must be able to do: answer SPARQL over named graphs."""

from collections.abc import Sequence
from typing import IO, Protocol

import pyoxigraph

Result = pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean


class Store(Protocol):
    """A set of quads that answers SPARQL queries.

    Whoever lets strangers ask must check their text first (`argmap.store.safety`): a store runs what it gets.
    """

    def query(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        """Answer a query; raise QuerySyntaxError if it is none.

        Without a dataset (neither FROM in the text nor graphs here) the default graph is the union of all
        graphs. With `default_graphs` or `named_graphs`, these are the dataset and replace the text's own
        (SPARQL 1.1 Protocol, 2.1.4). Relative IRIs in the text are resolved against `base`.
        """

    def dump(self, target: IO[bytes]) -> None:
        """Write all quads to a file, as N-Quads: a copy for the workers that answer strangers."""

    def graphs(self) -> frozenset[str]:
        """The IRIs of the named graphs that hold something."""

    def __len__(self) -> int:
        """The number of quads."""
