"""A route: a path and what answers it, with `OPTIONS` answered for every one."""

import logging
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import ArgmapError
from argmap.http import problems
from argmap.http.threads import Threads

Endpoint = Callable[[Request], Response]
logger = logging.getLogger(__name__)

# More than processors, as slow answers are not to hold up quick ones.
_THREADS = Threads(40)


def route(path: str, endpoint: Endpoint) -> Route:
    """Return the route that answers GET and HEAD on `path` by `endpoint`, and OPTIONS with what is allowed.

    HEAD runs what GET runs: the server below drops the body and keeps the fields (RFC 9110 §9.3.2).
    """

    return GetRoute(path, endpoint)


class GetRoute(Route):
    """A route whose GET and HEAD are answered by one function, `get`."""

    def __init__(self, path: str, get: Endpoint) -> None:
        async def answer(request: Request) -> Response:
            if request.method == "OPTIONS":
                return allowed("GET, HEAD, OPTIONS")
            return await in_thread(get, request)

        super().__init__(path, answer, methods=["GET", "HEAD", "OPTIONS"])
        self.get = get


def allowed(methods: str) -> Response:
    """Return the answer to OPTIONS (RFC 9110 §9.3.7)."""
    return Response(status_code=204, headers={"Allow": methods})


async def in_thread(endpoint: Endpoint, request: Request) -> Response:
    """Return what `endpoint` answers, from a worker thread: a slow query does not stop the event loop.

    Errors become answers in that thread too. What they hold on to (the frames, and a result of the engine in
    them) may be let go only by the thread that made it: pyoxigraph's results cannot be sent to another.
    """
    return await _THREADS.run(_answered, endpoint, request)


def _answered(endpoint: Endpoint, request: Request) -> Response:
    try:
        return endpoint(request)
    except (ArgmapError, HTTPException) as error:
        return problems.answer(request, error)
    except Exception as error:
        logger.exception("%s %s failed", request.method, request.url.path)
        return problems.answer(request, error)
