"""The access log: one line of JSON for every answer.

| member | meaning |
|---|---|
| `time` | when the answer was done: ISO 8601, UTC |
| `client` | IPv4 address, or /64 network of an IPv6 address, after trusted proxies |
| `method`, `path` | of the request, without what follows `?` |
| `status`, `bytes`, `seconds` | of the answer; `status` is null where nobody was left to answer |
| `cached`, `route`, `query`, `rows`, `truncated`, `worker_seconds`, `outcome` | where known, see `facts` |

What somebody looked for is theirs, so neither parameters nor SPARQL texts are written: `query` is the first
digits of the text's SHA-256, or the name of a query file, which tells the same query from another.
"""

import json
import logging
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from argmap.errors import UsageError

logger = logging.getLogger(__name__)

STANDARD_ERROR = "-"
_STANDARD_ERROR_FILE = 2
_LONGEST_PATH = 1_000
_LOOK_SECONDS = 1.0
# ASCII only: no control character and no line separator of any script can break a line in two.
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), default=str).encode


class AccessLog:
    """Appends lines to a file, or to standard error for `-`.

    Each line is written at once and in one piece, so nothing is lost when the process ends, and several
    processes may write to one file. A file that was moved away or deleted is opened anew within a second, so
    logrotate needs no signal. A line that cannot be written is dropped: no request fails for it.
    """

    def __init__(self, path: str) -> None:
        self._path = None if path == STANDARD_ERROR else path
        self._file = _STANDARD_ERROR_FILE if self._path is None else _open_first(self._path)
        self._look_at = monotonic() + _LOOK_SECONDS
        self._failing = False

    def write(
        self,
        method: str,
        path: str,
        status: int | None,
        sent: int,
        seconds: float,
        facts: Mapping[str, Any],
    ) -> None:
        """Append one line; `sent` is the bytes of the body, `facts` what else is known."""
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": None,
            "method": method,
            "path": path[:_LONGEST_PATH],
            "status": status,
            "bytes": sent,
            "seconds": round(seconds, 6),
            **facts,
        }
        self._append(_encode(line).encode() + b"\n")

    def _append(self, line: bytes) -> None:
        try:
            self._follow()
            os.write(self._file, line)
            self._failing = False
        except OSError as error:
            if not self._failing:  # once, and not for every request
                logger.error("the access log cannot be written: %s", error)
            self._failing = True

    def _follow(self) -> None:
        """Open the file anew if another, or none, stands at its path."""
        now = monotonic()
        if self._path is None or now < self._look_at:
            return
        self._look_at = now + _LOOK_SECONDS
        if not _is_at(self._file, self._path):
            fresh = _open(self._path)
            os.close(self._file)
            self._file = fresh


def _open(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)


def _open_first(path: str) -> int:
    """Open the file at the start, when somebody is there to mend it."""
    try:
        return _open(path)
    except OSError as error:
        remedy = "Make its folder, and let this user write there."
        raise UsageError(
            f'ARGMAP_ACCESS_LOG: "{path}" cannot be written: {error.strerror}. {remedy}'
        ) from error


def _is_at(file: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False
