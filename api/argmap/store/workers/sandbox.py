"""What a worker may not do, told to the kernel: take more memory or time, open a file, connect, write."""

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

_PAGE_BYTES = resource.getpagesize()
_NICENESS = 10  # whoever answers ordinary requests goes first
_DIE_WITH_PARENT, _NO_NEW_PRIVILEGES = 1, 38  # prctl(2)
_LIBRARY = ctypes.CDLL(None)  # loaded before nothing can be opened any more
_STATM = Path("/proc/self/statm")


def confine(megabytes: int, seconds: float) -> None:
    """Confine this process for good: `megabytes` more memory than now, no new file or connection.

    `seconds` is the most that one query may take; the kernel also counts processor time over all queries.
    What is open stays open. Linux knows all of it; elsewhere the memory is not limited.
    """
    os.nice(_NICENESS)
    _prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    _prctl(_NO_NEW_PRIVILEGES, 1)
    if _STATM.exists():
        taken = int(_STATM.read_text().split()[0]) * _PAGE_BYTES
        _limit(resource.RLIMIT_AS, taken + megabytes * 1_000_000)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, 0)  # the last one: from here on nothing can be opened


def give_back_memory() -> None:
    """Give memory that is free again back to the system, where its library can (glibc)."""
    if sys.platform == "linux":
        trim = getattr(_LIBRARY, "malloc_trim", None)
        if trim is not None:
            trim(0)


def resident_bytes() -> int:
    """Return the most memory that this process has ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        _LIBRARY.prctl(option, value, 0, 0, 0)
