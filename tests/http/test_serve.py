import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from typing import IO

import httpx
import pytest
from tests.serving import running

from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.http.serve import address, listen
from argmap.settings import Settings
from argmap.store.contract import Result, Store


@dataclass
class SlowStore:
    """A store that answers no query before it may."""

    inner: Store
    asked: Event
    may_answer: Event

    def query(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        self.asked.set()
        assert self.may_answer.wait(timeout=30)
        return self.inner.query(text, default_graphs, named_graphs)

    def graphs(self) -> frozenset[str]:
        return self.inner.graphs()

    def dump(self, target: IO[bytes]) -> None:
        self.inner.dump(target)

    def __len__(self) -> int:
        return len(self.inner)


def test_a_taken_port_is_refused_with_a_way_out() -> None:
    with listen(Settings(port=0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port}.*--port"):
            listen(Settings(port=port))


def test_a_host_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot listen on :::"):
        listen(Settings(host=":::", port=0))


def test_port_0_takes_a_free_one() -> None:
    with listen(Settings(port=0)) as listener:
        assert address(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_slow_query_does_not_hold_up_others(shipped: ArgumentMap) -> None:
    store = SlowStore(shipped.store, Event(), Event())
    another = httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.2"))
    with running(replace(shipped, store=store)) as root, ThreadPoolExecutor(1) as pool, another:
        slow = pool.submit(httpx.get, f"{root}/api/v1/articles", timeout=30)
        assert store.asked.wait(timeout=10)
        start = time.monotonic()
        assert another.get(f"{root}/context.jsonld").status_code == 200
        assert time.monotonic() - start < 5
        assert not slow.done()
        store.may_answer.set()
        assert slow.result().json()["total"] == 1


def test_answers_do_not_name_the_server_software(client: httpx.Client) -> None:
    assert "server" not in client.get("/health").headers
