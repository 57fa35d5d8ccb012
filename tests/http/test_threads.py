import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from threading import Barrier, Event, Lock, Thread, current_thread
from time import sleep
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.http import threads as module
from argmap.http.threads import Threads

ADA, BEN = "192.0.2.1", "192.0.2.2"


def _name() -> int:
    return id(current_thread())


def _fail() -> None:
    raise ValueError("so")


class Work:
    """Calls that note who makes them, in order, and how many do at once."""

    def __init__(self) -> None:
        self.order = list[str]()
        self.most = Counter[str]()
        self._now = Counter[str]()
        self._lock = Lock()

    def __call__(self, client: str, seconds: float = 0.0, until: Event | None = None) -> str:
        with self._lock:
            self.order.append(client)
            self._now[client] += 1
            self.most[client] = max(self.most[client], self._now[client])
        sleep(seconds)
        if until is not None:
            assert until.wait(10)
        with self._lock:
            self._now[client] -= 1
        return client


def test_a_function_is_run_in_another_thread_again_and_again() -> None:
    threads = Threads(2)

    async def asked() -> list[int]:
        return [await threads.run(ADA, _name) for _ in range(5)]

    # One thread is enough for one call at a time, also in another event loop.
    assert len({*asyncio.run(asked()), *asyncio.run(asked())}) == 1
    assert _name() not in asyncio.run(asked())


def test_several_run_at_once_and_the_others_wait() -> None:
    threads, together = Threads(3), Barrier(3, timeout=10)

    async def asked() -> list[int]:
        return await asyncio.gather(*(threads.run(ADA, together.wait) for _ in range(9)))

    assert sorted(asyncio.run(asked())) == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_an_error_is_raised_where_it_is_waited_for() -> None:
    threads = Threads(1)
    with pytest.raises(ValueError, match="so"):
        asyncio.run(threads.run(ADA, _fail))
    assert asyncio.run(threads.run(ADA, str, 3)) == "3"


def test_who_goes_away_leaves_the_thread_to_others() -> None:
    threads, together = Threads(1), Barrier(2, timeout=10)

    async def asked() -> str:
        gone = asyncio.ensure_future(threads.run(ADA, together.wait, None))
        await asyncio.sleep(0.01)
        gone.cancel()
        after = asyncio.ensure_future(threads.run(ADA, str, 3))
        await asyncio.to_thread(together.wait)
        return await after

    assert asyncio.run(asked()) == "3"


def _while_busy(threads: Threads, then: Callable[[Work], Coroutine[Any, Any, None]]) -> Work:
    """Do something while the first thread is busy, and return what was done once it is free again."""
    work, until = Work(), Event()

    async def asked() -> None:
        first = asyncio.ensure_future(threads.run("first", work, "first", 0.0, until))
        await asyncio.sleep(0)
        doing = asyncio.ensure_future(then(work))
        await asyncio.sleep(0.02)
        until.set()
        await asyncio.gather(first, doing)

    asyncio.run(asked())
    return work


def test_whoever_asks_for_much_waits_for_itself() -> None:
    threads = Threads(1)

    async def then(work: Work) -> None:
        await asyncio.gather(
            *(threads.run(ADA, work, ADA) for _ in range(5)), *(threads.run(BEN, work, BEN) for _ in range(2))
        )

    assert _while_busy(threads, then).order == ["first", ADA, BEN, ADA, BEN, ADA, ADA, ADA]


def test_what_nobody_waits_for_any_more_is_not_begun() -> None:
    threads = Threads(1)

    async def then(work: Work) -> None:
        waiting = [asyncio.ensure_future(threads.run(ADA, work, name)) for name in "abcd"]
        await asyncio.sleep(0.01)
        for gone in (waiting[0], waiting[3]):
            gone.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    assert _while_busy(threads, then).order == ["first", "b", "c"]


def _most(threads: Threads, clients: str) -> Counter[str]:
    """Return how many calls of each client were made at once."""
    work = Work()

    async def asked() -> None:
        await asyncio.gather(*(threads.run(client, work, client, 0.03) for client in clients))

    asyncio.run(asked())
    return work.most


def test_one_client_has_all_threads_while_nobody_else_asks() -> None:
    assert _most(Threads(4), "aaaaaaaa") == {"a": 4}


def test_one_client_never_has_all_where_some_are_kept_for_others() -> None:
    assert _most(Threads(4, alone=2), "aaaaaa") == {"a": 2}


def test_one_client_has_a_quarter_while_others_ask() -> None:
    assert _most(Threads(8), "b" + "a" * 12) == {"a": 2, "b": 1}
    assert _most(Threads(2), "b" + "a" * 6) == {"a": 1, "b": 1}


def test_all_threads_are_free_again_once_others_have_not_asked_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_LATELY_SECONDS", 0.05)
    threads = Threads(4)
    assert _most(threads, "baaa")["a"] == 1
    sleep(0.06)
    assert _most(threads, "aaaaaa") == {"a": 4}


def test_a_thread_that_cannot_be_started_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = Threads(4)
    assert _most(threads, "a") == {"a": 1}

    def start(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", start)
    assert _most(threads, "aaa") == {"a": 1}
    with pytest.raises(RuntimeError, match="new thread"):
        _most(Threads(4), "a")
    monkeypatch.undo()
    assert _most(threads, "aaaaaaaa") == {"a": 4}


@given(st.lists(st.sampled_from("aaabc"), max_size=40), st.integers(1, 5), st.integers(1, 5))
def test_everything_is_done_in_the_order_in_which_a_client_asked(
    clients: list[str], most: int, alone: int
) -> None:
    threads, done, lock = Threads(most, min(most, alone)), list[tuple[str, int]](), Lock()

    def work(client: str, number: int) -> int:
        with lock:
            done.append((client, number))
        return number

    async def asked() -> list[int]:
        return await asyncio.gather(
            *(threads.run(client, work, client, n) for n, client in enumerate(clients))
        )

    assert asyncio.run(asked()) == list(range(len(clients)))
    if most == 1:
        for client in "abc":
            assert [n for name, n in done if name == client] == [
                n for n, name in enumerate(clients) if name == client
            ]
    assert not threads._waiting
    assert not threads._running
    assert len(threads._free) == len(threads._started)
