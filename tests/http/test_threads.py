import asyncio
from threading import Barrier, current_thread

import pytest

from argmap.http.threads import Threads


def _name() -> int:
    return id(current_thread())


def _fail() -> None:
    raise ValueError("so")


def test_a_function_is_run_in_another_thread_again_and_again() -> None:
    threads = Threads(2)

    async def asked() -> list[int]:
        return [await threads.run(_name) for _ in range(5)]

    # One thread is enough for one call at a time, also in another event loop.
    assert len({*asyncio.run(asked()), *asyncio.run(asked())}) == 1
    assert _name() not in asyncio.run(asked())


def test_several_run_at_once_and_the_others_wait() -> None:
    threads, together = Threads(3), Barrier(3, timeout=10)

    async def asked() -> list[int]:
        return await asyncio.gather(*(threads.run(together.wait) for _ in range(9)))

    assert sorted(asyncio.run(asked())) == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_an_error_is_raised_where_it_is_waited_for() -> None:
    threads = Threads(1)
    with pytest.raises(ValueError, match="so"):
        asyncio.run(threads.run(_fail))
    assert asyncio.run(threads.run(sum, [1, 2])) == 3


def test_who_goes_away_leaves_the_thread_to_others() -> None:
    threads, together = Threads(1), Barrier(2, timeout=10)

    async def asked() -> int:
        gone = asyncio.ensure_future(threads.run(together.wait))
        await asyncio.sleep(0.01)
        gone.cancel()
        after = asyncio.ensure_future(threads.run(sum, [1, 2]))
        await asyncio.to_thread(together.wait)
        return await after

    assert asyncio.run(asked()) == 3
