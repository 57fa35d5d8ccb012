"""The W3C SPARQL 1.1 test suite: its tests, as its manifests tell them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib import RDF, Namespace
from rdflib.term import Node

# The suite is not part of the project; its folder lies beside the checkout, or where the variable says.
_BESIDE = Path(__file__).parents[3] / "shared" / "samples" / "w3c-sparql11"
SUITE = Path(os.environ.get("W3C_SPARQL11_TESTS") or _BESIDE)
ABSENT = f"no W3C SPARQL 1.1 tests at {SUITE} (https://github.com/w3c/rdf-tests, sparql/sparql11)"
BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"

_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
_PARTS = ("query", "results", "fed")


@dataclass(frozen=True)
class Case:
    """One test: its part of the suite, its kind, and the addresses of its files."""

    part: str
    id: str
    kind: str
    query: str
    data: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()
    result: str = ""

    @property
    def is_syntax(self) -> bool:
        """Whether the test is only about being understood or refused."""
        return "Syntax" in self.kind

    @property
    def text(self) -> str:
        """The query."""
        return path(self.query).read_text(encoding="utf-8")

    @property
    def based_text(self) -> str:
        """The query with its own address as BASE, against which the suite resolves relative IRIs."""
        return f"BASE <{self.query}>\n{self.text}"


def path(address: str) -> Path:
    """Return the file that holds what the suite knows under an address."""
    return SUITE / address.removeprefix(BASE)


def cases() -> list[Case]:
    """Return the tests of the query language, the result formats and federation; none without the suite."""
    return [case for part in _PARTS for case in _part(part)] if SUITE.is_dir() else []


def _part(part: str) -> Iterator[Case]:
    for manifest in _listed(_read(f"{BASE}manifest-sparql11-{part}.ttl"), _MF.include):
        graph = _read(str(manifest))
        for test in _listed(graph, _MF.entries):
            yield _case(part, graph, test)


def _read(address: str) -> rdflib.Graph:
    return rdflib.Graph().parse(path(address), publicID=address)


def _listed(graph: rdflib.Graph, property_: rdflib.URIRef) -> list[Node]:
    return list(graph.items(next(graph.objects(None, property_))))


def _case(part: str, graph: rdflib.Graph, test: Node) -> Case:
    folder, _, name = str(test).removeprefix(BASE).partition("/manifest#")
    action = graph.value(test, _MF.action)
    assert action is not None

    def all_(property_: rdflib.URIRef) -> tuple[str, ...]:
        return tuple(sorted(str(value) for value in graph.objects(action, property_)))

    return Case(
        part=part,
        id=f"{folder}/{name}",
        kind=str(graph.value(test, RDF.type)).partition("#")[2],
        query=str(graph.value(action, _QT.query) or action),
        data=all_(_QT.data),
        graphs=all_(_QT.graphData),
        result=str(graph.value(test, _MF.result) or ""),
    )
