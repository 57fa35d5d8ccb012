"""The layer of finished answers around a small application whose answers are easy to see through."""

import asyncio
import json
from dataclasses import dataclass, field

import pytest
from starlette.types import Message, Receive, Scope, Send
from tests.http.asgi import ask, asking

from argmap.http.finished import Finished

LONG = json.dumps([{"id": number, "text": "leverage"} for number in range(1_000)]).encode()
TAGGED = {"content-type": "application/json", "etag": '"abc"', "vary": "Accept", "cache-control": "no-cache"}


@dataclass
class Application:
    """Answers everything the same, in `pieces`, and counts how often it was asked."""

    headers: dict[str, str] = field(default_factory=lambda: dict(TAGGED))
    pieces: tuple[bytes, ...] = (LONG,)
    status: int = 200
    asked: int = 0
    none_match: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        self.none_match += [value.decode() for name, value in scope["headers"] if name == b"if-none-match"]
        fields = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": fields})
        for piece in self.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body"})


BR, GZIP = {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}


def test_what_was_asked_before_is_not_asked_again() -> None:
    inside = Application()
    app = Finished(inside, 1)
    first, second = ask(app), ask(app)
    assert inside.asked == 1
    assert (second.status, second.headers, second.body) == (first.status, first.headers, first.body)
    assert (first.body, first.headers["etag"]) == (LONG, '"abc"')
    assert (first.facts, second.facts) == ({}, {"cached": True})


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("/other", {}),
        ("/?a=b", {}),
        ("/", {"Accept": "text/csv"}),
        ("/", {"Accept-Encoding": "gzip"}),
        ("/", {"Host": "other.example"}),
    ],
)
def test_another_question_is_asked(url: str, headers: dict[str, str]) -> None:
    inside = Application()
    app = Finished(inside, 1)
    ask(app)
    ask(app, url, headers)
    assert inside.asked == 2


def test_fields_that_choose_nothing_do_not_matter() -> None:
    inside = Application()
    app = Finished(inside, 1)
    ask(app, headers={"User-Agent": "a", "Accept-Encoding": "gzip, br"})
    ask(app, headers={"Authorization": "Bearer b", "Accept-Encoding": "br;q=0.9, deflate"})
    assert inside.asked == 1


@pytest.mark.parametrize(
    "change",
    [
        {"etag": 'W/"abc"'},
        {"cache-control": "No-Store"},
        {"set-cookie": "a=b"},
        {"content-encoding": "br"},
    ],
)
def test_what_may_not_be_kept_goes_through_untouched(change: dict[str, str]) -> None:
    inside = Application({**TAGGED, **change})
    app = Finished(inside, 1)
    first = ask(app, headers=GZIP)
    ask(app, headers=GZIP)
    assert inside.asked == 2
    assert first.headers == inside.headers
    assert first.body == LONG


def test_answers_without_a_tag_go_through_piece_by_piece() -> None:
    inside = Application({"content-type": "text/csv"}, pieces=(b"a", b"b"))
    app = Finished(inside, 1)
    assert ask(app, headers=BR).pieces == [b"a", b"b", b""]
    assert len(app.kept) == 0


@pytest.mark.parametrize("status", [201, 206, 404, 500])
def test_only_200_is_kept(status: int) -> None:
    inside = Application(status=status)
    app = Finished(inside, 1)
    assert ask(app, headers=BR).body == ask(app, headers=BR).body == LONG
    assert inside.asked == 2


def test_other_methods_go_through() -> None:
    inside = Application()
    app = Finished(inside, 1)
    assert ask(app, headers=BR, method="POST").body == LONG
    assert len(app.kept) == 0


@pytest.mark.parametrize("megabytes", [0, 1])
@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_answers_are_encoded_as_the_caller_wants(coding: str, megabytes: int) -> None:
    app = Finished(Application(), megabytes)
    for got in (ask(app, headers={"Accept-Encoding": coding}) for _ in range(2)):
        assert got.text == LONG
        assert len(got.body) < len(LONG) / 2
        assert got.headers["content-encoding"] == coding
        assert got.headers["vary"] == "Accept, Accept-Encoding"
        assert got.headers["etag"] == f'"abc-{coding}"'


