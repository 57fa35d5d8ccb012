"""What a stranger's query may cost, and what becomes of one that costs more."""

import csv
import io
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pyoxigraph
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Limits, Settings

ALL = "SELECT * { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUGE = "SELECT ?n { ?a ?b ?c . ?d ?e ?f . BIND(CONCAT(STR(?a), STR(?d)) AS ?n) } ORDER BY ?n"
LIMITS = Limits(seconds=0.5, rows=20, workers=2, per_client=1, queue=3, client_queue=2)


@pytest.fixture(scope="module")
def limited(shipped: ArgumentMap) -> Iterator[httpx.Client]:
    with running(shipped, Settings(port=0, limits=LIMITS)) as root, httpx.Client(base_url=root) as client:
        yield client


def _ask(client: httpx.Client, query: str, accept: str = "*/*") -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers={"Accept": accept}, timeout=30)


def test_a_query_that_takes_too_long_is_stopped(limited: httpx.Client) -> None:
    start = time.monotonic()
    answer = _ask(limited, ENDLESS)
    assert 0.4 < time.monotonic() - start < 10
    assert answer.status_code == 504
    assert answer.json()["type"].endswith("/query-timeout")
    assert answer.json()["seconds"] == 0.5


def test_a_query_that_takes_too_much_memory_is_stopped(shipped: ArgumentMap) -> None:
    with running(shipped, Settings(port=0, limits=Limits(megabytes=60, seconds=60))) as root:
        answer = httpx.post(f"{root}/sparql", data={"query": HUGE}, timeout=60)
        assert answer.status_code == 422
        assert answer.json()["megabytes"] == 60
        assert httpx.get(f"{root}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


@pytest.mark.parametrize("query", [ENDLESS, "SELECT * {", "SELECT (<x:f>(1) AS ?x) {}"])
def test_the_next_query_is_answered(limited: httpx.Client, query: str) -> None:
    _ask(limited, query)
    for _ in range(5):
        assert _ask(limited, "ASK {}").json()["boolean"] is True


def test_a_table_that_is_cut_says_so(limited: httpx.Client) -> None:
    answer = _ask(limited, ALL, "application/sparql-results+json")
    assert answer.headers["truncated"] == "true"
    assert answer.json()["truncated"] is True
    assert len(answer.json()["results"]["bindings"]) == 20


def test_a_table_that_just_fits_is_whole(limited: httpx.Client) -> None:
    answer = _ask(limited, ALL + " LIMIT 20", "application/sparql-results+json")
    assert "truncated" not in answer.headers
    assert "truncated" not in answer.json()
    assert len(answer.json()["results"]["bindings"]) == 20


def test_a_cut_csv_table_has_whole_rows(limited: httpx.Client) -> None:
    answer = _ask(limited, "SELECT ?s ?p ?o { ?s ?p ?o }", "text/csv")
    assert answer.headers["truncated"] == "true"
    assert [len(row) for row in csv.reader(io.StringIO(answer.text))] == [3] * 21


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_a_graph_that_is_cut_says_so(
    limited: httpx.Client, accept: str, format_: pyoxigraph.RdfFormat
) -> None:
    answer = _ask(limited, "CONSTRUCT WHERE { ?s ?p ?o }", accept)
    assert answer.headers["truncated"] == "true"
    assert len(list(pyoxigraph.parse(answer.content, format=format_))) == 20


def test_who_asks_too_much_at_once_is_told_when_to_come_back(limited: httpx.Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: _ask(limited, ENDLESS), range(8)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [429] * 5 + [504] * 3  # one runs and two wait, in turn
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.headers["retry-after"] == "1"
    assert refused.json()["type"].endswith("/too-many-queries")


def test_a_full_queue_is_503(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=0.5, workers=1, per_client=1, queue=0, client_queue=9)
    with running(shipped, Settings(port=0, limits=limits)) as root, ThreadPoolExecutor(3) as pool:
        ask = lambda _: httpx.post(f"{root}/sparql", data={"query": ENDLESS}, timeout=30)  # noqa: E731
        answers = list(pool.map(ask, range(3)))
    assert sorted(answer.status_code for answer in answers) == [503, 503, 504]
    busy = next(answer for answer in answers if answer.status_code == 503)
    assert busy.headers["retry-after"] == "1"
    assert busy.json()["type"].endswith("/busy")


def test_whoever_hangs_up_stops_the_query(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=60, workers=1, per_client=1)
    with running(shipped, Settings(port=0, limits=limits)) as root:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{root}/sparql", data={"query": ENDLESS}, timeout=0.5)
        assert httpx.get(f"{root}/sparql", params={"query": "ASK {}"}, timeout=20).json()["boolean"] is True


def test_a_flood_of_refused_queries_is_held_back(shipped: ArgumentMap) -> None:
    refused = "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"
    with (
        running(shipped, Settings(port=0, refusal_seconds=0.4)) as root,
        httpx.Client(base_url=root) as client,
    ):
        seconds = [_ask(client, refused).elapsed.total_seconds() for _ in range(80)]
        assert max(seconds[:50]) < 0.4 < max(seconds)
        assert _ask(client, "ASK {}").elapsed.total_seconds() < 0.4


HARD_TO_EXPLAIN = {
    "a prefix like many": "".join(f"PREFIX {'ab' * 2400}{n}: <http://e/> " for n in range(3))
    + f'SELECT * {{ {"ba" * 2400}:x ?p ?o }} "',
    "a base that is none": "BASE <http://[/> PREFIX a: <b> ASK {}",
}


@pytest.mark.parametrize("query", HARD_TO_EXPLAIN.values(), ids=HARD_TO_EXPLAIN)
def test_a_text_that_is_hard_to_explain_holds_up_nobody(shipped: ArgumentMap, query: str) -> None:
    with running(shipped) as root, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(httpx.post, f"{root}/sparql", data={"query": query}, timeout=30)
        waits = []
        while not asked.done():
            waits.append(httpx.get(f"{root}/health/live").elapsed.total_seconds())
        assert asked.result().status_code in (400, 403, 504)
        assert max(waits, default=0) < 1
