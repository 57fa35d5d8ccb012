"""Past the framework, answers are those of the framework."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send
from tests.http.asgi import ask

from argmap.errors import NotFound
from argmap.http.routed import Routed
from argmap.http.routing import route
from argmap.http.straight import Straight


def _told(request: Request) -> Response:
    return PlainTextResponse(repr(sorted(request.path_params.items())))


def _missing(request: Request) -> Response:
    raise NotFound("x")


async def _own(request: Request) -> Response:
    return PlainTextResponse("own")


ROUTES: list[BaseRoute] = [
    route("/claims", _told),
    route("/claims/first", _missing),
    Route("/claims/own", _own),
    route("/claims/{article}/{slug}", _told),
    route("/claims/{slug}", _told),
    Route("/posted/{name}", _own, methods=["POST"]),
    route("/posted/{slug}", _told),
    route("/id/{thing:path}", _told),
]
FRAMEWORK = Routed(FastAPI(routes=ROUTES, redirect_slashes=False), ROUTES)
PATHS = ["/claims", "/claims/", "/claims/first", "/claims/own", "/claims/a", "/claims/a/b", "/claims/a/b/c"]
PATHS += ["/posted/a", "/id/", "/id/a/b", "/id", "/nowhere", "/", "/claims/é", "/claims/a%2Fb", "/claims/a\n"]


def test_every_path_and_method_is_answered_as_by_the_framework() -> None:
    app = Straight(FRAMEWORK, ROUTES)
    for path in PATHS:
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            found, expected = ask(app, path, method=method), ask(FRAMEWORK, path, method=method)
            assert (found.status, found.body, found.facts) == (expected.status, expected.body, expected.facts)


def test_only_what_is_not_for_a_plain_function_gets_to_the_framework() -> None:
    asked: list[str] = []

    async def framework(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope["path"])
        await FRAMEWORK(scope, receive, send)

    for path in PATHS:
        ask(Straight(framework, ROUTES), path)
    assert asked == ["/claims/", "/claims/own", "/claims/a/b/c", "/id", "/nowhere", "/"]
