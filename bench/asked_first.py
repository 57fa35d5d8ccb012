"""What an answer costs that nobody has asked for before: what is said of its things is not known either."""

import http.client
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from statistics import median

# What a server is asked first, as the first question of each kind takes longer.
_WARM = (
    "/api/v1/agents?limit=5",
    "/api/v1/footnotes/kuperman-1996/23",
    "/api/v1/sources/african-rights-1994",
)


def told(
    paths: Sequence[str], rounds: int, started: Callable[[str], AbstractContextManager[int]], bare: float
) -> str:
    """Return what it is on average to ask for each path, of a new server in each round, beside a bare call.

    `started` starts a server by its name and gives its port.
    """
    answers, routes = [], []
    for _ in range(rounds):
        with started("0") as port, started("starlette") as beside:
            _mean(port, _WARM * 5)
            _mean(beside, ["/"] * 50)
            answers.append(_mean(port, paths))
            routes.append(_mean(beside, ["/"] * len(paths)))
    whole, route = median(answers), median(routes)
    return (
        f"every claim, asked for the first time by a client in Python: {1000 * whole:.2f} ms; it sees the "
        f"empty Starlette route in {1000 * route:.2f} ms: {whole / (bare + route):.2f} × (alone + route)"
    )


def _mean(port: int, paths: Sequence[str]) -> float:
    """Return the seconds that an answer takes on one connection, on average."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    start = time.perf_counter()
    for path in paths:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds / len(paths)
