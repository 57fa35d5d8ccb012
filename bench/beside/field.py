"""All servers about one graph, and the tables of how they answer."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from urllib.parse import quote

from bench import grown
from bench.beside import others
from bench.beside.alike import require_alike, require_same_things
from bench.beside.load import Target, latency, rates
from bench.beside.questions import QUESTIONS, Listing, Question, listings
from bench.beside.server import Server, free_port, running

# A latency is the median of so many single requests, or of those that fit into so many seconds.
_REQUESTS, _LATENCY_SECONDS = 50, 1.0
_ROOT = Path(__file__).parents[2]
_JSON = "application/json"


class Field:
    """The servers about one graph, which run until `stack` is left.

    With no `rounds`, only the time of single requests is measured, otherwise also the rate under load.
    """

    def __init__(
        self,
        programs: Mapping[str, Path],
        files: grown.Files,
        folder: Path,
        stack: ExitStack,
        rounds: int,
        seconds: int,
    ) -> None:
        self._programs, self._files, self._folder, self._stack = programs, files, folder, stack
        self._rounds, self._seconds = rounds, seconds
        self._starts: dict[str, float] = {}
        self._argmap = self._started(_argmap("argmap", files))
        self._oxigraph = self._started(others.oxigraph(programs["oxigraph"], files.triples))

    def sparql(self) -> str:
        """Return a table of the SPARQL endpoints."""
        programs, triples = self._programs["rdflib-endpoint"], self._files.triples
        servers = [
            self._argmap,
            self._started(_argmap("argmap, no workers", self._files, "--inside")),
            self._started(_argmap("bare route", self._files, "--bare")),
            self._oxigraph,
            self._started(others.rdflib_endpoint(programs, triples)),
        ]
        rows = [
            self._row(require_alike, [_asking(server, question) for server in servers])
            for question in QUESTIONS
        ]
        starts = ["answers after", *(f"{self._starts[server.name]:.1f} s" for server in servers)]
        title = f"SPARQL, {self._files.count():,} triples"
        return _table([title, *(server.name for server in servers)], [*rows, starts])

    def rest(self) -> str:
        """Return a table of the servers that answer lists over REST; the others ask the oxigraph server."""
        endpoint, lists = f"http://127.0.0.1:{self._oxigraph.port}{self._oxigraph.endpoint}", listings()
        ramose = partial(others.ramose, self._programs["ramose"], endpoint=endpoint, listings=lists)
        grlc = others.grlc(self._programs["grlc"], self._folder / "grlc", endpoint, lists)
        anew = _argmap("argmap, nothing kept", self._files, ARGMAP_ANSWERS_MEGABYTES="0")
        servers: list[tuple[Server, Callable[[Listing], str]]] = [
            (self._argmap, _argmap_path),
            (self._started(anew), _argmap_path),
            (self._started(ramose(folder=self._folder / "ramose")), others.ramose_path),
            (self._started(ramose(folder=self._folder / "ramose-anew", cached=False)), others.ramose_path),
            (self._started(grlc), others.grlc_path),
        ]
        rows = [
            self._row(require_same_things, [_getting(server, path, each) for server, path in servers])
            for each in lists
        ]
        title = f"REST, {self._files.count():,} triples"
        return _table([title, *(server.name for server, _ in servers)], rows)

    def _started(self, server: Server) -> Server:
        print(f"  starting {server.name}", file=sys.stderr)
        self._starts[server.name] = self._stack.enter_context(running(server, self._folder / "logs"))
        return server

    def _row(self, agree: Callable[[Sequence[Target]], int], targets: Sequence[Target]) -> list[str]:
        print(f"  {targets[0].question}", file=sys.stderr)
        size = agree(targets)
        times = [f"{1000 * latency(target, _REQUESTS, _LATENCY_SECONDS):,.2f} ms" for target in targets]
        if self._rounds:
            found = rates(targets, self._rounds, self._seconds)
            times = [f"{found[target]:,.0f}/s · {time}" for target, time in zip(targets, times, strict=True)]
        return [f"{targets[0].question} ({size:,})", *times]


def _argmap(name: str, files: grown.Files, *options: str, **environment: str) -> Server:
    port = free_port()
    command = [sys.executable, "-m", "bench.beside.ours", str(files.quads), *options]
    return Server(name, port, command, {"ARGMAP_PORT": str(port), **environment}, _ROOT)


def _argmap_path(listing: Listing) -> str:
    return f"/api/v1{listing.address}"


def _asking(server: Server, question: Question) -> Target:
    path = f"{server.endpoint}?query={quote(question.text, safe='')}"
    return Target(server.name, question.name, server.port, path, question.accept)


def _getting(server: Server, path: Callable[[Listing], str], listing: Listing) -> Target:
    return Target(server.name, listing.name, server.port, path(listing), _JSON)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    ruler = ["---", *("---:" for _ in head[1:])]
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, ruler, *rows])
