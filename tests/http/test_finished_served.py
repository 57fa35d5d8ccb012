"""Finished answers as they come from a real server."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from argmap.graph.argument_map import ArgumentMap
from argmap.http.finished import Finished
from argmap.http.linked_data import linked_data_routes
from argmap.http.rest import rest_routes
from argmap.http.serve import address, listen
from argmap.settings import Settings

CLAIM = "/api/v1/claims/kuperman-1996/leverage-cuts-both-ways"
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture(scope="module")
def finished(shipped: ArgumentMap) -> Iterator[httpx.Client]:
    settings = Settings(port=0)
    routes = [*rest_routes(shipped, settings), *linked_data_routes(shipped, settings)]
    app = Finished(Starlette(routes=routes), 8)
    listener = listen(settings)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    with httpx.Client(base_url=address(listener), timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.mark.parametrize(("wanted", "coding"), [("identity", None), ("gzip", "gzip"), ("br", "br")])
def test_an_answer_is_the_same_in_every_coding(
    finished: httpx.Client, wanted: str, coding: str | None
) -> None:
    plain = finished.get(CLAIM, headers={"Accept-Encoding": "identity"}).json()
    answers = [finished.get(CLAIM, headers={"Accept-Encoding": wanted}) for _ in range(3)]
    assert [answer.headers.get("content-encoding") for answer in answers] == [coding] * 3
    assert [answer.json() for answer in answers] == [plain] * 3


def test_a_browser_gets_less_to_load(finished: httpx.Client) -> None:
    answer = finished.get(CLAIM, headers=BROWSER)
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < len(answer.content) / 4


def test_a_tag_counts_for_its_own_coding(finished: httpx.Client) -> None:
    tag = finished.get(CLAIM, headers=BROWSER).headers["etag"]
    again = finished.get(CLAIM, headers={**BROWSER, "If-None-Match": tag})
    other = finished.get(CLAIM, headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (again.status_code, again.headers["etag"], again.content) == (304, tag, b"")
    assert (other.status_code, other.headers["content-encoding"]) == (200, "gzip")


def test_head_has_the_fields_of_get(finished: httpx.Client) -> None:
    get, head = finished.get(CLAIM, headers=BROWSER), finished.head(CLAIM, headers=BROWSER)
    get.headers.pop("date"), head.headers.pop("date")
    assert head.headers == get.headers
    assert head.content == b""


def test_many_first_callers_get_the_same(finished: httpx.Client) -> None:
    with ThreadPoolExecutor(16) as callers:
        answers = list(callers.map(lambda _: finished.get("/api/v1/attacks", headers=BROWSER), range(32)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({(answer.headers["etag"], answer.content) for answer in answers}) == 1


def test_errors_come_through_as_they_are(finished: httpx.Client) -> None:
    for _ in range(2):
        absent = finished.get("/api/v1/claims/kuperman-1996/no-such-claim", headers=BROWSER)
        assert absent.status_code == 404
        assert absent.json()["nearest"]
        assert absent.headers["cache-control"] == "no-store"
