"""A route: a path and what answers it, with `OPTIONS` answered for every one."""

import logging
import os
import re
from collections.abc import Callable
from functools import partial
from time import thread_time

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import ArgmapError
from argmap.http import problems
from argmap.http.facts import client, note
from argmap.http.pace import QUICK_SECONDS, Pace
from argmap.http.sparql_answer import unless_gone
from argmap.http.threads import Threads

Endpoint = Callable[[Request], Response]
logger = logging.getLogger(__name__)

# Slow answers have threads of their own, and few, as they get into one another's way (there is one
# interpreter): however many are asked for, quick ones are made beside them.
_CORES = max(2, os.cpu_count() or 2)
_QUICK = Threads(2 * _CORES, alone=_CORES)
_SLOW = Threads(2, alone=1)
# Long pages take longer than others of the same list, which are not to be taken for slow because of them.
_LONG = re.compile(rb"(?:^|&)limit=0*[1-9][0-9]{2}")


def route(path: str, endpoint: Endpoint, *, is_slow: bool = False, threads: Threads | None = None) -> Route:
    """Return the route that answers GET and HEAD on `path` by `endpoint`, and OPTIONS with what is allowed.

    HEAD runs what GET runs: the server below drops the body and keeps the fields (RFC 9110 §9.3.2). Answers
    are made in threads for quick or slow ones, as their time tells (at first `is_slow`), or in `threads`.
    """

    return GetRoute(path, endpoint, is_slow, threads)


class GetRoute(Route):
    """A route whose GET and HEAD are answered by one function."""

    def __init__(self, path: str, get: Endpoint, is_slow: bool, threads: Threads | None) -> None:
        async def answer(request: Request) -> Response:
            if request.method == "OPTIONS":
                return allowed("GET, HEAD, OPTIONS")
            return await self.answered(request)

        super().__init__(path, answer, methods=["GET", "HEAD", "OPTIONS"])
        self._get, self._threads = get, threads
        self._paces = Pace(is_slow), Pace(is_slow)

    async def answered(self, request: Request) -> Response:
        """Return what the function answers, from a thread; who hangs up while it waits is not waited for."""
        pace = self._paces[_LONG.search(request.scope["query_string"]) is not None]
        if self._threads is not None:
            return await _ended(self._threads, request, partial(self._made, pace))
        if not pace.is_slow:
            response = await _ended(_QUICK, request, partial(self._made_if_quick, pace))
            if response is not _MOVES:
                return response
        return await _ended(_SLOW, request, partial(self._made, pace))

    def _made_if_quick(self, pace: Pace, request: Request) -> Response:
        """Return the answer, unless others have shown meanwhile that it takes long."""
        return _MOVES if pace.is_slow else self._made(pace, request)

    def _made(self, pace: Pace, request: Request) -> Response:
        start = thread_time()
        response = answered(self._get, request)
        seconds = thread_time() - start
        if response.status_code < 400 or seconds > QUICK_SECONDS:
            pace.note(seconds)
        return response


# In place of the answer where it is to be made among the slow ones.
_MOVES = Response()


async def _ended(threads: Threads, request: Request, make: Endpoint) -> Response:
    """Return what is made in one of these threads, when it is the turn of the client who asked."""
    job = threads.begin(client(request.scope), make, request)
    if not job.waits:
        return await threads.end(job)
    response = await unless_gone(request.receive, threads.end(job))
    if response is not None:
        return response
    note(request.scope, outcome="gone")
    return Response(status_code=204)  # which nobody reads


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
