"""A route: a path and what answers it, with `OPTIONS` answered for every one."""

import logging
import os
from collections.abc import Callable
from time import thread_time

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import ArgmapError
from argmap.http import problems
from argmap.http.facts import client, note
from argmap.http.pace import Pace
from argmap.http.sparql_answer import unless_gone
from argmap.http.threads import Threads

Endpoint = Callable[[Request], Response]
logger = logging.getLogger(__name__)

# Slow answers have threads of their own, and few, as they get into one another's way (there is one
# interpreter): however many are asked for, quick ones are made beside them.
_CORES = max(2, os.cpu_count() or 2)
_QUICK = Threads(2 * _CORES, alone=_CORES)
_SLOW = Threads(2, alone=1)


def route(path: str, endpoint: Endpoint) -> Route:
    """Return the route that answers GET and HEAD on `path` by `endpoint`, and OPTIONS with what is allowed.

    HEAD runs what GET runs: the server below drops the body and keeps the fields (RFC 9110 §9.3.2).
    """

    return GetRoute(path, endpoint)


class GetRoute(Route):
    """A route whose GET and HEAD are answered by one function."""

    def __init__(self, path: str, get: Endpoint) -> None:
        async def answer(request: Request) -> Response:
            if request.method == "OPTIONS":
                return allowed("GET, HEAD, OPTIONS")
            return await self.answered(request)

        super().__init__(path, answer, methods=["GET", "HEAD", "OPTIONS"])
        self._get, self._pace = get, Pace()

    async def answered(self, request: Request) -> Response:
        """Return what the function answers, from a thread; a client who hangs up is not waited for."""
        asked_by = client(request.scope)
        if not self._pace.is_slow:
            return await _QUICK.run(asked_by, self._made, request)
        response = await unless_gone(request.receive, _SLOW.run(asked_by, self._made, request))
        if response is not None:
            return response
        note(request.scope, outcome="gone")
        return Response(status_code=204)  # which nobody reads

    def _made(self, request: Request) -> Response:
        start = thread_time()
        try:
            return answered(self._get, request)
        finally:
            self._pace.note(thread_time() - start)


def allowed(methods: str) -> Response:
    """Return the answer to OPTIONS (RFC 9110 §9.3.7)."""
    return Response(status_code=204, headers={"Allow": methods})


def answered(endpoint: Endpoint, request: Request) -> Response:
    """Return what `endpoint` answers; errors become answers.

    That is done in the thread that meets them. What they hold on to (the frames, and a result of the engine
    in them) may be let go only by the thread that made it: pyoxigraph's results cannot be sent to another.
    """
    try:
        return endpoint(request)
    except (ArgmapError, HTTPException) as error:
        return problems.answer(request, error)
    except Exception as error:
        logger.exception("%s %s failed", request.method, request.url.path)
        return problems.answer(request, error)
