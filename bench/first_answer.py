"""How long it takes from the start of `argmap serve` to the first answer.

Each run is a new process on a free port; a request is sent again and again until it is answered with 200.
The first run of all warms the file cache and the remembered checks, and is not counted.
"""

import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

PATHS = ("/health", "/api/v1/articles")
PATIENCE_SECONDS = 60.0
Seconds = dict[str, list[float]]


def measure(runs: int) -> Seconds:
    """Return the times of `runs` starts for each path, in seconds."""
    once("/health")
    return {path: [once(path) for _ in range(runs)] for path in PATHS}


def table(times: Seconds) -> str:
    """Return the times as a table, in milliseconds."""
    rows = [f"{'first answer of':<20}{'median ms':>10}{'least ms':>10}{'most ms':>10}{'runs':>6}"]
    for path, found in times.items():
        numbers = "".join(f"{1000 * number:>10.0f}" for number in (median(found), min(found), max(found)))
        rows.append(f"{path:<20}{numbers}{len(found):>6}")
    return "\n".join(rows)


def once(path: str) -> float:
    """Return the seconds from the start of one server to its first answer to GET `path`."""
    port = _free_port()
    start = time.perf_counter()
    with _server(port) as process:
        while not _answers(port, path):
            if process.poll() is not None:
                raise RuntimeError(f"the server stopped with status {process.returncode} before it answered")
            if time.perf_counter() - start > PATIENCE_SECONDS:
                raise TimeoutError(f"no answer from {path} within {PATIENCE_SECONDS:.0f} s")
            time.sleep(0.005)
        return time.perf_counter() - start


@contextmanager
def _server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    beside = Path(sys.executable).with_name("argmap")
    program = str(beside) if beside.exists() else shutil.which("argmap") or "argmap"
    process = subprocess.Popen([program, "serve", "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
    except ConnectionError:
        return False
    finally:
        connection.close()
    if response.status != 200:
        raise RuntimeError(f"GET {path} answered {response.status}")
    return True


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
