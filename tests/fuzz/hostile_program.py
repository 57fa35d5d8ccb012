"""Asks hostile queries of a map and prints what Python opened meanwhile."""

import os
import sys
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build

# Two paths that are looked at before and after mark the time for who watches the kernel.
FIRST_MARK, LAST_MARK = "/hostile-queries-begin", "/hostile-queries-end"
WATCHED = ("open", "socket.", "os.", "subprocess.", "urllib.", "http.", "shutil.", "import")
ALLOWED = ("os.putenv",)


def queries(url: str, file: str) -> list[str]:
    """Return texts that would call `url` and read `file`."""
    return [
        f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        f"PREFIX e: <http://e/> SELECT * {{ ?s ?p e:a.b.SERVICE<{url}>{{}} }}",
        f"SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        f"SELECT * FROM <file://{file}> {{ ?s ?p ?o }}",
        f"SELECT * FROM NAMED <file://{file}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        f"SELECT * {{ GRAPH <file://{file}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ GRAPH <{url}> {{ ?s ?p ?o }} }}",
        f"DESCRIBE <file://{file}> <{url}>",
        f"CONSTRUCT {{ ?s ?p ?o }} FROM <{url}> WHERE {{ ?s ?p ?o }}",
        f"BASE <{url}> PREFIX e: <file://{file}> SELECT * {{ <a> e:b ?o }}",
        f"LOAD <{url}>",
        f"LOAD <file://{file}> INTO GRAPH <http://g/>",
        f"SELECT (<{url}>(1) AS ?x) {{}}",
        "SELEC ?x {}",
    ]


def ask(graph: ArgumentMap, url: str, file: str) -> None:
    """Ask all of them, and with each graph named beside the text too."""
    for text in queries(url, file):
        for graphs in (None, [url], [f"file://{file}"]):
            _asked(graph, text, graphs)
    _asked(graph, "SELECT * { ?s ?p ?o } LIMIT 3", None)


def _asked(graph: ArgumentMap, text: str, graphs: list[str] | None) -> None:
    try:
        result = graph.sparql(text, graphs, None)
        result.write(result.formats[0])
    except (ArgmapError, RuntimeError):
        return


def main(folder: str, url: str, file: str) -> None:
    """Build the map, ask once to have all imports behind, then watch."""
    graph = build([Path(folder)], check=False)
    ask(graph, url, file)
    seen: list[str] = []
    watching = True
    sys.addaudithook(lambda event, given: seen.append(f"{event} {given}") if watching else None)
    _mark(FIRST_MARK)
    ask(graph, url, file)
    _mark(LAST_MARK)
    watching = False
    print(*[event for event in seen if event.startswith(WATCHED) and not event.startswith(ALLOWED)], sep="\n")


def _mark(path: str) -> None:
    os.path.exists(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
