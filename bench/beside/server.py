"""A server in a process of its own, on a free port of this machine, for as long as it is measured."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_START_SECONDS = 240.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True)
class Server:
    """How a server is started, and the path of its SPARQL endpoint if it has one.

    `load` gives it its data once it answers, if it does not read them itself.
    """

    name: str
    port: int
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = Path()
    endpoint: str = "/sparql"
    load: Callable[[int], None] | None = None


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def running(server: Server, logs: Path) -> Iterator[float]:
    """Run a server while the block runs; gives the seconds it took until it could answer from its data."""
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{server.name.replace(' ', '-').replace(',', '')}.log"
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            server.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=server.folder,
            env={**os.environ, **server.environment},
            start_new_session=True,
        )
        try:
            _wait(server, process, log)
            if server.load:
                server.load(server.port)
            yield time.perf_counter() - start
        finally:
            _stop(process)


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until anything is answered over HTTP."""
    start = time.perf_counter()
    while not _answers(server.port):
        if process.poll() is not None:
            raise RuntimeError(
                f"{server.name} stopped with status {process.returncode}; its last words:\n{_end(log)}"
            )
        if time.perf_counter() - start > _START_SECONDS:
            raise TimeoutError(f"{server.name} does not answer after {_START_SECONDS:.0f} s:\n{_end(log)}")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_START_SECONDS)
    try:
        connection.request("GET", "/", headers={"Accept": "*/*"})
        connection.getresponse().read()
    except (ConnectionError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _end(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-15:])


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a server with all the processes it has started: they are a session of their own."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
