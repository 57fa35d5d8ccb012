"""argmap beside rdflib-endpoint, the oxigraph server, RAMOSE and grlc, on the same graph and queries.

Every server runs on this machine and holds the graph in memory, or asks one that does. Before a question is
measured, all have to answer it alike.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from contextlib import ExitStack
from importlib import metadata
from pathlib import Path

from argmap import __version__
from argmap.graph.build import build
from bench import grown
from bench.beside import others
from bench.beside.field import Field

_FOLDER = Path(__file__).parents[2] / ".bench"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `beside` to the commands of the benchmarks."""
    parser = commands.add_parser("beside", help="beside the servers that others wrote", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds of load for each (default: 3)")
    parser.add_argument("--seconds", type=int, default=1, help="seconds of each round (default: 1)")
    parser.add_argument(
        "--articles",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[1, 10, 100],
        metavar="N,N",
        help="how often the article is there; the first is also put under load (default: 1,10,100)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Measure everything and print the tables."""
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not here; install it (Debian and Ubuntu: apt-get install wrk).")
    programs = {name: others.installed(name, _FOLDER / "environments") for name in others.NAMES}
    graph = build(check=False)
    print(_about())
    for times in arguments.articles:
        print(f"the graph with {times} article{'s' if times > 1 else ''}", file=sys.stderr)
        files = grown.write(graph, times, _FOLDER / "graphs")
        with ExitStack() as stack:
            loaded = times == arguments.articles[0]
            rounds = arguments.rounds if loaded else 0
            field = Field(programs, files, _FOLDER, stack, rounds, arguments.seconds)
            print(field.sparql(), flush=True)
            if loaded:
                print(field.rest(), flush=True)


def _about() -> str:
    """Return what was measured on: versions, and the number of cores."""
    ours = f"argmap {__version__} with pyoxigraph {metadata.version('pyoxigraph')}"
    versions = ", ".join([ours, *(f"{name} {others.version(name)}" for name in others.NAMES)])
    wrk = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False).stdout.split(" [")[0]
    return f"{versions}; Python {platform.python_version()}, {wrk}; {os.cpu_count()} cores\n"
