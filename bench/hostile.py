"""What strangers can do to everybody else: ordinary requests alone, and while hostile ones run.

One server in a process of its own, with default limits but for two seconds a query. Ordinary REST requests
go out one after the other, for one address after the other; meanwhile one kind of hostile client after the
other works with all its might (`bench.attack`). In the end the server must be as it was: its memory, its
processes. Then thousands of queries are killed, and it is looked at again.
"""

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.attack import QUERIES, Target, attack, kinds

CLIENTS = 8
SECONDS = 6.0
ORDINARY = (
    "/api/v1/articles",
    "/api/v1/footnotes?limit=5",
    "/api/v1/footnotes/kuperman-1996/23",
    "/api/v1/sources/african-rights-1994",
    "/api/v1/claims?limit=5",
    "/id/kuperman-1996",
)
# The whole network is this machine.
_ANOTHER_CLIENT = "127.0.0.2"


@dataclass
class Seen:
    """What ordinary requests saw: their times in seconds, and how many did not get their answer."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def median(self) -> float:
        return median(self.seconds)


@dataclass
class Row:
    """One kind of hostile client: what ordinary requests saw before and meanwhile, and what it got itself."""

    name: str
    idle: Seen
    meanwhile: Seen
    got: dict[str, int]


@dataclass
class State:
    """The server at rest: megabytes of it and of all its processes (shared pages once), processes, files."""

    server: float
    all: float
    processes: int
    files: int


class Server:
    """`argmap serve` in a process of its own."""

    def __init__(self, **environment: str) -> None:
        command = [sys.executable, "-m", "argmap", "serve", "--port", "0"]
        self._process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
        )
        log = self._process.stderr
        if log is None:
            raise RuntimeError("the server has no log")
        found = next(filter(None, (re.search(r"ready: page http://([\d.]+):(\d+)", line) for line in log)))
        self.host, self.port = found[1], int(found[2])
        threading.Thread(target=log.read, daemon=True).start()
        Target(self.host, self.port).ask("ASK {}")  # returns once there are workers

    def state(self) -> State:
        pid = self._process.pid
        below = _below(pid)
        files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        return State(_megabytes(pid), sum(map(_megabytes, [pid, *below])), 1 + len(below), files)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


@contextmanager
def serving(**environment: str) -> Iterator[Server]:
    server = Server(**environment)
    try:
        yield server
    finally:
        server.stop()


def measure(cached: bool) -> tuple[list[Row], State, State]:
    """Return what ordinary requests saw beside each kind of attack, and the state before and after."""
    environment = {} if cached else {"ARGMAP_ANSWERS_MEGABYTES": "0"}
    # A shorter limit than usual, so that many queries are ended while it is looked at; the rest is usual.
    with serving(ARGMAP_QUERY_SECONDS="2", **environment) as server:
        _for_seconds(server, 2.0)  # warms it up
        before = server.state()
        rows = [_row(server, name) for name in kinds(Target(server.host, server.port))]
        return rows, before, _at_rest(server, before)


def killed(number: int) -> tuple[dict[str, int], State, State]:
    """Have `number` queries killed; return what their clients got, and the state before and after."""
    got: dict[str, int] = {}
    limits = {"ARGMAP_QUERY_SECONDS": "0.02", "ARGMAP_CLIENT_QUERIES": "4", "ARGMAP_REFUSAL_SECONDS": "0"}
    with serving(**limits) as server:
        target = Target(server.host, server.port)
        attack(lambda: target.ask(QUERIES["cartesian products"]), 4, 2.0)
        before = server.state()
        while sum(got.values()) < number:
            for status, count in attack(lambda: target.ask(QUERIES["cartesian products"]), 4, 5.0).items():
                got[status] = got.get(status, 0) + count
        return got, before, _at_rest(server, before)


def _row(server: Server, name: str) -> Row:
    idle = _for_seconds(server, 1.5)
    clients = 200 if "200" in name else CLIENTS
    command = [
        sys.executable,
        "-m",
        "bench.attack",
        server.host,
        str(server.port),
        name,
        str(clients),
        str(SECONDS),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hostile:
        time.sleep(0.7)  # until it has started
        meanwhile = _for_seconds(server, SECONDS - 1.0)
        said, _ = hostile.communicate()
    return Row(name, idle, meanwhile, json.loads(said))


def _for_seconds(server: Server, seconds: float) -> Seen:
    end = time.monotonic() + seconds
    return _ordinary(server, lambda: time.monotonic() > end)


def _ordinary(server: Server, over: Callable[[], bool]) -> Seen:
    """Send ordinary requests on one connection, with a short pause between them, until it is `over`."""
    seen, number = Seen(), 0
    connection = http.client.HTTPConnection(
        server.host, server.port, timeout=60, source_address=(_ANOTHER_CLIENT, 0)
    )
    while not over():
        start = time.perf_counter()
        try:
            connection.request("GET", ORDINARY[number % len(ORDINARY)])
            answer = connection.getresponse()
            answer.read()
            seen.failed += answer.status != 200
        except (OSError, http.client.HTTPException):
            seen.failed += 1
            connection.close()
        seen.seconds.append(time.perf_counter() - start)
        number += 1
        time.sleep(0.002)
    return seen


def _at_rest(server: Server, before: State) -> State:
    """Return the state once as many processes are left as there were, or after half a minute."""
    end = time.monotonic() + 30
    while server.state().processes != before.processes and time.monotonic() < end:
        time.sleep(0.5)
    time.sleep(7)  # the server rests a little before it gives memory back
    return server.state()


def _below(process: int) -> list[int]:
    text = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(line.split()[0]): int(line.split()[1]) for line in text.splitlines()}
    found = [child for child, parent in parents.items() if parent == process]
    return found + [below for child in found for below in _below(child)]


def _megabytes(process: int) -> float:
    """Return the megabytes of a process, with its share of pages that others use too (PSS)."""
    with suppress(OSError):
        found = re.search(
            r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE
        )
        return int(found[1]) / 1000 if found else 0.0
    return 0.0


def table(rows: list[Row]) -> str:
    """Return the rows as a table, in milliseconds."""
    lines = [
        f"{'meanwhile':<26}{'idle ms':>8}{'then ms':>8}{'ratio':>7}"
        f"{'most ms':>9}{'requests':>9}{'failed':>7}  they got"
    ]
    for row in rows:
        idle, then = 1000 * row.idle.median, 1000 * row.meanwhile.median
        most = 1000 * max(row.meanwhile.seconds)
        got = ", ".join(f"{status}: {number}" for status, number in row.got.items())
        lines.append(
            f"{row.name:<26}{idle:>8.2f}{then:>8.2f}{then / idle:>7.2f}{most:>9.1f}"
            f"{len(row.meanwhile.seconds):>9}{row.meanwhile.failed:>7}  {got}"
        )
    return "\n".join(lines)


def states(before: State, after: State) -> str:
    """Return two states as a table."""
    lines = [f"{'':<10}{'server MB':>10}{'all MB':>8}{'processes':>11}{'files':>7}"]
    for name, state in (("before", before), ("after", after)):
        lines.append(f"{name:<10}{state.server:>10.1f}{state.all:>8.1f}{state.processes:>11}{state.files:>7}")
    return "\n".join(lines)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("hostile", help="ordinary requests beside hostile ones; ten minutes")
    command.add_argument("--killed", type=int, default=10_000, help="queries to kill in the end")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Measure and print everything."""
    for cached in (True, False):
        rows, before, after = measure(cached)
        print(f"ordinary requests, answered {'from finished answers' if cached else 'by a query each'}\n")
        print(table(rows), states(before, after), sep="\n\n", end="\n\n", flush=True)
    got, before, after = killed(arguments.killed)
    ended = ", ".join(f"{status}: {number:,}" for status, number in got.items())
    print(f"queries ended after 0.02 seconds ({ended})\n\n{states(before, after)}")
