"""The query, result format and federation tests of the W3C, one by one, against a real server."""

from collections import Counter
from collections.abc import Iterator

import httpx
import pyoxigraph
import pytest
from pyoxigraph import QueryResultsFormat
from tests.w3c import conformance, results
from tests.w3c.conformance import Failure
from tests.w3c.conftest import in_graph
from tests.w3c.evaluation import PASSED, answer, ask, expected, in_order, outcome
from tests.w3c.suite import Case, cases
from tests.w3c.test_protocol import BAD_UPDATES, QUERIES, UPDATES

CASES = {case.id: case for case in cases()}
FAILURES = conformance.failures()
WRONG = [name for name, failure in FAILURES.items() if failure.seen == "another answer"]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=30) as client:
        yield client


@pytest.mark.parametrize("name", CASES or [pytest.param("none", id="the suite is not here")])
def test_the_answer_is_the_expected_one_or_a_documented_other(
    endpoint: str, client: httpx.Client, name: str
) -> None:
    seen = outcome(CASES[name], ask(client, endpoint, CASES[name]))
    assert seen == FAILURES.get(name, Failure(PASSED, "")).seen


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_is_the_engines(endpoint: str, client: httpx.Client, name: str) -> None:
    case = CASES[name]
    engine, ours = _by_the_engine(case), answer(case, ask(client, endpoint, case))
    assert results.same(engine, ours, in_order(case.text))
    assert not results.same(expected(case), engine, in_order(case.text))


def _by_the_engine(case: Case) -> results.Answer:
    """Return the answer of the bare engine, without any code of ours between."""
    format_ = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}.get(
        case.result[-3:], QueryResultsFormat.JSON
    )
    return results.read(_serialized(case, format_), format_.media_type, case.query)


def _serialized(case: Case, format_: QueryResultsFormat) -> bytes:
    # The engine's objects end here, in their own thread: rdflib keeps the frames that call it for a while.
    store = pyoxigraph.Store()
    store.extend(quad for graph in case.data for quad in in_graph(graph))
    store.extend(quad for graph in case.graphs for quad in in_graph(graph, graph))
    found = store.query(case.text, base_iri=case.query)
    assert isinstance(found, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean)
    return found.serialize(format=format_) or b""


def test_every_documented_failure_is_a_test_of_the_suite(suite: None) -> None:
    assert FAILURES.keys() <= CASES.keys()


def test_the_documented_numbers_are_right(suite: None) -> None:
    kinds = Counter(_part(case) for case in CASES.values())
    failed = Counter(_part(CASES[name]) for name in FAILURES)
    counted = {part: (number - failed[part], number) for part, number in kinds.items()}
    assert conformance.counts() == counted | {
        "Protocol: queries": (len(QUERIES), len(QUERIES)),
        "Protocol: malformed updates": (len(BAD_UPDATES), len(BAD_UPDATES)),
        "Protocol: updates": (0, len(UPDATES)),
        "Service description": (3, 3),
    }


def _part(case: Case) -> str:
    if case.part == "query":
        return "Query language: syntax" if case.is_syntax else "Query language: evaluation"
    return {"results": "Result formats", "fed": "Federation"}[case.part]
