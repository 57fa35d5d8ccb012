"""The servers that others wrote: how each is installed, and started on a graph or in front of an endpoint.

Each has a virtual environment of its own, as they ask for different versions of the same libraries.
"""

import http.client
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import yaml

from bench.beside.questions import PARAMETER, Listing
from bench.beside.server import Server, free_port

_REQUIREMENTS = Path(__file__).parent / "requirements"
NAMES = ("rdflib-endpoint", "oxigraph", "ramose", "grlc")


def version(name: str) -> str:
    """Return the version of a server that is pinned."""
    found = re.search(rf"^{name}==(\S+)", _requirements(name).read_text(), re.MULTILINE)
    if not found:
        raise ValueError(f"{name} is not pinned in {_requirements(name)}")
    return found[1]


def installed(name: str, folder: Path) -> Path:
    """Return the programs of a server's environment below `folder`, which is made if it is not there."""
    pinned = _requirements(name)
    place = folder / f"{name}-{sha256(pinned.read_bytes()).hexdigest()[:12]}"
    programs, ready = place / "bin", place / ".ready"
    if not ready.exists():
        print(f"installing {name}", file=sys.stderr)
        venv.create(place, clear=True, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]
        subprocess.run([str(programs / "python"), *install, str(pinned)], check=True)
        ready.touch()
    return programs


def _requirements(name: str) -> Path:
    return _REQUIREMENTS / f"{name}.txt"


def rdflib_endpoint(programs: Path, triples: Path) -> Server:
    """Return rdflib-endpoint, with rdflib's own store, which its command serves by default."""
    port = free_port()
    command = [
        str(programs / "rdflib-endpoint"),
        "serve",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        str(triples),
    ]
    return Server("rdflib-endpoint", port, command, endpoint="/")


def oxigraph(programs: Path, triples: Path) -> Server:
    """Return the oxigraph server, which holds the graph in memory, as all the others do."""
    port = free_port()
    command = [str(programs / "oxigraph"), "serve", "--bind", f"127.0.0.1:{port}"]
    return Server("oxigraph server", port, command, endpoint="/query", load=partial(_send, triples))


def _send(triples: Path, port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    with triples.open("rb") as body:
        fields = {"Content-Type": "application/n-triples", "Content-Length": str(triples.stat().st_size)}
        connection.request("POST", "/store?default", body, fields)
        answer = connection.getresponse()
        if answer.status >= 300:
            raise RuntimeError(f"oxigraph did not take the graph: {answer.status} {answer.read().decode()}")


def ramose(
    programs: Path, folder: Path, endpoint: str, listings: Sequence[Listing], *, cached: bool = True
) -> Server:
    """Return RAMOSE with its own web server; its specification and its cache are written below `folder`."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(".cache/*"):
        old.unlink()
    (folder / "lists.yaml").write_text(
        yaml.safe_dump(_specification(port, endpoint, listings), sort_keys=False)
    )
    command = [str(programs / "python"), "-m", "ramose", "-s", "lists.yaml", "-w", f"127.0.0.1:{port}"]
    if cached:
        return Server("RAMOSE", port, command, folder=folder)
    return Server("RAMOSE, no cache", port, [*command, "--no-cache"], folder=folder)


def _specification(port: int, endpoint: str, listings: Sequence[Listing]) -> list[dict[str, str]]:
    about = {
        "url": "/lists",
        "type": "api",
        "base": f"http://127.0.0.1:{port}",
        "method": "get",
        "endpoint": endpoint,
        "title": "Lists",
        "description": "Lists of an argument map",
        "version": "1.0.0",
        "license": "CC0",
        "contacts": "nobody",
    }
    return [about, *map(_operation, listings)]


def _operation(listing: Listing) -> dict[str, str]:
    hole = {listing.parameter: "int([0-9]+)"} if listing.parameter else {}
    return {
        "url": f"/{plain(listing)}" + (f"/{{{listing.parameter}}}" if listing.parameter else ""),
        "type": "operation",
        **hole,
        "method": "get",
        "description": listing.name,
        "call": f"/{plain(listing)}" + (f"/{listing.value}" if listing.parameter else ""),
        "field_type": "str(id)",
        "output_json": "[]",
        "sparql": listing.query.replace(PARAMETER, f"[[{listing.parameter}]]"),
    }


def ramose_path(listing: Listing) -> str:
    return f"/lists/{plain(listing)}" + (f"/{listing.value}" if listing.parameter else "")


def grlc(programs: Path, folder: Path, endpoint: str, listings: Sequence[Listing]) -> Server:
    """Return grlc on a folder of query files.

    gunicorn starts it as grlc's own command does, but here with one process, and on one address only.
    """
    port = free_port()
    queries = folder / "queries"
    queries.mkdir(parents=True, exist_ok=True)
    defaults = f"server_name = 127.0.0.1:{port}\nsparql_endpoint = {endpoint}\nuser = none\npassword = none\n"
    (folder / "config.ini").write_text(f"[local]\nlocal_sparql_dir = {queries}\n[defaults]\n{defaults}")
    for listing in listings:
        text = listing.query.replace(PARAMETER, f"?_{listing.parameter}_number")
        (queries / f"{plain(listing)}.rq").write_text(f"#+ summary: {listing.name}\n\n{text}\n")
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--no-control-socket"]
    command = [str(programs / "gunicorn"), *options, "grlc.server:app"]
    return Server("grlc", port, command, folder=folder)


def grlc_path(listing: Listing) -> str:
    query = f"?{listing.parameter}={listing.value}" if listing.parameter else ""
    return f"/api-local/{plain(listing)}{query}"


def plain(listing: Listing) -> str:
    """Return the name of a listing as it may stand in an address."""
    return listing.name.replace(" ", "-")
