"""A test of the query suite, put to an endpoint."""

from functools import cache

import httpx
from tests.w3c import results
from tests.w3c.conftest import NOTHING, in_graph
from tests.w3c.suite import Case, path

PASSED = "passed"


def ask(client: httpx.Client, endpoint: str, case: Case) -> httpx.Response:
    """Send the query of a test, for the dataset of the test, by direct POST."""
    return client.post(
        endpoint,
        params=_dataset(case),
        content=(case.text if case.is_syntax else case.based_text).encode(),
        headers={"Content-Type": "application/sparql-query", "Accept": _wanted(case)},
    )


def outcome(case: Case, response: httpx.Response) -> str:
    """Return "passed" or, in a few words, what came instead."""
    refused = "" if response.is_success else f"{response.status_code} {_problem(response)}"
    if case.kind.startswith("Negative"):
        return PASSED if refused == "400 query-syntax" else refused or "answered"
    if refused or case.is_syntax:
        return refused or PASSED
    same = results.same(expected(case), answer(case, response), in_order(case.text))
    return PASSED if same else "another answer"


def answer(case: Case, response: httpx.Response) -> results.Answer:
    """Return what a response answers."""
    return results.read(response.content, response.headers["Content-Type"], case.query)


def expected(case: Case) -> results.Answer:
    """Return the answer that the suite expects."""
    file = path(case.result)
    return results.read(file.read_bytes(), results.MEDIA_TYPES[file.suffix[1:]], case.result)


def in_order(query: str) -> bool:
    """Whether a query, not one inside it, orders its rows."""
    return "ORDER BY" in query.rpartition("}")[2].upper()


def _dataset(case: Case) -> httpx.QueryParams:
    if case.is_syntax or "FROM <" in case.text:
        return httpx.QueryParams()
    default = [graph for graph in case.data if _holds_something(graph)]
    # Without a dataset the endpoint takes all its graphs; the default graph of such tests is empty.
    named = case.graphs if default or case.graphs else (NOTHING,)
    return httpx.QueryParams({"default-graph-uri": default, "named-graph-uri": named})


@cache
def _holds_something(graph: str) -> bool:
    return any(True for _ in in_graph(graph))


def _wanted(case: Case) -> str:
    if case.result.endswith((".csv", ".tsv")):
        return results.MEDIA_TYPES[case.result[-3:]]
    return "application/sparql-results+json, application/n-triples;q=0.9"


def _problem(response: httpx.Response) -> str:
    return str(response.json()["type"]).rpartition("/")[2]
