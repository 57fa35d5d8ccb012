"""A real server on a free port of this machine, for tests that ask from outside."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from argmap.graph.argument_map import ArgumentMap
from argmap.http.serve import address, configure, listen
from argmap.settings import Settings


@contextmanager
def running(graph: ArgumentMap, settings: Settings | None = None) -> Iterator[str]:
    """Serve `graph` while the block runs, on a free port by default; gives the root address."""
    settings = settings or Settings(port=0)
    listener = listen(settings)
    server = uvicorn.Server(configure(graph, settings))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield address(listener)
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()
