import json
import time
from dataclasses import dataclass, replace

import httpx
import pytest
from starlette.applications import Starlette
from tests.http.asgi import Got, ask
from tests.http.test_failing_store import BrokenStore

from argmap.graph.argument_map import ArgumentMap
from argmap.http.health import health_routes


@dataclass
class Workers:
    ready: bool
    running: int = 0
    waiting: int = 0
    workers: int = 2
    killed: int = 0
    restarts: int = 0


def _ask(graph: ArgumentMap, path: str, load: Workers | None = None, method: str = "GET") -> Got:
    return ask(Starlette(routes=list(health_routes(graph, load))), path, method=method)


def test_a_process_that_answers_lives_whatever_else_is_broken(shipped: ArgumentMap) -> None:
    got = _ask(replace(shipped, store=BrokenStore()), "/health/live", Workers(ready=False))
    assert (got.status, json.loads(got.body)) == (200, {"status": "live"})
    assert _ask(shipped, "/health/live", method="OPTIONS").headers["allow"] == "GET, HEAD, OPTIONS"


def test_it_is_ready_when_store_and_workers_are(shipped: ArgumentMap) -> None:
    got = _ask(shipped, "/health/ready", Workers(ready=True))
    assert (got.status, json.loads(got.body)["status"]) == (200, "ready")


@pytest.mark.parametrize(("broken", "ready"), [(True, True), (False, False), (True, False)])
def test_it_says_what_is_not_ready(shipped: ArgumentMap, broken: bool, ready: bool) -> None:
    graph = replace(shipped, store=BrokenStore()) if broken else shipped
    got = _ask(graph, "/health/ready", Workers(ready=ready))
    problem = json.loads(got.body)
    assert (got.status, got.headers["content-type"]) == (503, "application/problem+json")
    assert (problem["store"], problem["workers"]) == (not broken, ready)
    assert ("store" in problem["detail"], "workers" in problem["detail"]) == (broken, not ready)
    assert "secret" not in problem["detail"]


def test_health_tells_the_data_and_the_workers(shipped: ArgumentMap) -> None:
    found = json.loads(_ask(shipped, "/health", Workers(ready=True)).body)
    assert (found["status"], found["ready"], found["digest"]) == ("ok", True, shipped.digest)
    assert found["triples"] == len(shipped.store)
    assert found["workers"] == {"alive": 2, "running": 0, "waiting": 0, "killed": 0, "restarts": 0}


def test_a_server_becomes_ready(client: httpx.Client) -> None:
    until = time.monotonic() + 20
    while client.get("/health/ready").status_code != 200 and time.monotonic() < until:
        time.sleep(0.05)
    assert client.get("/health/ready").json()["status"] == "ready"
    assert client.get("/health").json()["workers"]["alive"] >= 1
