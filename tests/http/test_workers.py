"""The processes behind `/sparql`: what they may do, and that they come and go as they should."""

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable

import httpx
import pytest
from tests.processes import below, environment, resident_bytes, zygotes
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Limits, Settings

pytestmark = pytest.mark.skipif(
    not os.path.exists("/proc/self/stat"), reason="reads /proc, which only Linux has"
)

MANY = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 200000"  # about 80 MB as JSON
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GENEROUS = Limits(seconds=60, rows=1_000_000, result_bytes=1_000_000_000)


def _soon(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 15
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


def _ask(root: str, query: str = "ASK {}", **fields: str) -> httpx.Response:
    return httpx.post(f"{root}/sparql", data={"query": query}, headers=fields, timeout=60)


def test_nothing_is_left_when_the_server_stops(shipped: ArgumentMap) -> None:
    before = below()
    with running(shipped) as root:
        assert _ask(root).json()["boolean"] is True
        assert len(below() - before) > 1
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{root}/sparql", params={"query": ENDLESS}, timeout=0.3)
    assert _soon(lambda: not below() - before)


def test_the_service_recovers_when_the_data_process_is_killed(shipped: ArgumentMap) -> None:
    before = zygotes()
    with running(shipped) as root:
        assert _ask(root).status_code == 200
        (zygote,) = zygotes() - before
        os.kill(zygote, signal.SIGKILL)
        assert _soon(lambda: _ask(root).status_code == 200)
        assert _soon(lambda: len(zygotes() - before - {zygote}) == 1)


def test_workers_die_with_the_data_process(shipped: ArgumentMap) -> None:
    before, known = below(), zygotes()
    with running(shipped) as root:
        _ask(root)
        (zygote,) = zygotes() - known
        workers = below() - before - {zygote}
        os.kill(zygote, signal.SIGKILL)
        assert workers
        assert _soon(lambda: not workers & below())


def test_secrets_of_the_server_do_not_reach_the_workers(
    shipped: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_SECRET", "not-for-strangers")
    before = below()
    with running(shipped) as root:
        _ask(root)
        new = below() - before
        assert new
        assert not any(b"not-for-strangers" in environment(process) for process in new)


ATTEMPTS = {
    "open a file": "open('/etc/hostname')",
    "make a socket": "socket.socket()",
    "make a pipe": "os.pipe()",
    "take much memory": "bytearray(200_000_000)",
    "write to a file that is open": "os.write(file, b'x')",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_a_confined_process_cannot(attempt: str) -> None:
    script = f"""
import os, socket, tempfile
from argmap.store.workers.sandbox import confine
file = os.open(tempfile.mktemp(), os.O_CREAT | os.O_WRONLY)
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
confine(100, 1)
try:
    {attempt}
except (OSError, MemoryError) as error:
    print("refused", type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("refused"), done.stderr


def test_a_large_result_is_not_held_by_the_server(shipped: ArgumentMap) -> None:
    with running(shipped, Settings(port=0, limits=GENEROUS)) as root:
        _ask(root)
        before, most, size = resident_bytes(), 0, 0
        plain = {"Accept-Encoding": "identity"}
        with httpx.stream(
            "POST", f"{root}/sparql", data={"query": MANY}, headers=plain, timeout=60
        ) as answer:
            for number, piece in enumerate(answer.iter_raw()):
                size += len(piece)
                most = max(most, resident_bytes()) if number % 50 == 0 else most
        assert size > 50_000_000
        assert most - before < 25_000_000


def test_a_reader_who_leaves_a_large_result_frees_the_worker(shipped: ArgumentMap) -> None:
    limits = Limits(workers=1, seconds=60, rows=1_000_000, result_bytes=1_000_000_000)
    with running(shipped, Settings(port=0, limits=limits)) as root:
        with httpx.stream("POST", f"{root}/sparql", data={"query": MANY}, timeout=60) as answer:
            next(answer.iter_raw())
        assert _ask(root).json()["boolean"] is True


def test_a_slow_reader_of_a_finished_result_keeps_nobody_waiting(shipped: ArgumentMap) -> None:
    limits = Limits(workers=1, seconds=60, rows=1_000_000)
    ten_megabytes = MANY.replace("200000", "25000")
    with running(shipped, Settings(port=0, limits=limits)) as root:
        host, port = root.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as slow:
            body = f"query={ten_megabytes}".encode().replace(b"?", b"%3F").replace(b" ", b"+")
            head = f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
            head += "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            slow.sendall(head.encode() + body)
            assert slow.recv(12) == b"HTTP/1.1 200"
            assert all(_ask(root).json()["boolean"] is True for _ in range(3))


def test_json_that_is_cut_late_says_so_at_its_end(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=60, rows=1_000_000, result_bytes=20_000_000)
    with running(shipped, Settings(port=0, limits=limits)) as root:
        answer = _ask(root, MANY, Accept="application/sparql-results+json")
        assert answer.json()["truncated"] is True
        assert 19_000_000 < len(answer.content) < 20_000_100


def test_csv_that_is_cut_late_is_no_whole_answer(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=60, rows=1_000_000, result_bytes=20_000_000)
    with running(shipped, Settings(port=0, limits=limits)) as root:
        with pytest.raises(httpx.RemoteProtocolError):
            _ask(root, MANY, **{"Accept": "text/csv", "Accept-Encoding": "identity"})
        assert _ask(root).status_code == 200


def test_json_ld_that_is_cut_late_is_no_whole_answer(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=60, rows=1_000_000, result_bytes=20_000_000)
    graph = "CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 300000"
    fields = {"Accept": "application/ld+json", "Accept-Encoding": "identity"}
    with running(shipped, Settings(port=0, limits=limits)) as root:
        pieces: list[bytes] = []
        with (
            pytest.raises(httpx.RemoteProtocolError),
            httpx.stream(
                "POST", f"{root}/sparql", data={"query": graph}, headers=fields, timeout=60
            ) as answer,
        ):
            pieces.extend(answer.iter_raw())
        with pytest.raises(json.JSONDecodeError):
            json.loads(b"".join(pieces))


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_results_are_encoded_on_request(root: str, coding: str) -> None:
    query = "SELECT * { ?s ?p ?o } LIMIT 500"
    plain = _ask(root, query, **{"Accept-Encoding": "identity"})
    encoded = _ask(root, query, **{"Accept-Encoding": coding})
    assert encoded.headers["content-encoding"] == coding
    assert "Accept-Encoding" in encoded.headers["vary"]
    assert int(encoded.headers["content-length"]) < len(plain.content) / 3
    assert len(encoded.json()["results"]["bindings"]) == 500


def test_turns_come_back_from_callers_who_break_the_connection(shipped: ArgumentMap) -> None:
    limits = Limits(seconds=2, workers=2, per_client=2)
    bodies = [f"query={query}".encode().replace(b" ", b"+") for query in ("ASK{}", ENDLESS, "ASK{}")]
    kind = "Host: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    heads = [f"POST /sparql HTTP/1.1\r\n{kind}Content-Length: {len(body)}\r\n\r\n" for body in bodies]
    requests = b"".join(head.encode() + body for head, body in zip(heads, bodies, strict=True))
    with running(shipped, Settings(port=0, limits=limits)) as root:
        host, port = root.removeprefix("http://").split(":")
        for _ in range(4):
            with socket.create_connection((host, int(port))) as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.sendall(requests)
                time.sleep(0.05)
        assert _soon(lambda: httpx.get(f"{root}/health").json()["workers"]["running"] == 0)
        assert _ask(root).json()["boolean"] is True


def test_slow_readers_hold_only_so_many_processes(shipped: ArgumentMap) -> None:
    limits = Limits(workers=1, seconds=60, rows=1_000_000)
    query = MANY.replace("200000", "12000").replace("?", "%3F").replace(" ", "+")
    body = f"query={query}"
    head = f"POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Length: {len(body)}\r\n"
    before = below()
    with running(shipped, Settings(port=0, limits=limits)) as root:
        host, port = root.removeprefix("http://").split(":")
        clients = []
        for _ in range(8):
            client = socket.create_connection((host, int(port)))
            client.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}".encode())
            assert client.recv(12) == b"HTTP/1.1 200"
            clients.append(client)
        assert _soon(lambda: len(below() - before) <= 1 + 1 + 4 + 1)
        assert _ask(root).json()["boolean"] is True
        for client in clients:
            client.close()
