import gc
import tracemalloc

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from tests.http.asgi import ask

from argmap.http.finished import Finished
from argmap.http.finished_store import Bounded

MEGABYTE = 1_000_000


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept: Bounded[str, str] = Bounded(most=30, largest=10)
    for name in "abc":
        kept.put(name, name.upper(), 10)
    kept.get("a")
    kept.put("d", "D", 10)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]
    assert (len(kept), kept.bytes) == (3, 30)


def test_what_is_put_again_counts_once() -> None:
    kept: Bounded[str, str] = Bounded(most=30, largest=10)
    for size in (10, 4, 7):
        assert kept.put("a", "A", size)
    assert (len(kept), kept.bytes) == (1, 7)


def test_the_too_large_is_not_kept_and_drives_out_nothing() -> None:
    kept: Bounded[str, str] = Bounded(most=30, largest=10)
    kept.put("a", "A", 10)
    assert not kept.put("b", "B", 11)
    assert kept.get("a") == "A"


async def _by_query(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer each query string by 8 kB of its own, whatever `Accept` says."""
    query = scope["query_string"]
    body = (b"%-32s" % query) * 256
    await Response(body, headers={"ETag": f'"{query.decode()}"'})(scope, receive, send)


def test_memory_stays_in_bounds_whatever_is_asked() -> None:
    app = Finished(_by_query, 1)
    ask(app, "/?warm")
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(600):
        ask(app, f"/?{number}", {"Accept": f"text/x-{number}"})
        ask(app, "/?same", {"Accept": f"text/x-{number}"})
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert MEGABYTE / 2 < taken < MEGABYTE
    assert app.kept.bytes <= MEGABYTE
    assert 50 < len(app.kept) < MEGABYTE / 8_192


def test_asking_in_many_ways_keeps_one_answer() -> None:
    app = Finished(_by_query, 1)
    for number in range(100):
        assert ask(app, "/?same", {"Accept": f"text/x-{number}"}).status == 200
    assert len(app.kept) == 1
    assert ask(app, "/?same", {"Accept": "text/x-90"}).facts == {"cached": True}


def test_an_address_that_is_too_long_is_answered_and_not_kept() -> None:
    app = Finished(_by_query, 1)
    long = "/?" + "a" * 5_000
    assert ask(app, long).body == ask(app, long).body
    assert ask(app, long).facts == {}


def test_the_same_tag_at_another_address_is_another_answer() -> None:
    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(scope["path"], headers={"ETag": '"1"'})(scope, receive, send)

    app = Finished(by_path, 1)
    assert [ask(app, path).body for path in ("/a", "/b", "/a", "/b")] == [b"/a", b"/b", b"/a", b"/b"]


def test_an_answer_above_a_quarter_is_not_kept() -> None:
    async def large(scope: Scope, receive: Receive, send: Send) -> None:
        size = int(scope["query_string"])
        await Response(b"x" * size, headers={"ETag": f'"{size}"'})(scope, receive, send)

    app = Finished(large, 1)
    for size in (245_000, 251_000):
        ask(app, f"/?{size}")
    assert len(app.kept) == 1
