"""Which Turtle files make up the data, and which named graph each of them fills."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap import shipped
from argmap.vocabulary import GRAPH, GRAPH_SHARED

# What all articles share lies beside their folders.
SHARED = ("agents.ttl", "dataset.ttl", "sources.ttl")
PROVENANCE = "provenance.ttl"

# Of the ontology's folder, what is loaded beside every article: the terms and the argumentation schemes.
ONTOLOGY_FILES = ("argmap.ttl", "schemes.ttl")


@dataclass(frozen=True)
class DataFile:
    """One Turtle file: its `article` is the name of its folder, None for a file that articles share.

    `beside` tells that nobody asked for this file: it lies beside the folder that was asked for, and is read
    because the folder's things refer to it.
    """

    path: Path
    article: str | None
    beside: bool = False

    @property
    def graph(self) -> str:
        """The IRI of the named graph that the file fills."""
        if self.article is None:
            return GRAPH_SHARED
        return f"{GRAPH}{self.article}/provenance" if self.path.name == PROVENANCE else GRAPH + self.article


def data_files(paths: Sequence[Path] | None = None) -> list[DataFile]:
    """The Turtle files of `paths` (folders or files; None: the shipped data), sorted, each once.

    With an article's folder come the shared files that lie beside it.
    """
    asked = {file.resolve(): file for path in paths or (shipped.folder("data"),) for file in _turtle(path)}
    beside = {file for path in paths or () for file in _shared_beside(path.resolve())} - asked.keys()
    found = [_described(file, False) for file in asked.values()] + [_described(file, True) for file in beside]
    return sorted(found, key=lambda file: file.path)


def without_data(paths: Sequence[Path]) -> list[Path]:
    """Those of `paths` under which there is neither a Turtle file nor a query file."""
    return [path for path in paths if not any(_turtle(path)) and not any(path.rglob("*.rq"))]


def _turtle(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in path.rglob("*.ttl"):
        if not any(part.startswith(".") for part in file.relative_to(path).parts):
            yield file


def _shared_beside(path: Path) -> Iterator[Path]:
    folder = path.parent if path.is_dir() else path.parent.parent
    for name in SHARED:
        if (folder / name).is_file():
            yield folder / name


def _described(path: Path, beside: bool) -> DataFile:
    article = None if path.name in SHARED else path.resolve().parent.name
    return DataFile(path, article, beside)
