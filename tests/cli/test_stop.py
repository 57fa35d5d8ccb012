"""SIGTERM: what has begun is finished, or ended within the stated time."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import pytest

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
Start = Callable[..., tuple["subprocess.Popen[str]", str]]


@pytest.fixture
def start(tiny: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Give a function that starts a server of the small article with settings; gives it and its root."""
    servers: list[subprocess.Popen[str]] = []

    def started(**settings: str) -> tuple["subprocess.Popen[str]", str]:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        command = [sys.executable, "-m", "argmap", "serve", tiny, "--port", "0"]
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        servers.append(server)
        assert server.stderr
        line = next(line for line in server.stderr if "ready" in line)
        return server, re.findall(r"http://\S+", line)[0].rstrip("/")

    yield started
    for server in servers:
        server.kill()
        with server:
            pass


def _ask(root: str) -> httpx.Response | None:
    with suppress(httpx.TransportError):
        return httpx.post(f"{root}/sparql", data={"query": ENDLESS}, timeout=60)
    return None


def test_a_query_that_runs_gets_its_answer(start: Start) -> None:
    server, root = start(ARGMAP_QUERY_SECONDS="1.5", ARGMAP_SHUTDOWN_SECONDS="10")
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(_ask, root)
        time.sleep(0.8)
        server.send_signal(signal.SIGTERM)
        answer = asked.result()
    assert answer is not None
    assert answer.status_code == 504  # its own limit, not the end of the server
    assert server.wait(timeout=10) == 0


def test_a_query_that_does_not_end_is_ended(start: Start) -> None:
    server, root = start(ARGMAP_QUERY_SECONDS="600", ARGMAP_SHUTDOWN_SECONDS="1")
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(_ask, root)
        time.sleep(0.8)
        told = time.monotonic()
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=10) == 0
        assert time.monotonic() - told < 5
        answer = asked.result()
    assert answer is not None
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["type"].endswith("/stopping")
    assert server.stderr
    said = server.stderr.read()
    assert said.endswith("argmap: stopped\n")
    assert "Traceback" not in said
