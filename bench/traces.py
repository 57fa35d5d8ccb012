"""Traces, impact and more of one article's things, alone and with many other articles loaded beside it.

The graphs are asked in turn, so that whatever else the machine does slows all of them. An answer is what a
server would send: the query, the walk or the fixpoint, and the bytes of the JSON.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import cast

from pyoxigraph import QuerySolutions

from argmap import shipped
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from bench.synthetic import own_work, thesis, write

CONTEXT = "http://127.0.0.1:8000/context.jsonld"


@dataclass(frozen=True)
class Question:
    """A query of the catalogue with its values."""

    name: str
    query: str
    values: Mapping[str, str]


_CLAIM = "kuperman-1996/claim/leverage-cuts-both-ways"
_THESIS = "kuperman-1996/claim/mediators-can-provoke-tragedy"
_WORK = "source/african-rights-1994"
QUESTIONS = (
    Question("trace of a claim", "claims/trace", {"claim": _CLAIM}),
    Question("trace of a source", "sources/trace", {"source": _WORK}),
    Question("trace of a note", "footnotes/trace", {"footnote": "kuperman-1996/footnote/23"}),
    Question("impact of a source", "sources/impact", {"source": _WORK}),
    Question("objections to the thesis", "claims/objections", {"claim": _THESIS}),
    Question("outline of the article", "articles/outline", {"article": "kuperman-1996"}),
    Question("trace of a made-up thesis", "claims/trace", {"claim": thesis(1)}),
    Question("impact of a made-up work", "sources/impact", {"source": own_work(1)}),
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("traces", help="traces, impact and more with many articles beside it")
    command.add_argument("--runs", type=int, default=25, help="how often each is measured (default: 25)")
    command.add_argument("--articles", type=int, nargs="+", default=[1, 100, 10_000], help="how many beside")
    command.set_defaults(run=lambda given: print(table(measure(given.articles, given.runs))))


def measure(articles: Sequence[int], runs: int) -> dict[str, list[float]]:
    """Return the median seconds of each question, one for each number of articles beside the shipped one."""
    graphs = [_graph(number) for number in articles]
    print(f"triples: {', '.join(f'{_triples(graph):,}' for graph in graphs)}")
    return {question.name: _medians(graphs, question, runs) for question in QUESTIONS}


def table(medians: Mapping[str, Sequence[float]]) -> str:
    """Return the medians as a table, in milliseconds."""
    return "\n".join(
        f"{name:<28}" + "".join(f"{1000 * seconds:>10.2f}" for seconds in found)
        for name, found in medians.items()
    )


def _graph(articles: int) -> ArgumentMap:
    with TemporaryDirectory() as folder:
        started = time.perf_counter()
        graph = build([shipped.folder("data"), write(articles, Path(folder))], check=False)
        print(f"{articles:,} articles beside: built in {time.perf_counter() - started:.1f} s")
        return graph


def _triples(graph: ArgumentMap) -> int:
    counted = graph.store.query("SELECT (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } }")
    return int(next(cast("QuerySolutions", counted))[0].value)


def _medians(graphs: Sequence[ArgumentMap], question: Question, runs: int) -> list[float]:
    found: list[list[float]] = [[] for _ in graphs]
    for _ in range(runs):
        for graph, seconds in zip(graphs, found, strict=True):
            seconds.append(_seconds(graph, question))
    return [median(seconds) for seconds in found]


def _seconds(graph: ArgumentMap, question: Question) -> float:
    start = time.perf_counter()
    graph.answer(question.query, question.values).json(CONTEXT)
    return time.perf_counter() - start
