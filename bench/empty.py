"""Servers to compare with: `python -m bench.empty asgi|starlette|fastapi|store PORT`.

The first three do nothing. `store` has a Starlette route that makes the bare call of the store for whatever
`bench.answers` asks, in a thread, as whoever asks a store from a server must, and answers nothing of what it
found.
"""

import gc
import itertools
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.graph.build import build


async def _asgi(scope: Any, receive: Any, send: Any) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"2")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


async def _ok(request: Request) -> Response:
    return Response(b"ok", media_type="text/plain")


def _fastapi() -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.get("/")
    async def empty() -> dict[str, str]:
        return {}

    return app


def _store() -> Starlette:
    from bench.answers import by_name, store_call  # only now: it starts this file

    graph = build(check=False)

    asked = itertools.chain.from_iterable(by_name(graph).values())
    calls = {question.path: store_call(graph, question) for question in asked}

    async def ask(request: Request) -> Response:
        query = request.scope["query_string"].decode()
        await run_in_threadpool(calls[request.scope["path"] + ("?" + query if query else "")])
        return await _ok(request)

    gc.collect()
    gc.freeze()  # as our server does
    return Starlette(routes=[Route("/{path:path}", ask)])


APPS: dict[str, Callable[[], Any]] = {
    "asgi": lambda: _asgi,
    "starlette": lambda: Starlette(routes=[Route("/", _ok)]),
    "fastapi": _fastapi,
    "store": _store,
}


def main() -> None:
    name, port = sys.argv[1:]
    uvicorn.run(APPS[name](), port=int(port), lifespan="off", log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
