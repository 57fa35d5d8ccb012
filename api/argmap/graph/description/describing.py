"""Putting the description into the store."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from argmap.catalogue.catalogue import Catalogue
from argmap.graph.description.examples import examples
from argmap.graph.description.names import DATASET, TYPE, name
from argmap.graph.description.statistics import put_statistics
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH_DESCRIPTION, ID, ONTOLOGY

_TITLE = "All that this endpoint answers from: data, ontology and what follows; without this description."


def describe(store: EmbeddedStore, catalogue: Catalogue, state: str, cache: Path) -> None:
    """Describe what `store` holds, in a graph of its own; call it last, as it counts what is there.

    Counting is done once for each `state`, which is the digest of the data; `cache` is the folder that keeps
    what was counted.
    """
    put_statistics(store, catalogue, cache / "described" / f"{state}.nt")

    def is_here(thing: NamedNode) -> bool:
        return bool(store.query(f"ASK {{ {thing} ?property ?value }}"))

    store.add([*_dataset(), *examples(catalogue, is_here)], GRAPH_DESCRIPTION)


def _dataset() -> Iterator[Triple]:
    document = NamedNode(GRAPH_DESCRIPTION)
    yield Triple(document, TYPE, name("void:DatasetDescription"))
    yield Triple(document, name("foaf:primaryTopic"), DATASET)
    yield Triple(DATASET, TYPE, name("void:Dataset"))
    yield Triple(DATASET, name("dcterms:title"), Literal(_TITLE, language="en"))
    yield Triple(DATASET, name("void:uriSpace"), Literal(ID))
    yield Triple(DATASET, name("void:vocabulary"), NamedNode(ONTOLOGY + "#"))
