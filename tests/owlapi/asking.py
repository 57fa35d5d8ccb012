"""Asking the OWL API and the reasoners on it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat, Triple, parse
from tests.owlapi.install import PLACE

_PROGRAM = Path(__file__).with_name("java.py")
_SECONDS = 300


def ask(*tasks: Sequence[object]) -> list[Any]:
    """Return the answer to each task (see `java.TASKS`); all are done by one Java machine."""
    if not PLACE.is_dir():
        refuse = pytest.fail if os.environ.get("ARGMAP_REQUIRE_JAVA") == "1" else pytest.skip
        refuse("the OWL API is not installed: python -m tests.owlapi.install installs it")
    done = subprocess.run(
        [sys.executable, str(_PROGRAM)],
        env=os.environ | {"PYTHONPATH": str(PLACE)},
        input=json.dumps(tasks),
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def merged(paths: Iterable[Path]) -> set[Triple]:
    """Return what Turtle files say together; the nameless nodes of each are its own."""
    read = (parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True) for path in paths)
    return {quad.triple for quads in read for quad in quads}


def written(triples: Iterable[Triple], place: Path) -> str:
    """Write triples for the Java side to read; return the name of the file."""
    place.write_bytes(pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return str(place)
