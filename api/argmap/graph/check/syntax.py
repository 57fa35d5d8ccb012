"""Is each file Turtle at all?"""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from argmap import shipped
from argmap.errors import InputError
from argmap.graph.check.draft import Draft, DraftFile
from argmap.graph.layout import ONTOLOGY_FILES, DataFile
from argmap.model.finding import Finding
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_ONTOLOGY


def read(files: Sequence[DataFile]) -> tuple[Draft, list[Finding]]:
    """Parse the files; those that are no Turtle are left out and reported."""
    good: list[DraftFile] = []
    bad: list[Finding] = []
    for number, file in enumerate(files):
        try:
            good.append(DraftFile(file, _triples(file.path, file.graph, f"f{number}")))
        except InputError as error:
            bad.append(_finding(error))
    return Draft(good, _ontology()), bad


def _ontology() -> list[ox.Triple]:
    folder = shipped.folder("ontology")
    return [triple for name in ONTOLOGY_FILES for triple in _triples(folder / name, GRAPH_ONTOLOGY, name[0])]


def _triples(path: Path, graph: str, scope: str) -> list[ox.Triple]:
    return [quad.triple for quad in read_turtle(path, graph, scope)]


def _finding(error: InputError) -> Finding:
    message = f"The file cannot be read from here on: {error.message.rstrip('.')}."
    return Finding("error", error.file, error.line, None, message, error.remedy)
