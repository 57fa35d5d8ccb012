"""Whose turn it is."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import TooManyQueries, WorkersBusy
from argmap.settings import Limits
from argmap.store.workers.turns import Turns


def _run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_client_with_its_share_waits_and_another_goes_first() -> None:
    async def story() -> None:
        turns = Turns(Limits(workers=2, per_client=1))
        await turns.take("a")
        second = asyncio.ensure_future(turns.take("a"))
        await _settle()
        await turns.take("b")
        assert (turns.running, turns.waiting, second.done()) == (2, 1, False)
        turns.give_back("a")
        await second
        assert (turns.running, turns.waiting) == (2, 0)

    _run(story())


def test_there_is_no_more_room_to_wait() -> None:
    async def story() -> None:
        turns = Turns(Limits(workers=1, per_client=1, queue=2, client_queue=1, seconds=7))
        await turns.take("a")
        waiting = [asyncio.ensure_future(turns.take(client)) for client in ("a", "b")]
        await _settle()
        with pytest.raises(TooManyQueries) as own:
            await turns.take("a")
        with pytest.raises(WorkersBusy) as all_:
            await turns.take("c")
        assert (own.value.retry_after, all_.value.retry_after) == (7, 7)
        for each in waiting:
            each.cancel()
        await _settle()
        assert turns.waiting == 0

    _run(story())


LIMITS = Limits(workers=2, per_client=1, queue=3, client_queue=2)
ACTIONS = st.lists(st.tuples(st.sampled_from(["ask", "end", "hang up", "settle"]), st.sampled_from("abc")))


@given(ACTIONS)
def test_no_turn_is_lost_or_made_up(actions: list[tuple[str, str]]) -> None:
    async def story() -> None:
        turns = Turns(LIMITS)
        asked: list[tuple[str, asyncio.Future[None]]] = []
        for action, client in actions:
            if action == "ask":
                asked.append((client, asyncio.ensure_future(turns.take(client))))
            elif action == "end":
                _end_one(turns, asked, client)
            elif action == "hang up":
                _hang_up_one(asked, client)
            else:
                await _settle()
                _check(turns, asked)
        await _settle()
        _check(turns, asked)
        for _, future in asked:
            future.cancel()
            if future.done() and not future.cancelled():
                future.exception()

    _run(story())


def _check(turns: Turns, asked: list[tuple[str, "asyncio.Future[None]"]]) -> None:
    assert turns.running == sum(_runs(future) for _, future in asked) <= LIMITS.workers
    assert turns.waiting == sum(not future.done() for _, future in asked) <= LIMITS.queue
    for name in "abc":
        assert sum(_runs(future) for each, future in asked if each == name) <= LIMITS.per_client


def _runs(future: "asyncio.Future[None]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _end_one(turns: Turns, asked: list[tuple[str, "asyncio.Future[None]"]], client: str) -> None:
    for each in asked:
        if each[0] == client and _runs(each[1]):
            asked.remove(each)
            turns.give_back(client)
            return


def _hang_up_one(asked: list[tuple[str, "asyncio.Future[None]"]], client: str) -> None:
    for each in asked:
        if each[0] == client and not each[1].done():
            each[1].cancel()
            return


def test_a_turn_does_not_go_to_one_who_is_hanging_up() -> None:
    async def story() -> None:
        turns = Turns(LIMITS)
        await turns.take("a")
        leaving = asyncio.ensure_future(turns.take("a"))
        await _settle()
        leaving.cancel()
        turns.give_back("a")
        await _settle()
        assert (turns.running, turns.waiting) == (0, 0)

    _run(story())
