"""How much of what the store holds, counted by the queries in `queries/description`.

Counting costs a tenth of a second for one article and grows with the data: thirteen seconds beside the thirty
that it takes to build a map of a million and a half triples. So what was counted is kept for the next start.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import cast

import pyoxigraph
from pyoxigraph import QueryTriples, RdfFormat, Triple

from argmap.catalogue.catalogue import Catalogue
from argmap.graph.description.names import DATASET, NAMES
from argmap.store.contract import Store
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH_DESCRIPTION

# A file has a megabyte, and there is one for every state that an author's data went through.
MAX_KEPT = 8

_ALL = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH_DESCRIPTION}> {{ ?s ?p ?o }} }}"

_TOTALS = f"""
PREFIX void: <{NAMES["void"]}>
CONSTRUCT {{ ?graph ?property ?count }}
WHERE {{
  GRAPH <{GRAPH_DESCRIPTION}> {{
    {DATASET} void:subset? ?graph .
    ?graph ?property ?count .
    FILTER(isNumeric(?count))
  }}
}}
"""


def totals(store: Store) -> Iterator[Triple]:
    """Yield how much there is in all, of DATASET, and in each named graph, of its IRI."""
    yield from cast("QueryTriples", store.query(_TOTALS))


def put_statistics(store: EmbeddedStore, catalogue: Catalogue, kept: Path) -> None:
    """Put the statistics into the description: those in the file `kept` if it is there, else counted anew."""
    try:
        store.load_graph(kept, GRAPH_DESCRIPTION)
    except (OSError, SyntaxError):
        _count(store, catalogue)
        _keep(store, kept)


def count_graphs(store: EmbeddedStore, catalogue: Catalogue, graphs: Sequence[str]) -> None:
    """Put into the description how much there is in each of these graphs, and in no total."""
    query = catalogue.named("description/20-graphs")
    store.add(list(cast("QueryTriples", store.query(query.text, [], graphs))), GRAPH_DESCRIPTION)


def _count(store: EmbeddedStore, catalogue: Catalogue) -> None:
    # All is counted before any of it is in the store: the description does not count itself.
    queries = [query for query in catalogue if query.name.startswith("description/")]
    counted = [list(cast("QueryTriples", store.query(query.text))) for query in queries]
    store.add(chain.from_iterable(counted), GRAPH_DESCRIPTION)


def _keep(store: EmbeddedStore, kept: Path) -> None:
    """Write the file in one step, so that no other start reads half of it, and remove the oldest.

    Where that fails, the next start counts again.
    """
    triples = cast("QueryTriples", store.query(_ALL))
    half = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        pyoxigraph.serialize(triples, half, RdfFormat.N_TRIPLES)
        half.replace(kept)
        for old in sorted(kept.parent.iterdir(), key=lambda file: file.stat().st_mtime)[:-MAX_KEPT]:
            old.unlink()
