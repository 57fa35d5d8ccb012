"""A name for the state of a set of files: it changes when any of them does."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from argmap import __version__, shipped
from argmap.graph.layout import DataFile
from argmap.settings import Settings

_SHIPPED: dict[shipped.ShippedFolder, tuple[str, ...]] = {
    "ontology": ("*.ttl", "context.jsonld"),
    "queries": ("**/*.rq",),
}


def digest(files: Iterable[DataFile]) -> str:
    """Return the SHA-256 of the data files, the ontology, the context, the query files and argmap's version.

    The order in which files are found, and where the folders lie, make no difference.
    """
    named = [*((_name(file), file.path) for file in files), *_shipped()]
    total = sha256(__version__.encode())
    for name, path in sorted(named):
        total.update(f"\n{name} {sha256(path.read_bytes()).hexdigest()}".encode())
    return total.hexdigest()


def semantics_digest(state: str, semantics: Sequence[str]) -> str:
    """Return a name for a state in which everything is labelled under these semantics."""
    if tuple(semantics) == Settings().semantics:
        return state
    return sha256(f"{state}\nsemantics {' '.join(semantics)}".encode()).hexdigest()


def _name(file: DataFile) -> str:
    """Return what a file goes by; what only lies beside is not judged, and must not pass for what was."""
    return f"{file.graph}/{file.path.name}{' (beside)' if file.beside else ''}"


def _shipped() -> list[tuple[str, Path]]:
    return [
        (f"{name}/{path.relative_to(folder).as_posix()}", path)
        for name, patterns in _SHIPPED.items()
        for folder in [shipped.folder(name)]
        for pattern in patterns
        for path in folder.glob(pattern)
    ]
