"""What shaping an answer costs beside the query it is made of: folding rows to items, growing trees, JSON.

For the example of every endpoint: the bare store call, with all its rows or triples fetched, and the whole
answer as the bytes of its JSON. The two take turns, so that whatever else the machine does slows both.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import cast

from pyoxigraph import QuerySolutions, QueryTriples

from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.model.page import Page
from argmap.store.embedded import EmbeddedStore
from bench.grown import write

Fetched = QuerySolutions | QueryTriples

CONTEXT = "http://127.0.0.1:8000/context.jsonld"


@dataclass
class Cost:
    """The seconds of each run of an endpoint, and how many bytes it answers."""

    store: list[float] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def ratio(self) -> float:
        """How many times the bare store call an answer takes."""
        return median(self.answer) / median(self.store)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("shaping", help="every endpoint: the query, and the whole answer")
    command.add_argument("--runs", type=int, default=15, help="how often each is measured (default: 15)")
    command.add_argument(
        "--articles", type=int, default=1, help="as if there were so many articles (default: 1)"
    )
    command.set_defaults(run=lambda given: print(table(measure(given.runs, given.articles))))


def measure(runs: int, articles: int = 1) -> dict[str, Cost]:
    """Return the cost of every endpoint's example, by the name of its query file."""
    graph = build(check=False)
    if articles > 1:
        with TemporaryDirectory() as folder, write(graph, articles, Path(folder)).quads.open("rb") as quads:
            graph = replace(graph, store=EmbeddedStore.load(quads))
    return {query.name: _cost(graph, query, runs) for query in graph.catalogue.endpoints()}


def table(costs: dict[str, Cost]) -> str:
    """Return the medians as a table, in milliseconds."""
    rows = [f"{'query':<28}{'store ms':>10}{'answer ms':>11}{'shaping ms':>12}{'ratio':>8}{'kB':>8}"]
    for name, cost in costs.items():
        store, answer = 1000 * median(cost.store), 1000 * median(cost.answer)
        numbers = f"{store:>10.2f}{answer:>11.2f}{answer - store:>12.2f}{cost.ratio:>8.2f}"
        rows.append(f"{name:<28}{numbers}{cost.size / 1000:>8.0f}")
    return "\n".join(rows)


def _cost(graph: ArgumentMap, query: QueryFile, runs: int) -> Cost:
    values = {parameter.name: parameter.example for parameter in query.parameters if parameter.required}
    page = Page() if query.shape == "list" else None
    text = query.bind(values, page).text
    # The first answer also counts the items of all pages, which is remembered.
    cost = Cost(size=len(graph.answer(query, values, page).json(CONTEXT)))
    for _ in range(runs):
        cost.store.append(_seconds(lambda: list(cast(Fetched, graph.store.query(text)))))
        cost.answer.append(_seconds(lambda: graph.answer(query, values, page).json(CONTEXT)))
    return cost


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
