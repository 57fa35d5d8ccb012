"""Contradictions that can be read off the data, for a reasoner that only says that there is one."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from argmap.reasoning.entailments import Clue
from argmap.vocabulary import PREFIXES, short

# A thing is told to be of a kind by its type, or by a property that it stands in. Worked out once, since the
# query for disjoint kinds takes many times as long if it does so for each pair of kinds.
_TOLD = "urn:argmap:told"
_TELL = f"""INSERT {{ ?thing <{_TOLD}> ?kind }} WHERE {{
  {{ ?thing a/rdfs:subClassOf* ?kind . ?kind a owl:Class }}
  UNION {{ ?p rdfs:subPropertyOf*/rdfs:domain/rdfs:subClassOf* ?kind . ?thing ?p ?value }}
  UNION {{ ?p rdfs:subPropertyOf*/rdfs:range/rdfs:subClassOf* ?kind . ?owner ?p ?thing }}
}}"""
_DISJOINT = (
    f"""SELECT DISTINCT ?thing ?one ?two WHERE {{
  {{ ?one owl:disjointWith ?two }} UNION {{
    ?all a owl:AllDisjointClasses .
    ?all owl:members/rdf:rest*/rdf:first ?one .
    ?all owl:members/rdf:rest*/rdf:first ?two .
    FILTER(STR(?one) < STR(?two))
  }}
  ?thing <{_TOLD}> ?one .
  ?thing <{_TOLD}> ?two .
}}""",
    "is both {one} and {two}, which exclude each other",
)
_FUNCTIONAL = (
    """SELECT DISTINCT ?thing ?property ?one ?two WHERE {
  ?property a owl:FunctionalProperty .
  ?below rdfs:subPropertyOf* ?property .
  ?beside rdfs:subPropertyOf* ?property .
  ?thing ?below ?one .
  ?thing ?beside ?two .
  FILTER(STR(?one) < STR(?two) || (STR(?one) = STR(?two) && DATATYPE(?one) != DATATYPE(?two)))
}""",
    "has two values of {property}, which takes one: {one} and {two}",
)
_ASYMMETRIC = (
    """SELECT DISTINCT ?thing ?property ?one WHERE {
  ?property a owl:AsymmetricProperty .
  ?thing ?property ?one .
  ?one ?property ?thing .
  FILTER(STR(?thing) < STR(?one))
}""",
    "stands in {property} to {one} and {one} to it; that goes one way only",
)
_IRREFLEXIVE = (
    """SELECT DISTINCT ?thing ?property WHERE {
  ?property a ?kind .
  VALUES ?kind { owl:IrreflexiveProperty owl:AsymmetricProperty }
  ?thing ?property ?thing .
}""",
    "stands in {property} to itself, which nothing can",
)
OUT_OF_RANGE = (
    """SELECT DISTINCT ?thing ?property ?one ?range WHERE {
  ?property a owl:DatatypeProperty .
  ?property rdfs:range ?range .
  ?thing ?property ?one .
  FILTER(!isLiteral(?one) || DATATYPE(?one) != ?range)
}""",
    "has {one} as {property}, which takes values of {range}",
)

_CHECKS = (_DISJOINT, _FUNCTIONAL, _ASYMMETRIC, _IRREFLEXIVE, OUT_OF_RANGE)
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def clues(triples: Iterable[Triple], checks: Iterable[tuple[str, str]] = _CHECKS) -> tuple[Clue, ...]:
    """Return the contradictions in `triples` that a query can find, sorted by subject, then message."""
    store = Store()
    store.bulk_extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    if _DISJOINT in checks:
        store.update(_PREFIXES + _TELL)
    found = {clue for query, message in checks for clue in _matches(store, query, message)}
    return tuple(sorted(found, key=lambda clue: (clue.subject, clue.message)))


def _matches(store: Store, query: str, message: str) -> Iterable[Clue]:
    solutions = store.query(_PREFIXES + query)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 (every query above is a SELECT)
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        values = {name: _readable(row[name]) for name in names}
        about = frozenset(row[name].value for name in names)
        yield Clue(row["thing"].value, message.format_map(values), about)


def _readable(term: object) -> str:
    """Return a term as people write it: `am:title`, `kuperman-1996/footnote/23`, `"text"`."""
    if isinstance(term, Literal):
        return f'"{term.value}"'
    if not isinstance(term, NamedNode):
        return "something without a name"
    for prefix, namespace in PREFIXES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return short(term.value)