def test_kept_answers_tell_their_length() -> None:
    got = ask(Finished(Application(), 1), headers=BR)
    assert int(got.headers["content-length"]) == len(got.body)


def test_small_answers_are_not_encoded_unless_they_must_be() -> None:
    app = Finished(Application(pieces=(b"[]",)), 1)
    small, forced = ask(app, headers=BR), ask(app, headers={"Accept-Encoding": "br, identity;q=0"})
    assert "content-encoding" not in small.headers
    assert (forced.headers["content-encoding"], forced.text) == ("br", b"[]")
    assert small.headers["etag"] != forced.headers["etag"]


@pytest.mark.parametrize("megabytes", [0, 1])
@pytest.mark.parametrize("known", ['"abc-br"', 'W/"abc-br"', '"x", "abc-br"', '"x",W/"abc-br"', "*"])
def test_what_the_caller_has_is_304(known: str, megabytes: int) -> None:
    app = Finished(Application(), megabytes)
    asked = {**BR, "If-None-Match": known}
    for got in (ask(app, headers=asked), ask(app, headers=BR) and ask(app, headers=asked)):
        assert (got.status, got.body) == (304, b"")
        assert got.headers == {
            "etag": '"abc-br"',
            "vary": "Accept, Accept-Encoding",
            "cache-control": "no-cache",
        }


@pytest.mark.parametrize("megabytes", [0, 1])
@pytest.mark.parametrize("known", ['"abc"', '"abc-gzip"', '"abc-br-always"', "abc-br", '""', "", '"*"'])
def test_what_the_caller_has_in_another_coding_does_not_count(known: str, megabytes: int) -> None:
    app = Finished(Application(), megabytes)
    asked = {**BR, "If-None-Match": known}
    for got in (ask(app, headers=asked), ask(app, headers=BR) and ask(app, headers=asked)):
        assert (got.status, got.text) == (200, LONG)


def test_the_application_is_asked_about_its_own_tags_only() -> None:
    inside = Application()
    ask(Finished(inside, 1), headers={**BR, "If-None-Match": '"other", W/"abc-br", "abc-gzip", "abc"'})
    ask(Finished(inside, 1), headers={**BR, "If-None-Match": '"abc", "abc-gzip"'})
    ask(Finished(inside, 1), headers={"If-None-Match": "*"})
    ask(Finished(inside, 1), headers={"If-None-Match": '"abc", "abc-br"'})
    assert inside.none_match == ['"abc"', '"abc", "abc-br"']


def test_304_of_the_application_gets_the_tag_that_was_asked_about() -> None:
    inside = Application(status=304, pieces=())
    got = ask(Finished(inside, 1), headers={**BR, "If-None-Match": '"abc-br"'})
    assert (got.status, got.headers["etag"]) == (304, '"abc-br"')


@pytest.mark.parametrize("headers", [{}, BR])
@pytest.mark.parametrize("first", ["GET", "HEAD"])
def test_head_says_what_get_says(first: str, headers: dict[str, str]) -> None:
    inside = Application()
    app = Finished(inside, 1)
    ask(app, "/", headers, first)
    head, get = ask(app, "/", headers, "HEAD"), ask(app, "/", headers)
    assert inside.asked == 1
    assert head.headers == get.headers
    assert (head.body, get.text) == (b"", LONG)


@pytest.mark.parametrize("headers", [{}, BR])
def test_head_of_what_the_application_does_not_send_is_not_kept(headers: dict[str, str]) -> None:
    inside = Application({**TAGGED, "content-length": str(len(LONG))}, pieces=())
    app = Finished(inside, 1)
    got = ask(app, "/", headers, "HEAD")
    assert (got.status, got.body, len(app.kept)) == (200, b"", 0)
    # How long it would be when encoded, only encoding it would tell (RFC 9110 §8.6).
    assert got.headers.get("content-length") == (None if headers else str(len(LONG)))


def test_half_an_answer_is_not_kept() -> None:
    inside = Application({**TAGGED, "content-length": str(len(LONG))}, pieces=(LONG[:-1],))
    app = Finished(inside, 1)
    assert ask(app).headers["content-length"] == str(len(LONG))
    assert len(app.kept) == 0


