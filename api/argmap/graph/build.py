"""Building the argument map: files → checked → stored → rules → ready to be asked.

A build touches nothing that runs: it returns a finished map or raises. Who serves swaps the old one for it.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import cast

from pyoxigraph import Quad, QueryTriples

from argmap import shipped
from argmap.catalogue.catalogue import Catalogue, load
from argmap.errors import CheckFailed, InputError
from argmap.formats import context
from argmap.graph import evaluation
from argmap.graph.alignment import aligned, aligned_digest, chosen
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.description import describe
from argmap.graph.digest import digest, semantics_digest
from argmap.graph.layout import DataFile, data_files
from argmap.graph.passed import remember, was_passed
from argmap.settings import Settings
from argmap.store.embedded import EmbeddedStore
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_INFERRED, GRAPH_ONTOLOGY

Progress = Callable[[str], None]

ONTOLOGY_FILES = ("argmap.ttl", "schemes.ttl")


def build(
    paths: Sequence[Path] | None = None,
    *,
    check: bool = True,
    progress: Progress | None = None,
    align: Sequence[str] = (),
) -> ArgumentMap:
    """Return the argument map of the data in `paths` (folders or Turtle files; None: the shipped articles).

    With `check`, data that have not passed before are checked in full, which takes seconds. `progress` is
    told in a few words what is being done. `align` names the alignments whose foreign terms are answered too.

    Raises InputError for a file that cannot be read, CheckFailed for data that break rules of the model, and
    ContractError for a query file that breaks those of query files, and UsageError for an unknown alignment
    or semantics.
    """
    wanted = chosen(align)
    settings = Settings.from_environment()
    semantics = evaluation.chosen(settings.semantics)
    tell = progress or (lambda _: None)
    files = _files(paths)
    tell(f"reading {len(files)} file{'s' if len(files) != 1 else ''}")
    catalogue = load(shipped.folder("queries"))
    store = EmbeddedStore(_quads(files))
    state = digest(files)
    if check:
        _check(paths, state, tell)
    tell("deriving what follows")
    derive(store, catalogue)
    terms = context.load(shipped.folder("ontology") / "context.jsonld")
    evaluation.put_assessments(store, ArgumentMap(catalogue, store, terms, state), semantics)
    state = semantics_digest(state, semantics)
    describe(store, catalogue, state, settings.cache)
    fuller = aligned(store, catalogue, wanted) if wanted else None
    state = aligned_digest(state, wanted)
    return ArgumentMap(catalogue, store, terms, state, fuller)


def derive(store: EmbeddedStore, catalogue: Catalogue) -> int:
    """Put into the inferred graph what the rules derive, until nothing is new; return how much."""
    total = 0
    while new := sum(store.add(_derived(store, rule.text), GRAPH_INFERRED) for rule in catalogue.rules()):
        total += new
    return total


def _derived(store: EmbeddedStore, text: str) -> QueryTriples:
    return cast("QueryTriples", store.query(text))


def _files(paths: Sequence[Path] | None) -> list[DataFile]:
    for path in paths or ():
        if not path.exists():
            raise InputError(path, None, "there is no such file or folder", "Check the spelling of the path.")
    files = data_files(paths)
    if not files:
        place = paths[0] if paths else shipped.folder("data")
        raise InputError(
            place, None, "holds no Turtle file", "Give a folder with article.ttl and argument.ttl in it."
        )
    return files


def _quads(files: Sequence[DataFile]) -> Iterator[Quad]:
    folder = shipped.folder("ontology")
    ontology = [(folder / name, GRAPH_ONTOLOGY) for name in ONTOLOGY_FILES]
    everything = chain(ontology, ((file.path, file.graph) for file in files))
    for number, (path, graph) in enumerate(everything):
        yield from read_turtle(path, graph, scope=f"f{number}")


def _check(paths: Sequence[Path] | None, state: str, tell: Progress) -> None:
    """Check the data, unless exactly these have passed before."""
    cache = Settings.from_environment().cache
    if was_passed(cache, state):
        return
    tell("checking, once for data that have not been checked before")
    from argmap.graph.check import check  # only now: it brings rdflib and pyshacl

    findings = check(paths)
    if any(finding.severity == "error" for finding in findings):
        raise CheckFailed(findings)
    remember(cache, state)
