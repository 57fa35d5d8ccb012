"""The shipped graph, grown: as if there were many articles like those that it holds.

A copy repeats every quad that names an article or a part of one, with that article's name changed; what
belongs to no article (the ontology, the sources, the agents, the description of the data set) stays as it is.
What the rules derived is copied with the rest, so nothing has to be derived again. The same graph gives the
same files.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import cast

from pyoxigraph import QuerySolutions

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import GRAPH, GRAPH_DESCRIPTION, ID

_ARTICLES = "SELECT ?article { ?article a <https://w3id.org/argmap/ontology#Article> }"


@dataclass(frozen=True)
class Files:
    """One graph in two files: `quads` (N-Quads), and `triples` (N-Triples) with the union of its graphs."""

    articles: int
    quads: Path
    triples: Path

    def count(self) -> int:
        """Return how many triples there are."""
        with self.triples.open("rb") as file:
            return sum(1 for _ in file)


def write(graph: ArgumentMap, times: int, folder: Path) -> Files:
    """Write `graph`, with each of its articles `times` times, into `folder`, unless it is there already."""
    lines, articles = _lines(graph), _articles(graph)
    name = f"{sha256(''.join(lines).encode()).hexdigest()[:12]}-{times}"
    files = Files(len(articles) * times, folder / f"{name}.nq", folder / f"{name}.nt")
    folder.mkdir(parents=True, exist_ok=True)
    if not files.quads.exists():
        copied = map(_triple, grow(_union(lines), articles, times))
        # What an article's graph says of a source is copied too: the same triple again, one after the other.
        _write(files.triples, (triple for triple, _ in groupby(copied)))
        _write(files.quads, grow(lines, articles, times))
    return files


def grow(lines: Iterable[str], articles: Sequence[str], times: int) -> Iterator[str]:
    """Give lines of N-Quads, and those about articles (names like `kuperman-1996`) `times` times in all."""
    names = "|".join(map(re.escape, articles))
    place = re.compile(rf"(?<=<)({re.escape(ID)}|{re.escape(GRAPH)})({names})(?=[/>])")
    for line in lines:
        yield line
        if place.search(line) and not _describes(line):
            for number in range(2, times + 1):
                yield place.sub(rf"\g<1>\g<2>-copy-{number}", line)


def _union(lines: Iterable[str]) -> Iterator[str]:
    """Give one line for each triple; of two, rather the one that can be copied."""
    yield from {_triple(line): line for line in sorted(lines, key=_describes, reverse=True)}.values()


def _triple(line: str) -> str:
    return f"{line[: line.rindex(' <')]} .\n"


def _describes(line: str) -> bool:
    return f"<{GRAPH_DESCRIPTION}>" in line


def _lines(graph: ArgumentMap) -> list[str]:
    dumped = io.BytesIO()
    graph.store.dump(dumped)
    return sorted(dumped.getvalue().decode().splitlines(keepends=True))


def _articles(graph: ArgumentMap) -> list[str]:
    rows = cast("QuerySolutions", graph.store.query(_ARTICLES))
    return sorted(row[0].value.removeprefix(ID) for row in rows)


def _write(path: Path, lines: Iterable[str]) -> None:
    beside = path.with_suffix(".part")  # so that a file is either whole or not there
    with beside.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    beside.rename(path)
