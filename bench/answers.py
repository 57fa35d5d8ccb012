"""REST answers beside routes that do nothing: kept, known to the caller already (304), and made anew.

All servers run on this machine at once, each with one worker; wrk asks one after the other, in short rounds
in turn, so that whatever else goes on here falls on all alike. What is compared are medians.
"""

import argparse
import gc
import http.client
import itertools
import json
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median
from typing import TypeVar

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.model.page import Page
from argmap.vocabulary import ID
from bench import asked_first
from bench.beside.server import Server, free_port, running

K = TypeVar("K")
Call = Callable[[], object]

_FOLDER = Path(__file__).parents[1] / ".bench" / "answers"
_BESIDE = "empty FastAPI route"
_ROUTE = "empty Starlette route"
_STORE = "store"
_EMPTY = {"asgi": "empty ASGI application", "starlette": _ROUTE, "fastapi": _BESIDE}


@dataclass(frozen=True)
class Question:
    """A question of the REST interface, and the query behind it."""

    name: str
    path: str
    query: str
    values: Mapping[str, str] = field(default_factory=dict)
    page: Page | None = None


QUESTIONS = (
    Question("5 claims", "/api/v1/claims?limit=5", "claims/list", page=Page(5)),
    Question("50 claims", "/api/v1/claims", "claims/list", page=Page(50)),
    Question(
        "one claim",
        "/api/v1/claims/kuperman-1996/leverage-cuts-both-ways",
        "claims/detail",
        {"claim": "kuperman-1996/claim/leverage-cuts-both-ways"},
    ),
    Question("agents", "/api/v1/agents?limit=5", "agents/list", page=Page(5)),
)


_ONE_CLAIM = QUESTIONS[2]
EVERY_CLAIM = "every claim"


def by_name(graph: ArgumentMap) -> dict[str, Sequence[Question]]:
    """Return the questions, each by itself, and one after the other what is asked of every claim there is.

    Parts of an answer are remembered: where another is asked for each time, that is no cache of answers.
    """
    items = graph.answer("claims/list", {}, Page(1000)).document["items"]
    claims = [item["id"].removeprefix(ID) for item in items]
    every = [
        Question(claim, f"/api/v1/claims/{claim.replace('/claim/', '/')}", _ONE_CLAIM.query, {"claim": claim})
        for claim in claims
        if "/claim/" in claim
    ]
    return {**{question.name: [question] for question in QUESTIONS}, EVERY_CLAIM: every}


@dataclass(frozen=True)
class Target:
    """What is asked of a server: the paths in turn. `known` is the tag that goes along."""

    name: str
    port: int
    paths: tuple[str, ...]
    connections: int
    known: str | None = None


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `answers` to the commands of the benchmarks."""
    parser = commands.add_parser(
        "answers", help="REST answers beside routes that do nothing", description=__doc__
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds of load for each (default: 5)")
    parser.add_argument("--seconds", type=int, default=1, help="seconds of each round (default: 1)")
    parser.add_argument("--connections", type=int, default=16, help="connections at once (default: 16)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Measure everything and print the tables."""
    if not shutil.which("wrk"):
        sys.exit("bench: no wrk on the PATH; Debian and Ubuntu: apt install wrk, others: github.com/wg/wrk.")
    graph = build(check=False)
    gc.collect()
    gc.freeze()  # as our server does
    with ExitStack() as stack:
        ports = {name: stack.enter_context(_started(name)) for name in (*_EMPTY, _STORE, "64", "0")}
        loaded = _loaded(ports, arguments.connections)
        questions = by_name(graph)
        alone = _alone(ports, questions)
        calls = {name: [store_call(graph, each) for each in asked] for name, asked in questions.items()}
        found, stores = _measured([*loaded, *alone], calls, arguments.rounds, arguments.seconds)
    print(f"Python {platform.python_version()}, {_about_wrk()}, {arguments.connections} connections\n")
    print(_rates_table([(target, found[target]) for target in loaded]))
    print(_costs_table({target.name: 1 / found[target] for target in alone}, stores))
    paths = [question.path for question in questions[EVERY_CLAIM]]
    print(asked_first.told(paths, arguments.rounds, _started, stores[EVERY_CLAIM]))


@contextmanager
def _started(name: str) -> Iterator[int]:
    """Run an empty server, or ours with so many megabytes for finished answers; gives its port."""
    port = free_port()
    if name in _EMPTY or name == _STORE:
        server = Server(name, port, [sys.executable, "-m", "bench.empty", name, str(port)])
    else:
        command = [sys.executable, "-m", "argmap", "serve", "--port", str(port)]
        server = Server(f"argmap-{name}", port, command, {"ARGMAP_ANSWERS_MEGABYTES": name})
    with running(server, _FOLDER):
        yield port


def _loaded(ports: Mapping[str, int], connections: int) -> list[Target]:
    """Return what is asked by many at once."""
    targets = [Target(name, ports[each], ("/",), connections) for each, name in _EMPTY.items()]
    for question in QUESTIONS:
        for kept, port in (("kept", ports["64"]), ("made anew", ports["0"])):
            tag = _asked(port, question.path, None).headers["ETag"]
            targets.append(Target(f"{question.name}, {kept}", port, (question.path,), connections))
            if _asked(port, question.path, tag).status != 304:
                raise RuntimeError(f"{question.path} is not 304 to its own tag")
            targets.append(Target(f"{question.name}, {kept}, 304", port, (question.path,), connections, tag))
    return targets


