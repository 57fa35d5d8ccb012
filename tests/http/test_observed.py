import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send
from tests.http.asgi import ask

from argmap.http.facts import note
from argmap.http.metrics import Metrics
from argmap.http.observed import Observed
from argmap.settings import Settings


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    note(scope, query="0123456789abcdef", rows=3, outcome="query-timeout")
    await send({"type": "http.response.start", "status": 504, "headers": []})
    await send({"type": "http.response.body", "body": b"12345", "more_body": True})
    await send({"type": "http.response.body", "body": b"678"})


async def failing(scope: Scope, receive: Receive, send: Send) -> None:
    raise OSError("broken")


def _logged(file: Path) -> dict[str, Any]:
    [line] = file.read_text().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_an_answer_is_logged_with_what_was_noted(tmp_path: Path) -> None:
    app = Observed(told, Settings(access_log=str(tmp_path / "log")))
    assert ask(app, "/sparql?query=ASK%7B%7D&q=secret").body == b"12345678"
    line = _logged(tmp_path / "log")
    assert (line["status"], line["bytes"], line["path"]) == (504, 8, "/sparql")
    assert (line["query"], line["rows"], line["outcome"]) == ("0123456789abcdef", 3, "query-timeout")
    assert 0 <= line["seconds"] < 5
    assert "secret" not in (tmp_path / "log").read_text()


def test_an_answer_to_head_has_no_bytes(tmp_path: Path) -> None:
    ask(Observed(told, Settings(access_log=str(tmp_path / "log"))), method="HEAD")
    assert _logged(tmp_path / "log")["bytes"] == 0


def test_an_answer_that_fails_is_logged_and_fails(tmp_path: Path) -> None:
    app = Observed(failing, Settings(access_log=str(tmp_path / "log")))
    with pytest.raises(OSError, match="broken"):
        ask(app)
    assert _logged(tmp_path / "log")["status"] is None


def test_an_answer_is_counted() -> None:
    metrics = Metrics()
    ask(Observed(told, Settings(), metrics))
    assert metrics.requests == {("GET", "none", "504"): 1}
    assert metrics.bytes == {"none": 8}


def test_each_request_has_facts_of_its_own() -> None:
    seen: list[dict[str, Any]] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(dict(scope["argmap"]))
        await told(scope, receive, send)

    observed = Observed(app, Settings())
    ask(observed)
    ask(observed)
    assert seen == [{"client": "unknown"}] * 2


def test_what_is_no_request_passes_through() -> None:
    passed: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)

    scope: Scope = {"type": "lifespan"}
    asyncio.run(Observed(app, Settings())(scope, None, None))  # type: ignore[arg-type]
    assert passed == [scope]
