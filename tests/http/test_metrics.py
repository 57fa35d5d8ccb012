from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from tests.http.asgi import ask
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.http.exposition import metrics_routes
from argmap.http.metrics import SECONDS, Metrics
from argmap.settings import Settings


@dataclass
class Busy:
    running: int = 2
    waiting: int = 5
    workers: int = 3
    ready: bool = True
    killed: int = 7
    restarts: int = 1


def _samples(text: str) -> dict[tuple[str, ...], float]:
    """Return the samples by name and the values of the labels, which are sorted by name."""
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def _told(metrics: Metrics, graph: ArgumentMap, load: Busy | None = None) -> dict[tuple[str, ...], float]:
    return _samples(ask(Starlette(routes=metrics_routes(metrics, graph, load)), "/metrics").body.decode())


def _count(metrics: Metrics, route: str | None = None, **more: Any) -> None:
    facts = {**({"route": route} if route else {}), **more.pop("facts", {})}
    metrics.count(**{"method": "GET", "status": 200, "sent": 10, "seconds": 0.003, "facts": facts, **more})


def test_requests_are_counted_by_method_route_and_status(shipped: ArgumentMap) -> None:
    metrics = Metrics()
    _count(metrics, "/id/{thing:path}")
    _count(metrics, "/id/{thing:path}")
    _count(metrics, "/id/{thing:path}", status=404)
    told = _told(metrics, shipped)
    assert told["argmap_requests_total", "GET", "/id/{thing:path}", "200"] == 2
    assert told["argmap_requests_total", "GET", "/id/{thing:path}", "404"] == 1
    assert told["argmap_response_bytes_total", "/id/{thing:path}"] == 30


def test_seconds_are_counted_up_to_each_bound(shipped: ArgumentMap) -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.0011, 60.0):
        _count(metrics, "/health", seconds=seconds)
    told = _told(metrics, shipped)
    bounds = [told["argmap_request_seconds_bucket", str(bound), "/health"] for bound in SECONDS]
    assert bounds == [1] + [2] * (len(SECONDS) - 1)
    assert told["argmap_request_seconds_bucket", "+Inf", "/health"] == 3
    assert told["argmap_request_seconds_count", "/health"] == 3
    assert told["argmap_request_seconds_sum", "/health"] == pytest.approx(60.0021)


def test_strangers_make_no_labels() -> None:
    metrics = Metrics()
    for number in range(1_000):
        _count(metrics, method=f"M{number}", status=404)
        _count(metrics, "/sparql", facts={"query": "x", "outcome": f"o{number}"})
    assert metrics.requests == {("other", "none", "404"): 1_000, ("GET", "/sparql", "200"): 1_000}
    assert metrics.outcomes == {"other": 1_000}


def test_queries_are_counted_by_what_became_of_them(shipped: ArgumentMap) -> None:
    metrics = Metrics()
    for facts in (
        {"query": "x", "rows": 3, "worker_seconds": 0.2, "truncated": "rows"},
        {"query": "x", "outcome": "query-timeout"},
        {"query": "x", "outcome": "query-timeout"},
        {},
    ):
        _count(metrics, "/sparql", facts=facts)
    told = _told(metrics, shipped)
    assert told["argmap_sparql_queries_total", "ok"] == 1
    assert told["argmap_sparql_queries_total", "query-timeout"] == 2
    assert told["argmap_sparql_truncated_total", "rows"] == 1
    assert told["argmap_worker_seconds_count",] == 1
    assert told["argmap_worker_seconds_sum",] == pytest.approx(0.2)


def test_data_and_workers_are_told(shipped: ArgumentMap) -> None:
    told = _told(Metrics(), shipped, Busy())
    assert told["argmap_triples",] == len(shipped.store)
    assert [labels for labels in told if labels[0] == "argmap_info" and shipped.digest in labels]
    assert told["argmap_workers",] == 3
    assert told["argmap_workers_ready",] == 1
    assert told["argmap_queries_running",] == 2
    assert told["argmap_queries_waiting",] == 5
    assert told["argmap_workers_killed_total",] == 7
    assert told["argmap_worker_restarts_total",] == 1
    assert told["process_resident_memory_bytes",] > 0


def test_two_servers_do_not_count_for_one_another(shipped: ArgumentMap) -> None:
    one, other = Metrics(), Metrics()
    _count(one)
    assert ("argmap_requests_total", "GET", "none", "200") in _told(one, shipped)
    assert ("argmap_requests_total", "GET", "none", "200") not in _told(other, shipped)


@pytest.fixture(scope="module")
def fresh(shipped: ArgumentMap) -> Iterator[str]:
    with running(shipped) as address:
        yield address


def test_a_server_tells_its_numbers(fresh: str) -> None:
    for _ in range(2):
        httpx.get(f"{fresh}/api/v1/articles")
    httpx.get(f"{fresh}/sparql", params={"query": "ASK {}"})
    answer = httpx.get(f"{fresh}/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    told = _samples(answer.text)
    assert told["argmap_requests_total", "GET", "/api/v1/articles", "200"] == 2
    assert told["argmap_request_seconds_count", "/api/v1/articles"] == 2
    assert told["argmap_finished_answers_total",] == 1
    assert told["argmap_sparql_queries_total", "ok"] == 1
    assert told["argmap_worker_seconds_count",] == 1
    assert told["argmap_workers",] >= 1


def test_numbers_can_be_switched_off(shipped: ArgumentMap) -> None:
    with running(shipped, replace(Settings(port=0), metrics=False)) as address:
        assert httpx.get(f"{address}/metrics").status_code == 404
