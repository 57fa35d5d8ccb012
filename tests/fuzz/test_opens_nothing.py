"""No query opens a socket or a file: watched in Python, at a door, at a pipe and in the kernel."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.fuzz import hostile_program
from tests.fuzz.engine import Door

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, hostile_program.__file__]
TINY = str(ROOT / "tests" / "fixtures" / "tiny")
SERVICE = "import pyoxigraph, sys; pyoxigraph.Store().query('ASK {{ SERVICE SILENT <{}> {{ ?s ?p ?o }} }}')"


@pytest.fixture
def door() -> Iterator[Door]:
    door = Door()
    yield door
    door.close()


class Pipe:
    """A named pipe that knows whether anybody opened it to read: only then can it be opened to write."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self.opened = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        os.close(os.open(self.path, os.O_WRONLY))
        self.opened.set()


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Pipe]:
    pipe = Pipe(tmp_path / "pipe.ttl")
    yield pipe
    if not pipe.opened.is_set():
        os.close(os.open(pipe.path, os.O_RDONLY | os.O_NONBLOCK))  # lets the thread go


def _run(*command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'api'}"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_neither_python_nor_the_engine_opens_anything(door: Door, pipe: Pipe) -> None:
    assert _run(*PROGRAM, TINY, door.url, str(pipe.path)).strip() == ""
    assert door.knocks == 0
    assert not pipe.opened.is_set()


def _strace() -> str | None:
    found = shutil.which("strace")
    works = found and subprocess.run([found, "true"], capture_output=True, check=False).returncode == 0
    return found if works else None


STRACE = _strace()
traced = pytest.mark.skipif(STRACE is None, reason="no strace that may trace: the kernel was not watched")


def _calls(log: Path, *command: str) -> list[str]:
    """Return the calls of the kernel that open files and sockets, and those that look at files."""
    _run(str(STRACE), "-f", "-qq", "-e", "trace=network,%file", "-o", str(log), *command)
    return log.read_text().splitlines()


@traced
def test_the_kernel_is_asked_for_nothing(door: Door, tmp_path: Path) -> None:
    calls = _calls(tmp_path / "log", *PROGRAM, TINY, door.url, "/etc/passwd")
    marks = [n for n, call in enumerate(calls) if re.search("/hostile-queries-(begin|end)", call)]
    assert len(marks) == 2
    assert calls[marks[0] + 1 : marks[1]] == []


@traced
def test_a_call_would_be_seen_by_the_kernel(door: Door, tmp_path: Path) -> None:
    calls = _calls(tmp_path / "log", sys.executable, "-c", SERVICE.format(door.url))
    assert any("connect(" in call for call in calls)
    assert door.knocks == 1


def test_a_call_would_be_seen_at_the_door(door: Door) -> None:
    _run(sys.executable, "-c", SERVICE.format(door.url))
    assert door.knocks == 1


def test_a_reader_would_be_seen_at_the_pipe(pipe: Pipe) -> None:
    os.close(os.open(pipe.path, os.O_RDONLY))
    assert pipe.opened.wait(5)


JSON_LD = '{{"@context": "{url}context.jsonld", "@id": "{url}a", "p": {{"@import": "{url}b"}}}}'
RDF_XML = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF SYSTEM "{url}rdf.dtd" [<!ENTITY passwd SYSTEM "file://{file}">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:am="https://w3id.org/argmap/ontology#">
  <rdf:Description rdf:about="{url}a"><am:text>&passwd;</am:text></rdf:Description>
</rdf:RDF>
"""
TURTLE = """@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://w3id.org/argmap/id/tiny-2020> owl:imports <{url}imported>, <file://{file}> ; am:nonsense 1 .
"""


def test_checking_data_reads_turtle_alone_and_follows_no_link(door: Door, pipe: Pipe, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "data"))
    foreign = {"foreign.jsonld": JSON_LD, "foreign.rdf": RDF_XML, "imports.ttl": TURTLE}
    for name, text in foreign.items():
        (folder / "tiny-2020" / name).write_text(text.format(url=door.url, file=pipe.path))
    program = "import sys; from argmap.cli.main import main; main(['check', sys.argv[1]])"
    said = _run(sys.executable, "-c", program, str(folder))
    assert "foreign" not in said
    assert "imports.ttl\n  line 3: error" in said  # it was read
    assert door.knocks == 0
    assert not pipe.opened.is_set()


@pytest.mark.parametrize(
    ("media_type", "body"), [("application/ld+json", JSON_LD), ("application/rdf+xml", RDF_XML)]
)
@pytest.mark.parametrize("path", ["/sparql", "/api/v1/claims", "/id/tiny-2020", "/context.jsonld"])
def test_the_server_takes_no_data(root: str, door: Door, path: str, media_type: str, body: str) -> None:
    sent = body.format(url=door.url, file="/etc/passwd")
    answer = httpx.post(root + path, content=sent, headers={"Content-Type": media_type})
    assert answer.status_code in (405, 415)
    assert door.knocks == 0
