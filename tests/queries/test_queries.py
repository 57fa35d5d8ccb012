"""Every query file that is an endpoint: expected answers, examples that find something, and a second engine.

`NAME.json` beside this file holds pairs of parameters and answer for the query of that name. An answer is a
part of the document: an object may say more than is expected of it, an array may not. IRIs are in short form.
Expected answers were read from the article; those with `"data": "tiny"` from `tests/fixtures/tiny`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import rdflib
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from argmap import shipped
from argmap.catalogue import load
from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.vocabulary import GRAPH_DESCRIPTION, GRAPH_ONTOLOGY, short

HERE = Path(__file__).parent
TINY = HERE.parent / "fixtures" / "tiny"
ENDPOINTS = load(shipped.folder("queries")).endpoints()
LISTS = [query for query in ENDPOINTS if query.shape == "list"]
# Without the ontology and the description, which no answer speaks of and which would make the slower engine
# much slower.
DATA = f"""
CONSTRUCT {{ ?subject ?property ?value }}
WHERE {{
  GRAPH ?graph {{ ?subject ?property ?value }}
  FILTER(?graph NOT IN (<{GRAPH_ONTOLOGY}>, <{GRAPH_DESCRIPTION}>))
}}
"""


def pairs() -> Iterator[Any]:
    for file in sorted(HERE.glob("*/*.json")):
        name = file.relative_to(HERE).with_suffix("").as_posix()
        for number, pair in enumerate(json.loads(file.read_text(encoding="utf-8")), start=1):
            yield pytest.param(name, pair, id=f"{name}-{number}")


@pytest.fixture(scope="module")
def maps() -> dict[str, ArgumentMap]:
    return {"shipped": build(None, check=False), "tiny": build([TINY], check=False)}


@pytest.fixture(scope="module")
def tiny_graph(maps: dict[str, ArgumentMap]) -> rdflib.Graph:
    """What the tiny map holds, inferences included, in the other engine."""
    triples = cast("QueryTriples", maps["tiny"].store.query(DATA))
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text or b"", format="nt")


@pytest.mark.parametrize(("name", "pair"), list(pairs()))
def test_answer_is_as_expected(maps: dict[str, ArgumentMap], name: str, pair: dict[str, Any]) -> None:
    answer = maps[pair.get("data", "shipped")].answer(name, pair["parameters"])
    assert differences(pair["answer"], shortened(answer.document)) == []


def test_every_endpoint_has_an_expected_answer() -> None:
    expected = {file.relative_to(HERE).with_suffix("").as_posix() for file in HERE.glob("*/*.json")}
    assert {query.name for query in ENDPOINTS} - expected == set()


@pytest.mark.parametrize("query", ENDPOINTS, ids=lambda query: query.name)
def test_every_example_finds_something(maps: dict[str, ArgumentMap], query: QueryFile) -> None:
    needed = {parameter.name: parameter.example for parameter in query.parameters if parameter.required}
    if query.shape == "impact" and not needed:  # something has to be withdrawn, whatever it is
        needed = {query.parameters[0].name: query.parameters[0].example}
    for parameter in query.parameters:
        document = maps["shipped"].answer(query, {**needed, parameter.name: parameter.example}).document
        assert document.get("items", document.get("hops", [document])), parameter.name


@pytest.mark.parametrize("query", ENDPOINTS, ids=lambda query: query.name)
def test_both_engines_give_the_same_unbound(
    maps: dict[str, ArgumentMap], tiny_graph: rdflib.Graph, query: QueryFile
) -> None:
    text = query.bind(WITHDRAWN).text if query.name == "impact/several" else query.text
    found = in_pyoxigraph(maps["tiny"], text)
    assert found
    assert in_rdflib(tiny_graph, text) == found


# Of the things that may be withdrawn together, one that is not given is none; elsewhere it would be any.
WITHDRAWN = {
    "source": ["source/bridges-2010", "source/floods-2015"],
    "agent": "agent/ben-reader",
    "note": "tiny-2020/footnote/2",
    "evidence": "tiny-2020/evidence/rare-floods",
}


@pytest.mark.parametrize("query", LISTS, ids=lambda query: query.name)
def test_both_engines_give_the_same_for_every_filter(
    maps: dict[str, ArgumentMap], tiny_graph: rdflib.Graph, query: QueryFile
) -> None:
    required = {each.name: "tiny-2020" for each in query.parameters if each.required}
    for values in FILTERS:
        fitting = required | {
            key: value for key, value in values.items() if key in {each.name for each in query.parameters}
        }
        text = query.bind(fitting).text
        assert in_rdflib(tiny_graph, text) == in_pyoxigraph(maps["tiny"], text), values


@pytest.mark.parametrize("query", LISTS, ids=lambda query: query.name)
def test_every_order_is_total(query: QueryFile) -> None:
    inner = re.search(r"ORDER BY ([^\n]*)\n\s*LIMIT 50", query.text)
    identity = re.search(r"\(\?(\w+) AS \?id\)", query.text)
    assert inner
    assert identity
    assert inner[1].endswith(f"?{identity[1]}"), "the order of the items ends with the item itself"
    assert re.search(rf"ORDER BY\s+{re.escape(inner[1])}", query.text[inner.end() :]), "and is repeated"


FILTERS = [
    {"article": "tiny-2020"},
    {"article": "elsewhere-2020"},
    {"section": "tiny-2020/section/opening"},
    {"page": "2"},
    {"note": "2"},
    {"source": "floods-2015"},
    {"agent": "critics"},
    {"stance": "rejected"},
    {"contested": "true"},
    {"contested": "false"},
    {"marked": "false"},
    {"kind": "both"},
    {"q": "FLOOD"},
    {"sort": "label"},
    {"sort": "-label"},
]


def in_pyoxigraph(graph: ArgumentMap, text: str) -> Counter[tuple[str, ...]]:
    """Return the rows or triples that a query gives, each with how often it comes."""
    result = graph.store.query(text)
    if isinstance(result, QueryTriples):
        return Counter({(_n3(t.subject), _n3(t.predicate), _n3(t.object)): 1 for t in result})
    solutions = cast("QuerySolutions", result)
    return Counter(tuple(_n3(term) for term in solution) for solution in solutions)


def in_rdflib(graph: rdflib.Graph, text: str) -> Counter[tuple[str, ...]]:
    result = graph.query(text)
    if result.type == "CONSTRUCT":
        return Counter({tuple(_comparable(term) for term in triple): 1 for triple in result.graph or ()})
    return Counter(tuple(_comparable(term) for term in cast("Any", row)) for row in result)


def _n3(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    return "" if term is None else term.value if isinstance(term, NamedNode | Literal) else str(term)


def _comparable(term: Any) -> str:
    return "" if term is None else str(term)


def shortened(document: Any) -> Any:
    """Return a document with our IRIs in their short forms."""
    if isinstance(document, dict):
        return {key: shortened(value) for key, value in document.items()}
    if isinstance(document, list):
        return [shortened(value) for value in document]
    return short(document) if isinstance(document, str) else document


def differences(expected: Any, found: Any, path: str = "") -> list[str]:
    """Return where a document does not say what is expected of it."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            text for key in expected for text in differences(expected[key], found.get(key), f"{path}/{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        numbered = enumerate(zip(expected, found, strict=True))
        return [text for at, (left, right) in numbered for text in differences(left, right, f"{path}/{at}")]
    return [] if expected == found else [f"{path}: expected {expected!r}, found {found!r}"]
