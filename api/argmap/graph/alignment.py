"""Answering in foreign terms: what an alignment makes of the data, in a graph of its own.

An alignment is `ontology/alignments/NAME.ttl` with the rules in `queries/alignments/NAME/`. The rules beside
these folders carry out what such a file says: super-classes, super-properties, chains, close matches.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import cast

from pyoxigraph import Quad, QueryTriples

from argmap import shipped
from argmap.catalogue.catalogue import Catalogue
from argmap.catalogue.query_file import QueryFile
from argmap.errors import UsageError
from argmap.graph.description import count_graphs
from argmap.store.embedded import EmbeddedStore
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_ALIGNMENT

ALL = "all"


def alignments() -> tuple[str, ...]:
    """Return the names of the shipped alignments, sorted: `aif`, `contro`, …."""
    return tuple(sorted(file.stem for file in _folder().glob("*.ttl")))


def chosen(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the alignments of these names, sorted, each once; `all` stands for every one.

    Raises UsageError for a name that none has.
    """
    known = alignments()
    for name in wanted:
        if name not in (*known, ALL):
            nearest = get_close_matches(name, known, n=1)
            hint = f" Nearest: {nearest[0]}." if nearest else ""
            raise UsageError(f'align: no such alignment "{name}".{hint} There are: {", ".join(known)}; all.')
    return known if ALL in wanted else tuple(sorted(set(wanted)))


def aligned(store: EmbeddedStore, catalogue: Catalogue, names: Sequence[str]) -> EmbeddedStore:
    """Return a store with all that `store` holds, and what the alignments of these names make of it.

    Each alignment, its file and what follows, is in a graph of its own: `…/graph/alignment/NAME`. Everything
    else must be derived and described before; how much is in the new graphs is described as well. `store`
    stays as it is, so that no answer from it changes or takes longer.
    """
    fuller = store.copy()
    for name in names:  # one after the other: the rules for all read every alignment that is there
        carry_out(rules_of(catalogue, name), fuller, name, axioms_of(name))
    count_graphs(fuller, catalogue, [GRAPH_ALIGNMENT + name for name in names])
    return fuller


def axioms_of(name: str) -> Iterator[Quad]:
    """Yield what the file of an alignment says, in the alignment's graph."""
    return read_turtle(_file(name), GRAPH_ALIGNMENT + name, scope=f"alignment-{name}")


def carry_out(rules: Sequence[QueryFile], store: EmbeddedStore, name: str, axioms: Iterable[Quad]) -> None:
    """Put axioms into `store`, and what the rules make of them into the graph of the alignment `name`."""
    store.extend(axioms)
    graph = GRAPH_ALIGNMENT + name
    # A rule may read what another gave: the kind of what a chain leads to.
    while sum(store.add(cast("QueryTriples", store.query(rule.text)), graph) for rule in rules):
        pass


def rules_of(catalogue: Catalogue, name: str) -> list[QueryFile]:
    """Return the rules that carry out an alignment: those for all of them, and its own."""
    return [*catalogue.alignments_for_all(), *catalogue.alignments_of(name)]


def aligned_digest(state: str, names: Sequence[str]) -> str:
    """Return the digest of data in this state, seen through these alignments; without any, the state."""
    if not names:
        return state
    files = "".join(f"\n{name} {sha256(_file(name).read_bytes()).hexdigest()}" for name in names)
    return sha256(f"{state}{files}".encode()).hexdigest()


def _folder() -> Path:
    return shipped.folder("ontology") / "alignments"


def _file(name: str) -> Path:
    return _folder() / f"{name}.ttl"
