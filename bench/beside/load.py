"""How many requests a server answers, and how long one takes, over the loopback."""

import http.client
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Target:
    """One question put to one server."""

    server: str
    question: str
    port: int
    path: str
    accept: str


def answer(target: Target) -> bytes:
    """Return the body of a target's answer; raise RuntimeError if it is none."""
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=PATIENCE_SECONDS)
    try:
        return _once(connection, target)
    finally:
        connection.close()


def latency(target: Target, times: int, at_most: float) -> float:
    """Return the median seconds of `times` requests, one by one, or of those within `at_most` seconds."""
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=PATIENCE_SECONDS)
    _once(connection, target)
    found: list[float] = []
    end = time.perf_counter() + at_most
    while len(found) < times and (not found or time.perf_counter() < end):
        start = time.perf_counter()
        _once(connection, target)
        found.append(time.perf_counter() - start)
    connection.close()
    return median(found)


def _once(connection: http.client.HTTPConnection, target: Target) -> bytes:
    try:
        connection.request("GET", target.path, headers={"Accept": target.accept})
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException) as error:
        raise RuntimeError(f"{target.server} did not answer {target.question!r}: {error!r}") from error
    if response.status != 200:
        raise RuntimeError(
            f"{target.server} answered {response.status} to {target.question!r}: {body[:300]!r}"
        )
    return body


def rates(targets: Sequence[Target], rounds: int, seconds: float) -> dict[Target, float]:
    """Return the requests a second of each target, the median of rounds in which all of them have their turn.

    The order is rotated from round to round, so that none always comes first or after the same other.
    """
    found: dict[Target, list[float]] = {target: [] for target in targets}
    for number in range(rounds):
        start = number % len(targets)
        for target in [*targets[start:], *targets[:start]]:
            found[target].append(_wrk(target, seconds))
    return {target: median(each) for target, each in found.items()}


def _wrk(target: Target, seconds: float) -> float:
    """Return the requests a second that wrk (one thread, four connections) gets answered with 200."""
    url = f"http://127.0.0.1:{target.port}{target.path}"
    command = [
        "wrk",
        "-t1",
        "-c4",
        f"-d{max(1, round(seconds))}s",
        "--timeout",
        "30s",
        "-H",
        f"Accept: {target.accept}",
    ]
    text = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise RuntimeError(f"{target.server}, {target.question!r}: not every request was answered:\n{text}")
    rate = re.search(r"^Requests/sec:\s+([\d.]+)", text, re.MULTILINE)
    if not rate:
        raise RuntimeError(f"wrk said nothing of requests a second:\n{text}")
    return float(rate[1])
