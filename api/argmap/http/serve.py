"""Listen and answer: the server under the application."""

import gc
import logging
import math
import socket
import sys
from collections.abc import Callable
from functools import partial

import uvicorn

from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.http.app import Application, create_app
from argmap.http.connection import connections
from argmap.http.reloading import Build, Reloading, on_hangup
from argmap.http.sparql_answer import is_a_fault
from argmap.settings import Settings

# How long a thread that works keeps the interpreter from one that is ready: a fiftieth of what is usual. The
# event loop, and quick answers beside slow ones, would wait five milliseconds again and again.
_SWITCH_SECONDS = 0.0001


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def serve(
    graph: ArgumentMap,
    settings: Settings,
    ready: Callable[[str], None] | None = None,
    build: Build | None = None,
    say: Callable[[str], None] = _say,
) -> None:
    """Answer requests about `graph` until the process is told to stop.

    `ready` is called with the root address once requests are taken (port 0 takes any free one). On SIGHUP the
    graph that `build` returns takes the place of the one there is; `say` is told how that goes.
    Raises UsageError when the address cannot be listened on.
    """
    app = create_app(graph, settings)
    gc.collect()
    gc.freeze()  # what answers are made from lives as long as the server: no collection has to look at it
    sys.setswitchinterval(_SWITCH_SECONDS)
    listener = listen(settings)
    reloading = Reloading(build, app.swap, say) if build else None
    where = settings.public_url or address(listener)
    _Server(_configuration(app, settings), reloading, partial(ready or say, where)).run(sockets=[listener])


class _Server(uvicorn.Server):
    """The server, which reloads on SIGHUP and says when it is ready."""

    def __init__(
        self, config: uvicorn.Config, reloading: Reloading | None, ready: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._reloading, self._ready = reloading, ready

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        with on_hangup(self._reloading):
            await super().serve(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


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
    """Return how an application about `graph` is run."""
    return _configuration(create_app(graph, settings), settings)


def _configuration(app: Application, settings: Settings) -> uvicorn.Config:
    logging.getLogger("uvicorn.error").addFilter(is_a_fault)
    return uvicorn.Config(
        app,
        http=connections(settings),
        ws="none",
        lifespan="on",
        # Strangers cannot fill the log with what is wrong in their requests: those are warnings.
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=math.ceil(settings.shutdown_seconds),
    )
