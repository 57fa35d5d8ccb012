"""Answers of `argmap anchor` with the wording in them, kept where only their reader can read them."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from argmap.errors import InputError, UsageError
from argmap.formats.anchors.report import Report
from argmap.vocabulary import ID

_OWNER_ONLY = 0o600
_FORMAT = "argmap-wording-1"


def folder() -> Path:
    """Return the folder of kept answers, in the user's data folder (XDG base directory specification)."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "argmap" / "wording"


def default_file(article: str) -> Path:
    """Return where the answer about an article is kept unless another place is given."""
    return folder() / f"{article}.json"


def kept_files() -> list[Path]:
    """Return the answers that are kept in the default place."""
    return sorted(folder().glob("*.json"))


def keep(report: Report, file: Path) -> None:
    """Write an answer with its wording, readable by its owner only.

    Raises UsageError for a place in a git repository, where it would be published sooner or later.
    """
    refuse_repository(file)
    text = json.dumps({"format": _FORMAT, **report.document(words=True)}, ensure_ascii=False, indent=1)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A new file in its place: nobody who had the old one open, or linked it elsewhere, gets the new.
        fresh = file.with_name(f".{file.name}.new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with open(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text + "\n")
        fresh.replace(file)
    except OSError as error:
        raise InputError(
            file, None, f"cannot be written ({error.strerror})", "Choose another place."
        ) from error


def refuse_repository(file: Path) -> None:
    """Raise UsageError if the file would lie in a git repository."""
    where = file.resolve()
    if any((parent / ".git").exists() for parent in where.parents):
        raise UsageError(
            f"--output: {file} lies in a git repository. The wording is not ours to publish: keep it "
            "elsewhere, or leave the option out."
        )


def read(file: Path) -> dict[str, Any] | None:
    """Return a kept answer; None if the file is something else, a copy itself for example."""
    try:
        with file.open("rb") as opened:
            if not opened.read(256).lstrip().startswith(b"{"):
                return None
        answer = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None  # whoever reads it as a copy tells what is wrong
    if not (isinstance(answer, dict) and answer.get("format") == _FORMAT):
        return None
    if not _is_well_formed(answer):
        raise InputError(
            file, None, "is a damaged answer of argmap anchor", "Make it again from your copy: argmap anchor."
        )
    return answer


def _is_well_formed(answer: Mapping[str, Any]) -> bool:
    article, passages, copy = answer.get("article"), answer.get("passages"), answer.get("copy")
    if not (isinstance(article, str) and isinstance(passages, list) and isinstance(copy, dict)):
        return False
    start = f"{ID}{article}/passage/"
    return isinstance(copy.get("sha256"), str) and all(
        isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and each["id"].startswith(start)
        and isinstance(each.get("wording", ""), str)
        for each in passages
    )
