import json
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from starlette.types import Receive, Scope, Send
from tests.http.asgi import Got, ask
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.http.admission import CROWDED, Admission
from argmap.http.rate import Rate
from argmap.settings import Settings

TOKEN = "a-token-of-many-signs"
GUARDED = Settings(port=0, token=TOKEN)


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"inside"})


def _problem(got: Got, status: int, kind: str) -> dict[str, object]:
    assert got.status == status
    assert got.headers["content-type"] == "application/problem+json"
    problem: dict[str, object] = json.loads(got.body)
    assert str(problem["type"]).endswith("/problem/" + kind)
    assert got.facts["outcome"] == kind
    return problem


def test_everyone_may_come_in_by_default() -> None:
    app = Admission(inside, Settings())
    assert all(ask(app).status == 200 for _ in range(1_000))


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_token_opens(scheme: str) -> None:
    app = Admission(inside, GUARDED)
    assert ask(app, headers={"Authorization": f"{scheme} {TOKEN}"}).body == b"inside"


@pytest.mark.parametrize(
    "given",
    [
        "",
        TOKEN,
        f"Basic {TOKEN}",
        "Bearer",
        "Bearer ",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        "Bearer é",
    ],
)
def test_nothing_else_does(given: str) -> None:
    got = ask(Admission(inside, GUARDED), headers={"Authorization": given} if given else {})
    _problem(got, 401, "unauthorized")
    assert got.headers["www-authenticate"].startswith("Bearer ")
    assert got.headers["cache-control"] == "no-store"
    assert TOKEN not in got.body.decode()


def test_a_preflight_and_the_sign_of_life_need_no_token() -> None:
    app = Admission(inside, GUARDED)
    assert ask(app, "/sparql", method="OPTIONS").status == 200
    assert ask(app, "/health/live").status == 200
    assert ask(app, "/health/ready").status == 401
    assert ask(app, "/health/live/../../sparql").status == 401


def test_one_client_may_not_come_too_often() -> None:
    clock = iter(range(1_000))
    app = Admission(inside, Settings(), Rate(0.1, 2, lambda: next(clock) / 1_000))
    assert [ask(app).status for _ in range(3)] == [200, 200, 429]
    got = ask(app)
    assert _problem(got, 429, "too-many-requests")["retry_after"] == int(got.headers["retry-after"])
    assert 1 <= int(got.headers["retry-after"]) <= 10
    assert ask(app, "/health/live").status == 200


def test_guessing_a_token_counts_for_the_rate() -> None:
    app = Admission(inside, replace(GUARDED, rate=0.1, burst=2))
    guesses = [ask(app, headers={"Authorization": f"Bearer {guess}"}).status for guess in range(4)]
    assert guesses == [401, 401, 429, 429]


def test_beyond_what_the_server_holds_it_is_busy() -> None:
    async def crowded(scope: Scope, receive: Receive, send: Send) -> None:
        await Admission(inside, GUARDED)({**scope, "state": {CROWDED: True}}, receive, send)

    got = ask(crowded, headers={"Authorization": f"Bearer {TOKEN}"})
    _problem(got, 503, "too-many-connections")
    assert got.headers["connection"] == "close"
    assert int(got.headers["retry-after"]) >= 1
    assert ask(crowded, "/health/live").status == 200


@pytest.fixture(scope="module")
def guarded(shipped: ArgumentMap) -> Iterator[str]:
    with running(shipped, GUARDED) as address:
        yield address


@pytest.mark.parametrize("path", ["/", "/api/v1/claims", "/sparql", "/metrics", "/health", "/nowhere", "//"])
def test_a_guarded_server_tells_strangers_nothing(guarded: str, path: str) -> None:
    answer = httpx.get(guarded + path)
    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == "*"
    assert httpx.get(guarded + path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code != 401


def test_no_answer_of_a_guarded_server_may_be_shared(guarded: str) -> None:
    for path in ("/", "/api/v1/claims", "/sparql?query=ASK%7B%7D", "/docs/favicon.png", "/ontology"):
        answer = httpx.get(guarded + path, headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code == 200
        stated = answer.headers.get("cache-control", "")
        assert not {"public", "s-maxage", "must-revalidate"} & set(stated.replace("=", ", ").split(", "))
