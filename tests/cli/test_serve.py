"""`argmap serve` says how far it has come, where it is, and ends when it is told to."""

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def running(tiny: str) -> Iterator[tuple["subprocess.Popen[str]", list[str]]]:
    """Yield a server of the small article, and what it said until it was ready."""
    command = [sys.executable, "-m", "argmap", "serve", tiny, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        said: list[str] = []
        while server.poll() is None and not (said and "ready" in said[-1]):
            said.append(server.stderr.readline())
        yield server, said
        server.kill()


def test_the_last_line_gives_the_addresses(running: tuple["subprocess.Popen[str]", list[str]]) -> None:
    _, said = running
    addresses = re.findall(r"http://\S+", said[-1])
    assert [address.split("/", 3)[3] for address in addresses] == ["", "api/v1", "sparql", "docs"]
    assert all(urlopen(addresses[number]).status == 200 for number in (0, 2, 3))


def test_ctrl_c_is_a_clean_end(running: tuple["subprocess.Popen[str]", list[str]]) -> None:
    server, said = running
    urlopen(re.findall(r"http://\S+", said[-1])[0]).close()  # it has begun to answer
    server.send_signal(signal.SIGINT)
    assert server.stderr
    assert server.stderr.read() == "argmap: stopped\n"
    assert server.wait() == 0


def test_ctrl_c_does_not_wait_for_a_query_that_never_ends(
    running: tuple["subprocess.Popen[str]", list[str]],
) -> None:
    server, said = running
    sparql = urlsplit(re.findall(r"http://\S+", said[-1])[2])
    endless = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    with closing(HTTPConnection(sparql.netloc)) as asking:
        asking.request("GET", f"{sparql.path}?{urlencode({'query': endless})}")
        with urlopen(re.findall(r"http://\S+", said[-1])[0]) as page:  # the query runs, others are answered
            assert page.status == 200
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == 0


def test_a_taken_port_is_told_before_anything_is_loaded(tiny: str, capsys: Captured) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", tiny, "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"argmap: cannot listen on 127.0.0.1:{port}")
    assert said.count("\n") == 1


def test_a_port_that_is_none_is_wrong_usage(capsys: Captured) -> None:
    assert main(["serve", "--port", "70000"]) == 2
    assert "'70000' is not a whole number from 0 to 65535" in capsys.readouterr().err


def test_bad_data_are_not_served(tiny: str, tmp_path: Path, capsys: Captured) -> None:
    folder = Path(shutil.copytree(tiny, tmp_path / "bad"))
    file = folder / "tiny-2020" / "argument.ttl"
    file.write_text(file.read_text().replace("am:strength am:moderate", "am:strenght am:moderate"))
    assert main(["serve", str(folder), "--port", "0"]) == 1
    said = capsys.readouterr().err
    assert "There is no property named am:strenght." in said
    assert said.splitlines()[-1].startswith("argmap: the data cannot be used: 1 error, ")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("ARGMAP_ACCESS_LOG", "/nowhere/access.jsonl", "cannot be written: No such file or directory"),
        ("ARGMAP_PUBLIC_URL", "https://example.org/api", "/api"),
        ("ARGMAP_TOKEN", "", "is empty"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_at_the_start(
    tiny: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert main(["serve", tiny, "--port", "0"]) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert f"{variable}: " in last
    assert said in last
