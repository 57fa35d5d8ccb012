"""Listen and answer: the server under the application."""

import socket
from collections.abc import Callable

import uvicorn

from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.http.app import create_app
from argmap.settings import Settings


def serve(graph: ArgumentMap, settings: Settings, ready: Callable[[str], None] | None = None) -> None:
    """Answer requests about `graph` until the process is told to stop.

    `ready` is called with the root address once requests are taken (port 0 takes any free one).
    Raises UsageError when the address cannot be listened on.
    """
    listener = listen(settings)
    server = uvicorn.Server(configure(graph, settings))
    if ready is not None:
        ready(settings.public_url or address(listener))
    server.run(sockets=[listener])


def listen(settings: Settings) -> socket.socket:
    """Return a socket that takes connections at the host and port of `settings`."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        place = f"{settings.host}:{settings.port}"
        raise UsageError(f"cannot listen on {place}: {error}. Choose another by --host or --port.") from error


def address(listener: socket.socket) -> str:
    """Return the root address of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def configure(graph: ArgumentMap, settings: Settings) -> uvicorn.Config:
    """Return how the application is run: quietly, and trusting no forwarded field (see `public_url`)."""
    return uvicorn.Config(
        create_app(graph, settings),
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        # Whoever stops the server does not wait for a query that nobody can interrupt.
        timeout_graceful_shutdown=3,
    )
