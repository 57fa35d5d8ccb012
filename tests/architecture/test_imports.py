"""Imports point down: who may know whom."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import argmap

PACKAGE = Path(argmap.__file__).parent
FLOORS = [
    {"errors"},
    {"shipped", "settings", "vocabulary", "sparql_tokens", "content_coding"},
    {"model"},
    {"catalogue", "store", "formats", "reasoning"},
    {"graph"},
    {"http", "cli"},
    {"__main__", "__init__"},
]
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# One door may open the other: `argmap serve` starts the server.
DOORS = {("cli.serve", "http")}


def _imported(file: Path) -> set[str]:
    """Return the rooms of argmap that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "argmap":
            found |= {f"argmap.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {name.split(".")[1] for name in found if name.startswith("argmap.")} - {"__version__"}


def _files() -> list[Path]:
    return sorted(file for file in PACKAGE.rglob("*.py") if "_shipped" not in file.parts)


def _module(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts)


@pytest.mark.parametrize("file", _files(), ids=_module)
def test_a_file_imports_only_from_its_own_room_and_from_floors_below(file: Path) -> None:
    module = _module(file)
    room = module.split(".")[0]
    allowed = {below for below, floor in FLOOR_OF.items() if floor < FLOOR_OF.get(room, 0)} | {room}
    opened = {other for name, other in DOORS if name == module}
    # Files of the two lowest floors are their own rooms, and may use one another.
    beside = {other for other in FLOORS[1] if room in FLOORS[1]}
    assert _imported(file) <= allowed | opened | beside


def test_every_room_has_a_floor() -> None:
    rooms = {_module(file).split(".")[0] for file in _files()} - {"__init__"}
    assert rooms <= FLOOR_OF.keys()


def test_building_and_asking_imports_no_slow_library() -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from argmap.graph.build import build\n"
        "graph = build([Path('tests/fixtures/tiny')], check=False)\n"
        "graph.answer('things/describe', {'thing': 'tiny-2020/claim/bridge-saves-time'}).json('/c')\n"
        "graph.sparql('ASK {}')\n"
        "print(*sorted({'rdflib', 'pyshacl', 'owlready2'} & sys.modules.keys()))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_the_doors_import_no_slow_library() -> None:
    program = (
        "import sys, argmap.cli.main, argmap.http.app\n"
        "print(*sorted({'rdflib', 'pyshacl', 'owlready2'} & sys.modules.keys()))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
