"""What a researcher would ask of the mapped article: inside, by REST, and by SPARQL clients from outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import rdflib
from pyoxigraph import QuerySolutions
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper
from tests.competency.questions import FILES, load, shortened

from argmap.graph.argument_map import ArgumentMap

every_question = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
with_rest = [file for file in FILES if load(file).rest]


def reached(answer: Any, keys: tuple[str, ...]) -> Iterator[Any]:
    """The values that the keys lead to in a JSON answer."""
    if not keys:
        yield answer
    elif keys[0] == "*":
        for item in answer if isinstance(answer, list) else [answer]:
            yield from reached(item, keys[1:])
    else:
        yield from reached(answer[keys[0]], keys[1:])


def test_there_are_at_least_forty_questions_in_words() -> None:
    words = [load(file).words for file in FILES]
    assert len(set(words)) == len(words) >= 40
    assert all(text.endswith("?") for text in words)


@every_question
def test_the_graph_gives_what_reading_the_article_gives(file: Path, shipped: ArgumentMap) -> None:
    question = load(file)
    solutions = cast("QuerySolutions", shipped.sparql(question.query).raw)
    found = [shortened(None if term is None else term.value for term in row) for row in solutions]
    assert found == list(question.rows)


@pytest.mark.parametrize("file", with_rest, ids=[file.stem for file in with_rest])
def test_rest_names_the_same_things(file: Path, root: str) -> None:
    question = load(file)
    answer = httpx.get(f"{root}/api/v1{question.rest}").raise_for_status().json()
    found = {shortened([str(value)])[0] for value in reached(answer, question.values)}
    assert found == {row[0] for row in question.rows}


@every_question
def test_sparqlwrapper_gets_the_same_rows(file: Path, root: str) -> None:
    question = load(file)
    client = SPARQLWrapper(f"{root}/sparql", returnFormat=JSON)
    client.setQuery(question.query)
    document = cast("dict[str, Any]", client.queryAndConvert())
    names = document["head"]["vars"]
    found = [
        shortened(row.get(name, {}).get("value") for name in names) for row in document["results"]["bindings"]
    ]
    assert found == list(question.rows)


@every_question
def test_rdflib_gets_the_same_rows(file: Path, root: str) -> None:
    question = load(file)
    graph = rdflib.Graph(store=SPARQLStore(f"{root}/sparql"))
    rows = cast("list[rdflib.query.ResultRow]", list(graph.query(question.query)))
    found = [shortened(None if term is None else str(term) for term in row) for row in rows]
    assert found == list(question.rows)
