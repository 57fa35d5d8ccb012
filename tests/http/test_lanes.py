"""Slow answers have threads of their own: quick ones are made beside them, however many are asked for."""

import asyncio
from collections.abc import Callable
from threading import Event
from time import sleep, thread_time
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message
from tests.http.asgi import Got, ask, asking, scope

from argmap.http.routing import Endpoint, route
from argmap.http.straight import Straight
from argmap.http.threads import Threads


def _works(seconds: float) -> Endpoint:
    def answer(request: Request) -> Response:
        end = thread_time() + seconds
        while thread_time() < end:
            pass
        return PlainTextResponse("done")

    return answer


class Held:
    """An endpoint that works, and then answers once it is told to; `known` shows that it is slow."""

    def __init__(self) -> None:
        self.begun, self.until = 0, Event()

    def known(self, app: ASGIApp) -> None:
        self.until.set()
        ask(app, "/slow")
        self.until.clear()
        self.begun = 0

    def __call__(self, request: Request) -> Response:
        self.begun += 1
        _works(0.03)(request)
        assert self.until.wait(10)
        return PlainTextResponse("held")


def _app(**endpoints: Endpoint) -> ASGIApp:
    routes: list[BaseRoute] = [route(f"/{name}", endpoint) for name, endpoint in endpoints.items()]
    return Straight(FastAPI(routes=routes), routes)


def _eventually(holds: Callable[[], bool]) -> Any:
    async def wait() -> None:
        async with asyncio.timeout(10):
            while not holds():
                await asyncio.sleep(0.005)

    return wait()


def test_quick_answers_are_made_beside_any_number_of_slow_ones() -> None:
    held = Held()
    app = _app(quick=_works(0.001), slow=held)
    held.known(app)

    async def asked() -> list[Got]:
        slow = [asyncio.ensure_future(asking(app, "/slow")) for _ in range(50)]
        await _eventually(lambda: held.begun > 0)
        quick = [await asking(app, "/quick") for _ in range(20)]
        assert [got.body for got in quick] == [b"done"] * 20
        assert held.begun == 1
        held.until.set()
        return await asyncio.gather(*slow)

    assert [got.body for got in asyncio.run(asked())] == [b"held"] * 50


def test_slow_answers_of_one_client_leave_a_thread_to_others() -> None:
    held = Held()
    app = _app(slow=held, other=_works(0.03))
    held.known(app)
    ask(app, "/other")

    async def asked() -> bytes:
        slow = [asyncio.ensure_future(asking(app, "/slow")) for _ in range(5)]
        await _eventually(lambda: held.begun > 0)
        got = Got()
        other = scope("/other", {}, "GET", got.facts)
        other["argmap"]["client"] = "192.0.2.9"
        await app(other, _never, got)
        assert held.begun == 1
        held.until.set()
        await asyncio.gather(*slow)
        return got.body

    assert asyncio.run(asked()) == b"done"


async def _never() -> Message:
    await asyncio.Event().wait()
    return {"type": "http.disconnect"}


async def _gone() -> Message:
    return {"type": "http.disconnect"}


def test_a_slow_answer_is_not_begun_for_a_client_who_has_hung_up() -> None:
    held = Held()
    app = _app(slow=held)
    held.known(app)

    async def asked() -> Got:
        first = asyncio.ensure_future(asking(app, "/slow"))
        await _eventually(lambda: held.begun > 0)
        got = Got()
        await app(scope("/slow", {}, "GET", got.facts), _gone, got)
        held.until.set()
        await first
        return got

    got = asyncio.run(asked())
    assert (got.status, got.facts["outcome"]) == (204, "gone")
    assert held.begun == 1


def _beside(held: Held, app: ASGIApp, path: str) -> bytes:
    """Return what is answered while the same client's slow answers are made and wait."""

    async def asked() -> bytes:
        waiting = [asyncio.ensure_future(asking(app, "/slow")) for _ in range(3)]
        await _eventually(lambda: held.begun > 0)
        found = (await asking(app, path)).body
        held.until.set()
        # Had these kept it waiting, they would have given up before.
        assert [got.body for got in await asyncio.gather(*waiting)] == [b"held"] * 3
        return found

    return asyncio.run(asked())


def test_a_route_that_has_become_quick_waits_for_no_slow_one() -> None:
    held, slow = Held(), True

    def mended(request: Request) -> Response:
        return _works(0.03 if slow else 0.0)(request)

    app = _app(slow=held, mended=mended)
    held.known(app)
    ask(app, "/mended")
    slow = False

    for _ in range(100):
        ask(app, "/mended")
    assert _beside(held, app, "/mended") == b"done"


def test_sleeping_is_not_slow() -> None:
    def sleeps(request: Request) -> Response:
        sleep(0.03)
        return PlainTextResponse("done")

    held = Held()
    app = _app(slow=held, sleeps=sleeps)
    held.known(app)
    ask(app, "/sleeps")
    assert _beside(held, app, "/sleeps") == b"done"


def test_errors_do_not_make_a_slow_route_quick() -> None:
    held = Held()

    def answer(request: Request) -> Response:
        return Response(status_code=404) if request.query_params else held(request)

    app = _app(slow=answer, quick=_works(0.0))
    held.known(app)
    for _ in range(120):
        assert ask(app, "/slow?unknown=1").status == 404
    assert _beside(held, app, "/quick") == b"done"
    assert held.begun == 3


def test_what_waits_among_quick_ones_moves_once_it_is_known_to_be_slow() -> None:
    held = Held()
    app = _app(slow=held, quick=_works(0.0))

    async def asked() -> None:
        slow = [asyncio.ensure_future(asking(app, "/slow")) for _ in range(40)]
        await _eventually(lambda: held.begun > 0)
        quick = asyncio.ensure_future(asking(app, "/quick"))
        before = held.begun
        held.until.set()
        await quick
        # One was begun where it is slow; the others of those that waited made way.
        assert held.begun <= before + 2
        await asyncio.gather(*slow)

    asyncio.run(asked())
    assert held.begun == 40


def test_long_pages_do_not_make_short_ones_wait() -> None:
    held = Held()

    def pages(request: Request) -> Response:
        return _works(0.03 if request.query_params["limit"] == "100" else 0.0)(request)

    app = _app(slow=held, pages=pages)
    held.known(app)
    ask(app, "/pages?limit=100")
    assert _beside(held, app, "/pages?limit=50") == b"done"


def test_who_hangs_up_while_waiting_among_quick_ones_is_not_waited_for() -> None:
    done, until = list[str](), Event()

    def answer(request: Request) -> Response:
        assert until.wait(10)
        done.append(request.url.query)
        return PlainTextResponse("done")

    app = _app(quick=answer)

    async def asked() -> list[Got]:
        first = [asyncio.ensure_future(asking(app, "/quick?first")) for _ in range(20)]
        got = [Got() for _ in range(5)]
        await asyncio.gather(*(app(scope("/quick?gone", {}, "GET", each.facts), _gone, each) for each in got))
        until.set()
        await asyncio.gather(*first)
        return got

    assert {got.facts["outcome"] for got in asyncio.run(asked())} == {"gone"}
    assert done == ["first"] * 20


def test_a_route_with_threads_of_its_own_waits_for_no_other() -> None:
    held = Held()
    routes: list[BaseRoute] = [route("/slow", held), route("/health", _works(0.0), threads=Threads(1))]
    app = Straight(FastAPI(routes=routes), routes)
    assert _beside(held, app, "/health") == b"done"
