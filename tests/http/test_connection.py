"""Clients that misbehave on the wire: raw sockets against a real server around a tiny application."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.http.admission import CROWDED, Admission
from argmap.http.connection import Connection, connections
from argmap.http.fields import Fields
from argmap.http.serve import listen
from argmap.settings import Limits, Settings

SHORT = Settings(
    port=0, request_seconds=0.3, stall_seconds=0.3, limits=Limits(request_bytes=10_000, query_bytes=100)
)
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n"
Open = Callable[[], socket.socket]


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    body = await Request(scope, receive).body()
    names = [name.decode() for name, _ in scope["headers"]]
    await Response(json.dumps({"bytes": len(body), "fields": names}))(scope, receive, send)


async def very_large(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(2_000):
        await send({"type": "http.response.body", "body": b"x" * 100_000, "more_body": True})
        await asyncio.sleep(0)
    await send({"type": "http.response.body"})


async def slow(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.sleep(1)
    await echo(scope, receive, send)


class Server:
    """A server that tests open connections to."""

    def __init__(self, app: ASGIApp, settings: Settings, loop: str) -> None:
        http = connections(settings)
        config = uvicorn.Config(
            app, http=http, loop=loop, lifespan="off", ws="none", log_level="error", log_config=None
        )
        self.listener = listen(settings)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, args=([self.listener],), daemon=True)
        self.opened: list[socket.socket] = []

    def open(self) -> socket.socket:
        connection = socket.create_connection(self.listener.getsockname()[:2], timeout=5)
        self.opened.append(connection)
        return connection

    def held(self) -> int:
        """How many connections the server holds."""
        return len(self.server.server_state.connections)

    def wait_until_held(self, number: int) -> None:
        until = time.monotonic() + 5
        while self.held() != number and time.monotonic() < until:
            time.sleep(0.01)
        assert self.held() == number


@contextmanager
def serving(app: ASGIApp, settings: Settings = SHORT, loop: str = "auto") -> Iterator[Server]:
    server = Server(Fields(app), settings, loop)
    server.thread.start()
    try:
        yield server
    finally:
        for connection in server.opened:
            connection.close()
        server.server.should_exit = True
        server.thread.join(timeout=10)
        server.listener.close()


@pytest.fixture(scope="module", params=["asyncio", "uvloop"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with serving(echo, loop=request.param) as server:
        yield server


def _ask(connection: socket.socket, request: bytes) -> bytes:
    """Send a request and return all that comes until the server closes the connection."""
    connection.sendall(request)
    return _rest(connection)


def _last(answers: bytes) -> bytes:
    return answers[answers.rindex(b"HTTP/1.1 ") :]


def _rest(connection: socket.socket) -> bytes:
    found = b""
    while piece := connection.recv(65_536):
        found += piece
    return found


def _answer(connection: socket.socket) -> bytes:
    """Return the next answer, whose length is known."""
    found = b""
    while (piece := connection.recv(65_536)) and not _whole(found := found + piece):
        pass
    return found


def _whole(answer: bytes) -> bool:
    head, _, body = answer.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return b"\r\n\r\n" in answer and len(body) >= int(length or 0)


def _problem(answer: bytes, status: int) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    fields = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
    assert fields[b"content-type"] == b"application/problem+json"
    assert fields[b"connection"] == b"close"
    assert fields[b"x-content-type-options"] == b"nosniff"
    assert fields[b"access-control-allow-origin"] == b"*"
    assert len(body) == int(fields[b"content-length"])
    assert json.loads(body)["status"] == status


def test_a_request_in_time_is_answered(server: Server) -> None:
    connection = server.open()
    for _ in range(3):
        connection.sendall(GET)
        assert _answer(connection).startswith(b"HTTP/1.1 200 ")


def test_a_request_in_pieces_is_answered_if_in_time(server: Server) -> None:
    connection = server.open()
    for piece in (POST[:5], POST[5:30], POST[30:], b"12345"):
        connection.sendall(piece)
        time.sleep(0.02)
    connection.sendall(b"67890")
    assert b'"bytes": 10' in _answer(connection)


@pytest.mark.parametrize("sent", [b"G", GET[:-2], GET[:-1], POST, POST + b"12345", GET + b"G"])
def test_half_a_request_is_408(server: Server, sent: bytes) -> None:
    start = time.monotonic()
    _problem(_last(_ask(server.open(), sent)), 408)
    assert 0.25 < time.monotonic() - start < 2


def test_a_request_that_drips_is_408(server: Server) -> None:
    connection = server.open()
    start = time.monotonic()
    connection.sendall(GET[:-2])
    connection.settimeout(0.05)
    answer = b""
    while not answer and time.monotonic() - start < 3:
        try:
            connection.sendall(b"X: y\r\n")
            answer = connection.recv(65_536)
        except TimeoutError:
            continue
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("before", [b"", GET])
def test_a_silent_connection_is_closed(before: bytes) -> None:
    with serving(echo) as server:
        connection = server.open()
        if before:
            connection.sendall(before)
            assert _answer(connection).startswith(b"HTTP/1.1 200 ")
            connection.sendall(b"\r\n")
        start = time.monotonic()
        assert _rest(connection) == b""
        assert time.monotonic() - start < 2
        server.wait_until_held(0)


def test_refused_connections_do_not_stay(server: Server) -> None:
    for _ in range(20):
        server.open().sendall(POST)
    server.wait_until_held(0)


def test_the_second_request_on_a_connection_has_time_of_its_own(server: Server) -> None:
    connection = server.open()
    connection.sendall(GET)
    assert _answer(connection).startswith(b"HTTP/1.1 200 ")
    time.sleep(0.4)
    connection.sendall(GET[:-2])
    time.sleep(0.1)
    connection.sendall(GET[-2:])
    assert _answer(connection).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("sent", [GET, GET + GET[:-2], GET + b"\r\n"])
def test_an_answer_that_takes_long_is_nobodys_delay(sent: bytes) -> None:
    with serving(slow) as server:
        connection = server.open()
        connection.sendall(sent)
        assert _answer(connection).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 50_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 10_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000,
    ],
)
def test_fields_without_end_are_431(server: Server, sent: bytes) -> None:
    _problem(_ask(server.open(), sent), 431)


@pytest.mark.parametrize("end", [b" HTTP/1.1\r\nHost: a\r\n\r\n", b""])
def test_an_address_without_end_is_414(server: Server, end: bytes) -> None:
    _problem(_ask(server.open(), b"GET /" + b"a" * 100_000 + end), 414)


def test_an_address_with_a_long_query_is_taken(server: Server) -> None:
    connection = server.open()
    connection.sendall(b"GET /?query=" + b"%20" * 21_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n")
    assert _answer(connection).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /é HTTP/1.1\r\n\r\n".encode(),
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    ],
)
def test_a_malformed_request_is_400(server: Server, sent: bytes) -> None:
    _problem(_ask(server.open(), sent), 400)


def test_a_body_without_end_is_413_and_read_no_further() -> None:
    async def deaf(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    with serving(deaf) as server:
        connection = server.open()
        connection.sendall(
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 1_200_000
        )
        _problem(_rest(connection), 413)


def test_a_body_that_was_refused_by_the_application_is_dropped() -> None:
    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"no", 413)(scope, receive, send)

    with serving(refusing) as server:
        connection = server.open()
        connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
        connection.sendall(b"x" * 3_000_000)
        answer = _rest(connection)
        assert answer.startswith(b"HTTP/1.1 413 ")
        assert answer.count(b"HTTP/1.1 ") == 1
        server.wait_until_held(0)


def test_trailers_are_no_fields(server: Server) -> None:
    chunked = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n"
    connection = server.open()
    connection.sendall(chunked + b"Authorization: Bearer x\r\n" * 3 + b"\r\n")
    answer = _answer(connection)
    assert b'"bytes": 2' in answer
    assert b"authorization" not in answer


def test_trailers_without_end_are_413(server: Server) -> None:
    chunked = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nX: "
    _problem(_ask(server.open(), chunked + b"a" * 1_200_000), 413)


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_a_reader_that_takes_nothing_is_cut_off(loop: str) -> None:
    with serving(very_large, loop=loop) as server:
        connection = server.open()
        connection.sendall(GET)
        server.wait_until_held(1)
        start = time.monotonic()
        server.wait_until_held(0)
        assert time.monotonic() - start < 3


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_a_slow_reader_is_not(loop: str) -> None:
    with serving(very_large, replace(SHORT, stall_seconds=0.5), loop) as server:
        connection = server.open()
        connection.sendall(GET)
        for _ in range(20):
            time.sleep(0.1)
            assert connection.recv(100_000)
        assert server.held() == 1


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_an_answer_that_nobody_fetches_is_dropped(loop: str) -> None:
    async def large(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"x" * 20_000_000, headers={"Connection": "close"})(scope, receive, send)

    with serving(large, loop=loop) as server:
        server.open().sendall(GET)
        server.wait_until_held(1)
        server.wait_until_held(0)


def test_beyond_what_it_holds_the_server_says_so() -> None:
    settings = replace(SHORT, connections=3)
    with serving(Admission(echo, settings), settings) as server:
        kept = [server.open() for _ in range(3)]
        server.wait_until_held(3)
        beyond = server.open()
        answer = _ask(beyond, GET)
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after: " in answer
        assert json.loads(answer.partition(b"\r\n\r\n")[2])["type"].endswith("/too-many-connections")
        kept[0].sendall(GET)
        assert _answer(kept[0]).startswith(b"HTTP/1.1 200 ")


def test_far_beyond_it_hangs_up() -> None:
    settings = replace(SHORT, connections=3, request_seconds=30)
    with serving(Admission(echo, settings), settings) as server:
        opened = [server.open() for _ in range(300)]
        server.wait_until_held(203)
        opened[0].sendall(GET)
        assert _answer(opened[0]).startswith(b"HTTP/1.1 200 ")


def test_only_connections_beyond_the_limit_are_crowded(server: Server) -> None:
    server.open().sendall(GET[:1])
    [connection] = list(server.server.server_state.connections)[:1]
    assert isinstance(connection, Connection)
    assert CROWDED not in connection.app_state


def test_what_strangers_send_fills_no_log(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    _ask(server.open(), b"\0\r\n\r\n")
    upgrade = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n"
    connection = server.open()
    connection.sendall(upgrade)
    assert _answer(connection).startswith(b"HTTP/1.1 200 ")
    assert caplog.text == ""


def test_requests_that_pile_up_are_dropped_after_the_first_few(root: str) -> None:
    host, port = root.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(b"GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n" * 500)
        answer = b""
        with suppress(ConnectionResetError):
            while piece := client.recv(65536):
                answer += piece
    assert 1 <= answer.count(b"HTTP/1.1 200") <= 5


@pytest.mark.parametrize("hosts", [b"", b"Host: a\r\nHost: b\r\n"])
def test_a_request_has_one_host(root: str, hosts: bytes) -> None:
    host, port = root.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(b"GET /health/live HTTP/1.1\r\n" + hosts + b"\r\n")
        assert client.recv(12) == b"HTTP/1.1 400"
