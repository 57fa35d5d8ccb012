"""Servers that do nothing, to compare with: `python -m bench.empty asgi|starlette|fastapi PORT`."""

import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


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


APPS: dict[str, Callable[[], Any]] = {
    "asgi": lambda: _asgi,
    "starlette": lambda: Starlette(routes=[Route("/", _ok)]),
    "fastapi": _fastapi,
}


def main() -> None:
    name, port = sys.argv[1:]
    uvicorn.run(APPS[name](), port=int(port), lifespan="off", log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
