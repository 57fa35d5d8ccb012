"""Extensions of growing frameworks: argmap beside pygarg and beside the fixpoint as it is first written down.

Each computation runs in a process of its own, which is ended after a while; what is measured is the
computation, from a framework that is read already. Wherever two of them finish, their answers have to agree.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from argmap import __version__
from argmap.formats.frameworks import write
from bench.beside import others
from bench.solving.shapes import SHAPES

_FOLDER = Path(__file__).parents[2] / ".bench"
_WORKER = Path(__file__).parent / "worker.py"
_ROOT = Path(__file__).parents[2]
# Semantics, and what is asked: the extensions, or whether the last argument is in every one.
TASKS = (
    ("grounded", "extensions"),
    ("preferred", "extensions"),
    ("stable", "extensions"),
    ("preferred", "sceptical"),
)
TOOLS = ("argmap", "pygarg", "naive")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("solving", help="extensions of growing frameworks", description=__doc__)
    command.add_argument("--runs", type=int, default=3, help="how often each is measured (default: 3)")
    command.add_argument("--seconds", type=int, default=20, help="when a computation is ended (default: 20)")
    command.add_argument(
        "--sizes",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[10, 100, 1000, 10_000],
        metavar="N,N",
        help="how many arguments (default: 10,100,1000,10000)",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Measure everything and print the table."""
    programs = {"argmap": Path(sys.executable), "naive": Path(sys.executable)}
    programs["pygarg"] = others.installed("pygarg", _FOLDER / "environments") / "python"
    print(_about(), flush=True)
    print(Row.HEAD, flush=True)
    for semantics, asked in TASKS:
        for shape in SHAPES:
            for row in _rows(programs, Task(semantics, asked, shape), arguments):
                print(row, flush=True)


@dataclass(frozen=True)
class Task:
    """What is asked of frameworks of one shape."""

    semantics: str
    asked: str
    shape: str


@dataclass(frozen=True)
class Measured:
    """The median of the seconds that a tool took, and its answer; or why there is none."""

    seconds: float | None
    answer: Any = None
    instead: str = ""

    def __str__(self) -> str:
        return (
            self.instead
            if self.seconds is None
            else f"{self.seconds * 1000:,.3g}"
            if self.seconds < 0.1
            else f"{self.seconds * 1000:,.0f}"
        )


@dataclass(frozen=True)
class Row:
    """One framework."""

    task: Task
    arguments: int
    attacks: int
    measured: dict[str, Measured]

    HEAD = (
        "| semantics | asked | shape | arguments | attacks "
        "| argmap ms | pygarg ms | × | naive ms | × | answer |\n"
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|---|"
    )

    def __str__(self) -> str:
        ours = self.measured["argmap"]
        cells = [
            self.task.semantics,
            self.task.asked,
            self.task.shape,
            f"{self.arguments:,}",
            f"{self.attacks:,}",
            str(ours),
        ]
        for other in ("pygarg", "naive"):
            measured = self.measured.get(other, Measured(None))
            both = measured.seconds is not None and ours.seconds is not None
            cells += [str(measured), f"{measured.seconds / ours.seconds:,.1f}" if both else ""]
        return f"| {' | '.join([*cells, self._answer()])} |"

    def _answer(self) -> str:
        answer = self.measured["argmap"].answer
        if isinstance(answer, list):
            return f"{len(answer):,} extension{'' if len(answer) == 1 else 's'}"
        return {True: "yes", False: "no", None: ""}[answer]


def _rows(programs: dict[str, Path], task: Task, arguments: argparse.Namespace) -> Iterator[Row]:
    tools = [tool for tool in TOOLS if tool != "naive" or task.semantics == "grounded"]
    for size in arguments.sizes:
        framework = SHAPES[task.shape](size)
        file = _FOLDER / "frameworks" / f"{SHAPES[task.shape].__name__}-{size}.apx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(framework, "apx").text, encoding="utf-8")
        measured = {tool: _measured(programs[tool], tool, task, file, arguments) for tool in tools}
        _agree(measured, task, size)
        yield Row(task, len(framework.arguments), len(framework.attacks), measured)
        # What is not done with a framework is not done with one ten times as large either.
        tools = [tool for tool in tools if tool == "argmap" or measured[tool].seconds is not None]


def _measured(program: Path, tool: str, task: Task, file: Path, arguments: argparse.Namespace) -> Measured:
    command = [str(program), str(_WORKER), tool, task.semantics, task.asked, str(file), str(arguments.runs)]
    limit = arguments.seconds * (arguments.runs + 1)
    environment = {**os.environ, "PYTHONPATH": str(_ROOT / "api") if tool == "argmap" else ""}
    try:
        done = subprocess.run(
            [*command, str(arguments.seconds)],
            capture_output=True,
            timeout=limit,
            check=True,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return Measured(None, instead=f"> {arguments.seconds:,} s")
    said = json.loads(done.stdout)
    if said["because"]:
        return Measured(None, instead=said["because"])
    return Measured(said["seconds"], said["answer"])


def _agree(measured: dict[str, Measured], task: Task, size: int) -> None:
    answers = {tool: each.answer for tool, each in measured.items() if each.seconds is not None}
    if any(answer != next(iter(answers.values())) for answer in answers.values()):
        raise SystemExit(f"{task}, {size} arguments: {' and '.join(answers)} answer differently")


def _about() -> str:
    ours = f"argmap {__version__} with clingo {metadata.version('clingo')}"
    cores = f"{os.cpu_count()} cores"
    return f"{ours}, pygarg {others.version('pygarg')}; Python {platform.python_version()}, {cores}\n"
