"""Do query files keep the contract of query files?"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap import shipped
from argmap.catalogue import load
from argmap.catalogue.reading import read_query
from argmap.errors import ContractError
from argmap.model.finding import Finding


def findings(paths: Sequence[Path] | None) -> Iterator[Finding]:
    """Each breach of the contract in the folders of `paths` (None: the shipped queries), one a file."""
    folders = [shipped.folder("queries")] if paths is None else [path for path in paths if path.is_dir()]
    for folder in folders:
        yield from list(_alone(folder)) or _together(folder)


def _alone(folder: Path) -> Iterator[Finding]:
    for file in sorted(folder.rglob("*.rq")):
        try:
            read_query(file, file.relative_to(folder).with_suffix("").as_posix())
        except ContractError as error:
            yield _finding(error)


def _together(folder: Path) -> Iterator[Finding]:
    try:
        load(folder)
    except ContractError as error:
        yield _finding(error)


def _finding(error: ContractError) -> Finding:
    message = error.message[:1].upper() + error.message[1:].rstrip(".") + "."
    return Finding(
        "error", error.file, error.line, None, message, "Correct the head or the text of the query."
    )
