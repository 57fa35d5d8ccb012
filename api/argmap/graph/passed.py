"""Which data have passed the checks: an empty file for each, named by the digest."""

from contextlib import suppress
from pathlib import Path


def was_passed(cache: Path, digest: str) -> bool:
    """Whether data of this digest have passed before."""
    return _file(cache, digest).is_file()


def remember(cache: Path, digest: str) -> None:
    """Note that data of this digest have passed; where that cannot be written, they are checked again."""
    with suppress(OSError):
        _file(cache, digest).parent.mkdir(parents=True, exist_ok=True)
        _file(cache, digest).touch()


def _file(cache: Path, digest: str) -> Path:
    return cache / "passed" / digest
