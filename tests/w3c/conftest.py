"""One real server that holds the graphs of the W3C suite as its named graphs."""

from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat
from tests.serving import running
from tests.w3c.suite import ABSENT, BASE, SUITE, cases, path

from argmap.graph.argument_map import ArgumentMap
from argmap.store.embedded import EmbeddedStore

# What the manifest of the protocol tests calls its graphs, and the files; it gives no file for data0.
_KASEI = "http://kasei.us/2009/09/sparql/data/"
_PROTOCOL = {f"{_KASEI}data{number}.rdf": f"{BASE}protocol/data{number}.nt" for number in (1, 2, 3)}
# One triple that no test asks about: an endpoint that holds a graph holds something in it.
NOTHING = f"{_KASEI}data0.rdf"


@pytest.fixture(scope="session")
def suite() -> None:
    """Skip what needs the suite where it is not."""
    if not SUITE.is_dir():
        pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def endpoint(suite: None, shipped: ArgumentMap) -> Iterator[str]:
    """Give the address of an endpoint that holds every graph of the suite."""
    with running(replace(shipped, store=EmbeddedStore(_quads()))) as root:
        yield f"{root}/sparql"


def _quads() -> Iterator[Quad]:
    nothing = NamedNode(NOTHING)
    yield Quad(nothing, nothing, nothing, nothing)
    files = {address for case in cases() for address in (*case.data, *case.graphs)}
    for name, address in (*_PROTOCOL.items(), *((file, file) for file in sorted(files))):
        yield from in_graph(address, name)


def in_graph(address: str, name: str | None = None) -> Iterator[Quad]:
    """Yield the triples of a file of the suite as quads of the graph `name`, of the default one without."""
    file = path(address)
    graph = NamedNode(name) if name else pyoxigraph.DefaultGraph()
    format_ = RdfFormat.from_extension(file.suffix[1:])
    for quad in pyoxigraph.parse(path=str(file), format=format_, base_iri=address, rename_blank_nodes=True):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)