def test_nor_what_ends_in_an_error() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        fields = [(b"etag", b'"abc"')]
        await send({"type": "http.response.start", "status": 200, "headers": fields})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise ValueError("half")

    app = Finished(broken, 1)
    with pytest.raises(ValueError, match="half"):
        ask(app)
    assert len(app.kept) == 0


MEGABYTE = b"0123456789abcdef" * 65_536


@pytest.mark.parametrize("headers", [{}, BR, GZIP])
def test_what_is_too_large_to_keep_is_passed_on_piece_by_piece(headers: dict[str, str]) -> None:
    inside = Application(pieces=(MEGABYTE,) * 3)
    app = Finished(inside, 1)
    got = ask(app, "/", headers)
    assert got.text == MEGABYTE * 3
    assert len(got.pieces) > 1 or headers
    assert "content-length" not in got.headers
    assert len(app.kept) == 0


def test_its_length_stays_known_if_it_is_not_encoded() -> None:
    inside = Application({**TAGGED, "content-length": str(3 * len(MEGABYTE))}, pieces=(MEGABYTE,) * 3)
    assert ask(Finished(inside, 1)).headers["content-length"] == str(3 * len(MEGABYTE))


@pytest.mark.parametrize("known", ["*", '"abc-br"'])
def test_what_is_too_large_to_keep_is_304_too(known: str) -> None:
    app = Finished(Application(pieces=(MEGABYTE,) * 3), 1)
    got = ask(app, "/", {**BR, "If-None-Match": known})
    assert (got.status, got.body) == (304, b"")


def test_head_of_what_is_too_large_to_keep_has_no_body() -> None:
    app = Finished(Application(pieces=(MEGABYTE,) * 3), 1)
    got = ask(app, "/", BR, "HEAD")
    assert (got.status, got.body) == (200, b"")
    assert got.headers["content-encoding"] == "br"


def test_many_at_once_get_the_same() -> None:
    app = Finished(Application(pieces=(LONG * 3,)), 1)

    async def all_at_once() -> set[tuple[int, bytes]]:
        answers = await asyncio.gather(*(asking(app, "/", BR) for _ in range(50)))
        return {(got.status, got.text) for got in answers}

    assert asyncio.run(all_at_once()) == {(200, LONG * 3)}
    assert len(app.kept) == 1


def test_what_is_known_of_an_answer_is_known_when_it_is_given_again() -> None:
    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        scope["argmap"].update(query="claims/list", route="/claims", rows=3, worker_seconds=0.5)
        await Application()(scope, receive, send)

    app = Finished(noting, 1)
    ask(app)
    assert ask(app).facts == {"cached": True, "query": "claims/list", "route": "/claims", "rows": 3}


def test_what_is_around_may_change_the_fields_it_gets() -> None:
    app = Finished(Application(), 1)

    async def around(scope: Scope, receive: Receive, send: Send) -> None:
        async def more(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-around", b"1"))
            await send(message)

        await app(scope, receive, more)

    asked = [
        ask(around, headers=known).headers
        for known in ({}, {}, {"If-None-Match": "*"}, {"If-None-Match": "*"})
    ]
    assert all(headers["x-around"] == "1" for headers in asked)


def test_an_extension_of_the_server_is_left_alone() -> None:
    sent: list[str] = []

    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"etag", b'"abc"')]})
        await send({"type": "http.response.pathsend", "path": "/somewhere"})

    async def note(message: Message) -> None:
        sent.append(message["type"])

    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": "/",
        "query_string": b"",
        "headers": [],
    }
    asyncio.run(Finished(by_path, 1)(scope, asyncio.Event().wait, note))  # type: ignore[arg-type]
    assert sent == ["http.response.start", "http.response.pathsend"]


def test_what_is_not_http_goes_through() -> None:
    seen: list[str] = []

    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    asyncio.run(Finished(inside, 1)({"type": "lifespan"}, asyncio.Event().wait, inside))  # type: ignore[arg-type]
    assert seen == ["lifespan"]
