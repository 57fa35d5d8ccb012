"""A query file of one's own: with a head like those of the catalogue, or plain SPARQL."""

from pathlib import Path

from argmap.catalogue import QueryFile
from argmap.catalogue.reading import read_query
from argmap.errors import InputError, UsageError


def is_file(name: str) -> bool:
    """Whether a path is meant, and no name of the catalogue."""
    return name.endswith(".rq")


def is_plain(name: str | None) -> bool:
    """Whether a file is meant that does not say of itself what it is (lines that start with `#+`)."""
    return (
        name is not None
        and is_file(name)
        and not any(line.startswith("#+") for line in read(name).splitlines())
    )


def read(name: str) -> str:
    """The text of the file; raises UsageError if there is none, InputError if it cannot be read."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError(f'query: there is no query file "{name}".') from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(name, None, f"cannot be read ({error})", "Give a text file in UTF-8.") from error


def read_with_head(name: str) -> QueryFile:
    """The query file; raises ContractError if it breaks a rule of query files."""
    return read_query(Path(name), Path(name).stem)
