"""Questions in SPARQL, answered with plain values."""

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

ID = "https://w3id.org/argmap/id/"
PREFIXES = """
PREFIX am: <https://w3id.org/argmap/ontology#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX id: <https://w3id.org/argmap/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
Cell = str | int | None


def rows(store: Store, query: str) -> list[tuple[Cell, ...]]:
    """The rows of a SELECT: IRIs in short form, integers as int, everything else as text."""
    found = store.query(PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return [tuple(plain(term) for term in row) for row in found]


def column(store: Store, query: str) -> list[Cell]:
    """The first column of a SELECT."""
    return [row[0] for row in rows(store, query)]


def plain(term: object) -> Cell:
    if isinstance(term, Literal):
        return int(term.value) if term.datatype.value.lower().endswith("integer") else term.value
    if isinstance(term, NamedNode):
        return term.value.removeprefix(ID).removeprefix("kuperman-1996/")
    return None