def _alone(ports: Mapping[str, int], questions: Mapping[str, Sequence[Question]]) -> list[Target]:
    """Return what is asked by one caller: how long it takes is what it costs."""
    paths = {name: tuple(question.path for question in asked) for name, asked in questions.items()}
    made = [Target(name, ports["0"], asked, 1) for name, asked in paths.items()]
    behind = [Target(f"{name}, {_STORE}", ports[_STORE], asked, 1) for name, asked in paths.items()]
    return [Target(_ROUTE, ports["starlette"], ("/",), 1), *made, *behind]


def _asked(port: int, path: str, known: str | None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"If-None-Match": known} if known else {})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status not in (200, 304):
        raise RuntimeError(f"{path} answered {response.status}")
    return response


def _measured(
    targets: Sequence[Target], calls: Mapping[str, Sequence[Call]], rounds: int, seconds: int
) -> tuple[dict[Target, float], dict[str, float]]:
    """Return the requests a second of each target and the seconds of each call, medians of all rounds.

    In every round all have their turn, and another begins; a call is made while the servers rest.
    """
    rates: dict[Target, list[float]] = {target: [] for target in targets}
    took: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(rounds):
        start = number * len(targets) // rounds
        for target in [*targets[start:], *targets[:start]]:
            rates[target].append(_wrk(target, seconds))
        for name, several in calls.items():
            took[name].append(_seconds(several))
    return _medians(rates), _medians(took)


def _medians(found: Mapping[K, Sequence[float]]) -> dict[K, float]:
    return {key: median(numbers) for key, numbers in found.items()}


def _wrk(target: Target, seconds: int) -> float:
    known = ["-H", f"If-None-Match: {target.known}"] if target.known else []
    command = ["wrk", "-t1", f"-c{target.connections}", f"-d{seconds}s", "--timeout", "30s", *known]
    if len(target.paths) > 1:
        command += ["-s", str(_in_turn(target.paths))]
    url = f"http://127.0.0.1:{target.port}{target.paths[0]}"
    text = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    rate = re.search(r"^Requests/sec:\s+([\d.]+)", text, re.MULTILINE)
    if not rate or "Non-2xx" in text or "Socket errors" in text:
        raise RuntimeError(f"{target.name}: not every request was answered:\n{text}")
    return float(rate[1])


def _in_turn(paths: Sequence[str]) -> Path:
    """Write for wrk how to ask for these paths one after the other, and return the file."""
    file = _FOLDER / "in-turn.lua"
    listed = ", ".join(map(json.dumps, paths))
    step = "at = at % #paths + 1\n  return requests[at]"
    ready = "function init() for i, path in ipairs(paths) do requests[i] = wrk.format(nil, path) end end"
    file.write_text(
        f"local paths, requests, at = {{{listed}}}, {{}}, 0\n{ready}\nfunction request()\n  {step}\nend\n"
    )
    return file


def _rates_table(found: Sequence[tuple[Target, float]]) -> str:
    beside = next(rate for target, rate in found if target.name == _BESIDE)
    rows = [f"| {'answer':<28} | requests/s | × {_BESIDE} |", f"|{'-' * 30}|-----------:|{'-' * 22}:|"]
    rows += [f"| {target.name:<28} | {rate:>10,.0f} | {rate / beside:>21.2f} |" for target, rate in found]
    return "\n".join(rows) + "\n"


def _costs_table(costs: Mapping[str, float], stores: Mapping[str, float]) -> str:
    """Return what answers made anew cost, beside the bare call of the store and a route that does nothing."""
    route = costs[_ROUTE]
    rows = [
        f"one caller; an {_ROUTE} takes {1000 * route:.3f} ms",
        "",
        "| made anew    | whole ms | store in a route ms |    × | store alone ms | × (alone + route) |",
        "|--------------|---------:|--------------------:|-----:|---------------:|------------------:|",
    ]
    for name, bare in stores.items():
        whole, behind = costs[name], costs[f"{name}, {_STORE}"]
        rows.append(
            f"| {name:<12} | {1000 * whole:>8.2f} | {1000 * behind:>19.2f} "
            f"| {whole / behind:.2f} | {1000 * bare:>14.2f} | {whole / (bare + route):>17.2f} |"
        )
    return "\n".join(rows)


def store_call(graph: ArgumentMap, question: Question) -> Call:
    """Return the bare call of the store: the query is run, and every row or triple of its result read."""
    text = graph.catalogue.named(question.query).bind(question.values, question.page).text
    return lambda: list(graph.store.query(text))  # type: ignore[arg-type]


def _seconds(calls: Sequence[Call], times: int = 20) -> float:
    """Return how long a call takes, on average of all in turn, as requests a second are one."""
    calls[0]()
    found = []
    for call in itertools.islice(itertools.cycle(calls), max(times, len(calls))):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return fmean(found)


def _about_wrk() -> str:
    return subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False).stdout.split(" [")[0]
