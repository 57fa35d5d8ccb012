from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from tests.http.asgi import ask

from argmap.http.routed import Routed
from argmap.http.routing import route


def _empty(request: Request) -> Response:
    return Response()


ROUTES: list[BaseRoute] = [route("/id/{thing:path}", _empty), route("/id", _empty)]
APP = Routed(FastAPI(routes=ROUTES, redirect_slashes=False), ROUTES)


def test_an_answer_is_known_by_the_template_of_its_route() -> None:
    assert ask(APP, "/id/kuperman-1996/claim/x").facts["route"] == "/id/{thing:path}"
    assert ask(APP, "/id").facts["route"] == "/id"
    assert ask(APP, "/id/x", method="POST").facts["route"] == "/id/{thing:path}"


def test_what_is_not_there_has_none() -> None:
    assert ask(APP, "/nowhere").facts == {}
