"""How the time to derive the shortcuts and roles grows with the number of articles.

Each corpus is made up (`bench/synthetic.py`), loaded anew for each run, and all rules are applied to it as
`argmap serve` does. Only that is measured, neither reading the files nor checking them: the time of the
processor, which other programs on the machine disturb least.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from argmap import shipped
from argmap.catalogue.catalogue import Catalogue, load
from argmap.graph.build import derive
from argmap.graph.layout import ONTOLOGY_FILES, data_files
from argmap.store.embedded import EmbeddedStore
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_ONTOLOGY
from bench.synthetic import write

ARTICLES = (1, 10, 100, 1000)


@dataclass
class Corpus:
    """So many articles: how many triples they say, how many follow, and the seconds of each run."""

    articles: int
    given: int = 0
    derived: int = 0
    seconds: list[float] = field(default_factory=list)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("shortcuts", help="deriving the shortcuts of ever more articles")
    command.add_argument("--runs", type=int, default=5, help="how often each is measured (default: 5)")
    command.add_argument(
        "--articles", type=int, nargs="+", default=ARTICLES, help="how many articles (default: 1 10 100 1000)"
    )
    command.set_defaults(run=lambda given: print(table(measure(given.runs, given.articles))))


def measure(runs: int, articles: Iterable[int] = ARTICLES) -> list[Corpus]:
    """Return what each size of corpus takes."""
    catalogue = load(shipped.folder("queries"))
    return [_corpus(count, runs, catalogue) for count in articles]


def table(corpora: Sequence[Corpus]) -> str:
    """Return the medians as a table."""
    head = f"{'articles':>9}{'triples':>10}{'derived':>10}{'seconds':>10}{'ms an article':>15}"
    rows = [f"{head}{'µs a derived triple':>21}"]
    for corpus in corpora:
        seconds = median(corpus.seconds)
        each, derived = 1e3 * seconds / corpus.articles, 1e6 * seconds / corpus.derived
        sizes = f"{corpus.articles:>9,}{corpus.given:>10,}{corpus.derived:>10,}"
        rows.append(f"{sizes}{seconds:>10.3f}{each:>15.2f}{derived:>21.1f}")
    return "\n".join(rows)


def _corpus(articles: int, runs: int, catalogue: Catalogue) -> Corpus:
    corpus = Corpus(articles)
    with TemporaryDirectory() as folder:
        place = write(articles, Path(folder))
        for _ in range(runs):
            store = _loaded(place)
            corpus.given = len(store)
            start = time.process_time()
            corpus.derived = derive(store, catalogue)
            corpus.seconds.append(time.process_time() - start)
    return corpus


def _loaded(place: Path) -> EmbeddedStore:
    ontology = [(shipped.folder("ontology") / name, GRAPH_ONTOLOGY) for name in ONTOLOGY_FILES]
    files = [*ontology, *((file.path, file.graph) for file in data_files([place]))]
    return EmbeddedStore(
        quad
        for number, (path, graph) in enumerate(files)
        for quad in read_turtle(path, graph, scope=f"f{number}")
    )
