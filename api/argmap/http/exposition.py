"""`/metrics`: what the server has done and is doing, in the text format of Prometheus."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap import __version__
from argmap.graph.argument_map import ArgumentMap
from argmap.http.load import Load
from argmap.http.metrics import Metrics
from argmap.http.routing import route

PATH = "/metrics"


def metrics_routes(metrics: Metrics | None, graph: ArgumentMap, load: Load | None = None) -> list[Route]:
    """Return the route of the numbers; none where nothing is counted."""
    if metrics is None:
        return []
    registry = CollectorRegistry()
    registry.register(Exposition(metrics, graph, load))
    for collector in (ProcessCollector, PlatformCollector, GCCollector):
        collector(registry=registry)

    def answer(request: Request) -> Response:
        headers = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
        return Response(generate_latest(registry), headers=headers)

    return [route(PATH, answer)]


class Exposition(Collector):
    """Gives the numbers of a server, and of the data and the workers that it has now, to the library."""

    def __init__(self, metrics: Metrics, graph: ArgumentMap, load: Load | None) -> None:
        self._metrics, self._graph, self._load = metrics, graph, load

    def collect(self) -> Iterable[Metric]:
        """Give all numbers of ours to the library."""
        yield from self._of_requests()
        yield from self._of_queries()
        yield from self._of_data()
        if self._load is not None:
            yield from _of_workers(self._load)

    def _of_requests(self) -> Iterable[Metric]:
        labels = ("method", "route", "status")
        yield _counter("argmap_requests", "Requests that were answered.", self._metrics.requests, *labels)
        yield _counter("argmap_response_bytes", "Bytes of the answers' bodies.", self._metrics.bytes, "route")
        seconds = HistogramMetricFamily(
            "argmap_request_seconds", "How long answers took, to their last byte.", labels=("route",)
        )
        for name, histogram in list(self._metrics.seconds.items()):
            seconds.add_metric((name,), histogram.buckets(), histogram.sum)
        yield seconds
        yield CounterMetricFamily(
            "argmap_finished_answers", "Answers that had been finished before.", self._metrics.cached
        )

    def _of_queries(self) -> Iterable[Metric]:
        yield _counter(
            "argmap_sparql_queries",
            "SPARQL queries, by what became of them.",
            self._metrics.outcomes,
            "outcome",
        )
        yield _counter(
            "argmap_sparql_truncated",
            "Results that were cut, by the limit.",
            self._metrics.truncated,
            "limit",
        )
        taken = self._metrics.worker_seconds
        yield HistogramMetricFamily(
            "argmap_worker_seconds", "How long queries ran in a worker.", taken.buckets(), taken.sum
        )

    def _of_data(self) -> Iterable[Metric]:
        yield GaugeMetricFamily("argmap_triples", "Triples that are loaded.", len(self._graph.store))
        known = {"version": __version__, "digest": self._graph.digest}
        yield InfoMetricFamily("argmap", "The program and the data it serves.", known)


def _counter(name: str, meaning: str, counts: Counter[Any], *labels: str) -> Metric:
    family = CounterMetricFamily(name, meaning, labels=labels)
    for values, count in sorted(counts.items()):
        family.add_metric((values,) if isinstance(values, str) else values, count)
    return family


def _of_workers(load: Load) -> Iterable[Metric]:
    yield GaugeMetricFamily("argmap_workers", "Workers that are alive.", load.workers)
    yield GaugeMetricFamily("argmap_workers_ready", "1 if a query can be answered now.", int(load.ready))
    yield GaugeMetricFamily("argmap_queries_running", "Queries that are being answered.", load.running)
    yield GaugeMetricFamily("argmap_queries_waiting", "Queries that wait for a worker.", load.waiting)
    yield CounterMetricFamily("argmap_workers_killed", "Workers that were killed.", load.killed)
    yield CounterMetricFamily(
        "argmap_worker_restarts", "How often all workers had to be started again.", load.restarts
    )
