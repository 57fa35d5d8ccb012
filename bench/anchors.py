"""What finding an article's passages in a copy takes: a megabyte of text, with the article in it or without.

The article is an invented one of the tests, so that this runs where no copy of a real one is.
"""

import argparse
import time
from statistics import median

from tests.anchors.changes import rewrapped, with_page_heads
from tests.anchors.made_up import anchors, article, filler

from argmap.formats.anchors import hashes
from argmap.formats.anchors.copy_text import CopyText
from argmap.formats.anchors.report import search

MEGABYTE = 1_000_000


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("anchors", help="finding the passages of an article in a megabyte of text")
    command.add_argument("--runs", type=int, default=5, help="how often each is measured (default: 5)")
    command.set_defaults(run=lambda given: print(table(given.runs)))


def table(runs: int) -> str:
    """Return the median seconds of each copy, and what was found in it, as a table."""
    rows = [f"{'copy':<40}{'seconds':>8}  result"]
    for name, text in copies().items():
        seconds, result = _measured(text, runs)
        rows.append(f"{name:<40}{seconds:>8.2f}  {result}")
    return "\n".join(rows)


def copies() -> dict[str, str]:
    """Return texts, by what they are; those of a megabyte have just so many bytes."""
    text = article().text
    page_by_page = with_page_heads(rewrapped(text, 60), 40)
    around = filler(MEGABYTE - len(page_by_page.encode()))
    half = len(around) // 2
    return {
        f"the article alone ({len(text.encode()) / 1000:.0f} kB)": text,
        "a megabyte, the article in the middle": around[:half] + page_by_page + around[half:],
        "a megabyte of the article again and again": (text * (MEGABYTE // len(text) + 1))[:MEGABYTE],
        "a megabyte without it": filler(MEGABYTE),
    }


def _measured(text: str, runs: int) -> tuple[float, str]:
    seconds = []
    for _ in range(runs):
        hashes.digest.cache_clear()
        start = time.perf_counter()
        report = search(CopyText(text, "", paged=False), anchors())
        seconds.append(time.perf_counter() - start)
    return median(seconds), report.tally
