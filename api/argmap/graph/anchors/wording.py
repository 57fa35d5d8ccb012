"""The wording of a reader's copy, put into a graph of its own beside the data: for this machine alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from argmap.errors import UsageError
from argmap.graph.anchors.asking import anchors_of
from argmap.graph.argument_map import ArgumentMap
from argmap.store.contract import Store
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH_LOCAL, term

WORDING, FROM = NamedNode(term("wording")), NamedNode(term("wordingFrom"))


def with_wording(graph: ArgumentMap, kept: Sequence[Mapping[str, Any]]) -> ArgumentMap:
    """Return the map with the wording in `kept` answers of `argmap anchor`, each in a graph of its own.

    The store of `graph` is filled; the map that is returned has another digest, as it answers something else.
    Raises UsageError for an answer about passages that the map does not have.
    """
    stores = [_embedded(store) for store in (graph.store, graph.aligned) if store is not None]
    state = sha256(graph.digest.encode())
    for answer in kept:
        _refuse_strange(graph, answer)
        triples = list(_triples(answer))
        for store in stores:
            store.add(triples, GRAPH_LOCAL + answer["article"])
        state.update("\n".join(map(str, triples)).encode())
    return replace(graph, digest=state.hexdigest())


def _embedded(store: Store) -> EmbeddedStore:
    if not isinstance(store, EmbeddedStore):
        raise UsageError(
            "--text: wording is only shown out of the memory of this machine, not from a remote store."
        )
    return store


def holds_wording(graph: ArgumentMap) -> bool:
    """Whether the map holds words that are not ours to pass on."""
    return any(name.startswith(GRAPH_LOCAL) for name in graph.store.graphs())


def _refuse_strange(graph: ArgumentMap, answer: Mapping[str, Any]) -> None:
    known = {passage.iri for passage in anchors_of(graph, answer["article"]).passages}
    if not known.issuperset(passage["id"] for passage in answer["passages"]):
        raise UsageError(
            f"--text: the kept answer about {answer['article']} is of another version of the data. Make it "
            "again from your copy: argmap anchor."
        )


def _triples(answer: Mapping[str, Any]) -> Iterator[Triple]:
    source = (
        f"Copy {answer['copy']['sha256'][:12]} of the reader's own, shown on this machine only; the text "
        "may be in copyright and is not part of the data."
    )
    for passage in answer["passages"]:
        if "wording" in passage:
            node = NamedNode(passage["id"])
            yield Triple(node, WORDING, Literal(passage["wording"]))
            yield Triple(node, FROM, Literal(source))
