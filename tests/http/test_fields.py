"""The fields of every answer, around a small application."""

import asyncio
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send
from tests.http import asgi
from tests.http.asgi import Got, ask

from argmap.http.fields import Fields


@dataclass
class Application:
    headers: dict[str, str] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        own = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": own})
        await send({"type": "http.response.body"})


def test_any_site_may_read_and_none_with_credentials() -> None:
    headers = ask(Fields(Application())).headers
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers
    exposed = set(headers["access-control-expose-headers"].split(", "))
    assert {"ETag", "Link", "Truncated", "Retry-After", "Allow", "Content-Encoding"} == exposed


def test_nothing_can_be_misused() -> None:
    headers = ask(Fields(Application())).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "permissions-policy" in headers


def test_a_page_says_itself_what_it_loads() -> None:
    own = "default-src 'none'; style-src 'unsafe-inline'"
    assert (
        ask(Fields(Application({"content-security-policy": own}))).headers["content-security-policy"] == own
    )


@pytest.mark.parametrize(("scheme", "said"), [("http", False), ("https", True)])
def test_only_over_tls_it_is_asked_for(scheme: str, said: bool) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Fields(Application())({**scope, "scheme": scheme}, receive, send)

    got = ask(app)
    assert ("strict-transport-security" in got.headers) is said


def test_a_preflight_is_told_what_may_be_sent() -> None:
    headers = ask(Fields(Application({"allow": "GET, POST"})), method="OPTIONS").headers
    assert headers["access-control-allow-methods"] == "GET, POST"
    allowed = set(headers["access-control-allow-headers"].split(", "))
    assert allowed == {"Accept", "Authorization", "Content-Type", "If-None-Match"}
    assert int(headers["access-control-max-age"]) > 0


def test_only_a_preflight_is() -> None:
    assert "access-control-allow-methods" not in ask(Fields(Application({"allow": "GET"}))).headers
    assert "access-control-allow-methods" not in ask(Fields(Application()), method="OPTIONS").headers


def test_the_message_of_the_application_is_not_changed() -> None:
    start: Message = {"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send(start)
        await send({"type": "http.response.body"})

    layer = Fields(app)
    assert ask(layer).headers == ask(layer).headers
    assert start["headers"] == [(b"a", b"b")]


def test_a_failure_further_in_is_a_problem_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise OSError("/var/secret is gone")

    got = ask(Fields(app))
    assert got.status == 500
    assert got.headers["content-type"] == "application/problem+json"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert b"secret" not in got.body
    assert "/var/secret is gone" in caplog.text


def test_who_hangs_up_in_a_request_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise ClientDisconnect

    got = Got()
    scope = asgi.scope("/", {}, "POST", got.facts)
    asyncio.run(Fields(app)(scope, None, got))  # type: ignore[arg-type]
    assert got.facts == {"outcome": "gone"}
    assert got.status == 0
    assert caplog.text == ""


@pytest.mark.parametrize("path", ["/api/v1/claims", "/nowhere", "/sparql", "/docs", "/"])
def test_every_answer_has_them(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["access-control-allow-origin"] == "*"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "strict-transport-security" not in headers
