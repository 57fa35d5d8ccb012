"""Results of SPARQL queries, read without the engine under test, and compared as the specification means."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import rdflib
from rdflib import RDF, BNode, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Identifier

Row: TypeAlias = Mapping[str, Identifier]

_RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_PARSERS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/tab-separated-values": "tsv",
}
MEDIA_TYPES = {
    "srj": "application/sparql-results+json",
    "srx": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
}


@dataclass(frozen=True)
class Table:
    """The rows of a SELECT."""

    variables: frozenset[str]
    rows: tuple[Row, ...]


Answer: TypeAlias = Table | bool | rdflib.Graph


def read(content: bytes, media_type: str, address: str) -> Answer:
    """Return what a body or a file of the suite says; `address` resolves its relative IRIs."""
    media_type = media_type.partition(";")[0]
    if media_type == "text/csv":
        return _read_csv(content.decode())
    if media_type in _PARSERS:
        result = Result.parse(io.BytesIO(content), format=_PARSERS[media_type])
        return bool(result.askAnswer) if result.type == "ASK" else _table(result)
    graph = rdflib.Graph().parse(data=content, format=media_type, publicID=address)
    return _described_table(graph) if (None, RDF.type, _RS.ResultSet) in graph else graph


def same(expected: Answer, found: Answer, in_order: bool = False) -> bool:
    """Whether two answers say the same: blank nodes by structure, numbers by value, rows in any order."""
    if isinstance(expected, Table) and isinstance(found, Table):
        return expected.variables == found.variables and _match(expected.rows, found.rows, {}, in_order)
    if isinstance(expected, rdflib.Graph) and isinstance(found, rdflib.Graph):
        return isomorphic(expected, found)
    return type(expected) is type(found) is bool and expected == found


def _table(result: Result) -> Table:
    rows = [{str(name): term for name, term in row.items()} for row in result.bindings]
    return Table(frozenset(str(name) for name in result.vars or ()), tuple(rows))


def _read_csv(text: str) -> Table:
    """Return the cells as they stand: CSV knows no kinds of terms (an empty cell counts as unbound)."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows = [{name: _cell(cell) for name, cell in row.items() if cell} for row in reader]
    return Table(frozenset(reader.fieldnames or ()), tuple(rows))


def _cell(cell: str) -> Identifier:
    return BNode(cell[2:]) if cell.startswith("_:") else Literal(cell)


def _described_table(graph: rdflib.Graph) -> Table:
    """Return the rows that a graph describes in the vocabulary of result sets."""

    def bound(solution: rdflib.term.Node) -> Row:
        bindings = graph.objects(solution, _RS.binding)
        found = {str(graph.value(each, _RS.variable)): graph.value(each, _RS.value) for each in bindings}
        return {name: term for name, term in found.items() if isinstance(term, Identifier)}

    variables = frozenset(str(name) for name in graph.objects(None, _RS.resultVariable))
    return Table(variables, tuple(bound(solution) for solution in graph.objects(None, _RS.solution)))


def _match(expected: Sequence[Row], found: Sequence[Row], blanks: Mapping[str, str], in_order: bool) -> bool:
    """Whether rows fit one another, with one blank node on the one side for each on the other."""
    if len(expected) != len(found):
        return False
    if not expected:
        return True
    candidates = range(1 if in_order else len(found))
    for at in candidates:
        paired = _pair(expected[0], found[at], blanks)
        if paired is not None and _match(expected[1:], [*found[:at], *found[at + 1 :]], paired, in_order):
            return True
    return False


def _pair(expected: Row, found: Row, blanks: Mapping[str, str]) -> Mapping[str, str] | None:
    """Return the pairs of blank nodes that make two rows one, None if nothing does."""
    paired = dict(blanks)
    if expected.keys() != found.keys():
        return None
    for name, term in expected.items():
        if isinstance(term, BNode) and isinstance(found[name], BNode):
            if paired.setdefault(str(term), str(found[name])) != str(found[name]):
                return None
        elif _key(term) != _key(found[name]):
            return None
    return paired if len(set(paired.values())) == len(paired) else None


def _key(term: Identifier) -> tuple[object, ...]:
    """Return what makes a term that term: of a number the value, not the spelling."""
    if isinstance(term, URIRef | BNode):
        return (type(term), str(term))
    assert isinstance(term, Literal)
    datatype = None if term.datatype == rdflib.XSD.string else term.datatype
    is_number = isinstance(term.value, int | float | Decimal) and not isinstance(term.value, bool)
    return (datatype, term.value if is_number else str(term), (term.language or "").lower())
