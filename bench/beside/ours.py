"""argmap about a graph in N-Quads: `python -m bench.beside.ours FILE [--inside | --bare]`, at ARGMAP_PORT.

The application is the one that `argmap serve` runs; only the graph is taken as it is, not checked or derived.
With `--inside` it answers queries inside the server instead of in workers. With `--bare` there is nothing but
one route that asks the store: no check, no negotiation, no limit.
"""

import argparse
from pathlib import Path

import uvicorn
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.catalogue.catalogue import load
from argmap.formats import context
from argmap.graph.argument_map import ArgumentMap
from argmap.http.serve import serve
from argmap.settings import Settings
from argmap.shipped import folder
from argmap.store.contract import Store
from argmap.store.embedded import EmbeddedStore
from bench.beside import inside


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.beside.ours", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--inside", action="store_true")
    parser.add_argument("--bare", action="store_true")
    arguments = parser.parse_args()
    settings = Settings.from_environment()
    if arguments.bare:
        uvicorn.run(bare(_store(arguments.file)), port=settings.port, log_level="warning", access_log=False)
    else:
        if arguments.inside:
            inside.put_in()
        serve(_graph(arguments.file), settings)


def bare(store: Store) -> Starlette:
    """Return an application whose one route answers `?query=` in JSON or N-Triples, on the event loop."""

    async def answer(request: Request) -> Response:
        found = store.query(request.query_params["query"])
        if isinstance(found, QuerySolutions | QueryBoolean):
            table = found.serialize(format=QueryResultsFormat.JSON)
            return Response(table, media_type=QueryResultsFormat.JSON.media_type)
        return Response(
            found.serialize(format=RdfFormat.N_TRIPLES), media_type=RdfFormat.N_TRIPLES.media_type
        )

    return Starlette(routes=[Route("/sparql", answer)])


def _store(file: Path) -> EmbeddedStore:
    with file.open("rb") as source:
        return EmbeddedStore.load(source)


def _graph(file: Path) -> ArgumentMap:
    terms = context.load(folder("ontology") / "context.jsonld")
    return ArgumentMap(load(folder("queries")), _store(file), terms, digest=file.stem)


if __name__ == "__main__":
    main()
