"""SIGHUP: new data take the place of the old without a failed request."""

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest


class Served:
    """A server about a copy of the tiny article, and what it has said."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "tiny-2020" / "article.ttl"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "serve", str(folder), "--port", "0"],
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._listening = Thread(target=self._listen)
        self._listening.start()
        self.root = re.findall(r"http://\S+", self.until("ready"))[0].rstrip("/")

    def _listen(self) -> None:
        assert self._process.stderr
        with self._process.stderr as stream:
            for line in stream:
                self.said.append(line)

    def until(self, word: str, count: int = 1) -> str:
        """Wait until a line with the word was said so many times, and return it."""
        return _soon(lambda: [line for line in list(self.said) if word in line][count - 1 :])[0]

    def retitle(self, old: str, new: str) -> None:
        self.file.write_text(self.file.read_text().replace(old, new))

    def hang_up(self) -> None:
        self._process.send_signal(signal.SIGHUP)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listening.join()


def _soon(found: Callable[[], list[str]]) -> list[str]:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if lines := found():
            return lines
        time.sleep(0.02)
    raise AssertionError("it did not happen")


@pytest.fixture
def served(tiny: str, tmp_path: Path) -> Iterator[Served]:
    server = Served(Path(shutil.copytree(tiny, tmp_path / "data")))
    yield server
    server.stop()


def _title(root: str) -> str:
    query = "PREFIX am: <https://w3id.org/argmap/ontology#> SELECT ?t { ?a a am:Article ; am:title ?t }"
    return str(
        httpx.get(f"{root}/sparql", params={"query": query}).json()["results"]["bindings"][0]["t"]["value"]
    )


def test_new_data_are_served_without_a_failed_request(served: Served) -> None:
    statuses: set[int] = set()
    over = Event()

    def ask_on() -> None:
        with httpx.Client(base_url=served.root, timeout=30) as client:
            while not over.is_set():
                statuses.add(client.get("/api/v1/articles").status_code)
                statuses.add(client.get("/sparql", params={"query": "ASK {}"}).status_code)

    asking = Thread(target=ask_on)
    asking.start()
    served.retitle("Why Build the Bridge", "Why Build Another Bridge")
    served.hang_up()
    served.until("reloaded")
    over.set()
    asking.join()
    assert statuses == {200}
    assert _title(served.root) == "Why Build Another Bridge"
    assert (
        httpx.get(f"{served.root}/api/v1/articles").json()["items"][0]["title"] == "Why Build Another Bridge"
    )


def test_data_that_cannot_be_used_change_nothing(served: Served) -> None:
    served.file.write_text("this is no Turtle")
    served.hang_up()
    said = served.until("the data cannot be used, so the old are kept")
    assert "article.ttl:1:" in said
    assert _title(served.root) == "Why Build the Bridge"


def test_it_reloads_as_often_as_it_is_told(served: Served) -> None:
    for number in range(1, 4):
        served.retitle("Build the Bridge", "Not Build the Bridge")
        served.hang_up()
        served.until("reloaded", number)
    assert _title(served.root) == "Why Not Not Not Build the Bridge"
