"""The processes below this one, as the kernel tells them (Linux)."""

import os
from pathlib import Path


def below(process: int | None = None) -> set[int]:
    """Return the processes below one, or below this one, to any depth."""
    top = process or os.getpid()
    children = {child for child in _all() if _parent(child) == top}
    return children | {grandchild for child in children for grandchild in below(child)}


def zygotes() -> set[int]:
    """Return the processes below this one that hold data for workers."""
    return {
        process for process in below() if _parent(process) == os.getpid() and b"zygote" in command(process)
    }


def command(process: int) -> bytes:
    return _read(process, "cmdline")


def environment(process: int) -> bytes:
    return _read(process, "environ")


def resident_bytes(process: int | str = "self") -> int:
    """Return how much memory a process holds now."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _all() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _parent(process: int) -> int:
    stat = _read(process, "stat").rpartition(b")")[2].split()
    return int(stat[1]) if stat else 0


def _read(process: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{name}").read_bytes()
    except OSError:  # it has ended meanwhile
        return b""
