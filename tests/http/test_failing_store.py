"""What callers see when the inside breaks: a store that cannot answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import IO

import httpx
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Limits, Settings
from argmap.store.contract import Result


class BrokenStore:
    def query(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        raise OSError("/var/secret/store.db is gone")

    def graphs(self) -> frozenset[str]:
        return frozenset()

    def dump(self, target: IO[bytes]) -> None:
        raise OSError("/var/secret/store.db is gone")

    def __len__(self) -> int:
        return 0


SETTINGS = Settings(port=0, limits=Limits(seconds=0.3))


@pytest.fixture(scope="module")
def broken(shipped: ArgumentMap) -> Iterator[str]:
    with running(replace(shipped, store=BrokenStore()), SETTINGS) as address:
        yield address


@pytest.mark.parametrize("path", ["/api/v1/claims", "/health", "/"])
def test_a_broken_store_is_500_as_problem(broken: str, path: str) -> None:
    answer = httpx.get(broken + path)
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_what_needs_no_store_is_answered(broken: str) -> None:
    assert httpx.get(f"{broken}/context.jsonld").status_code == 200


def test_sparql_without_data_is_503(broken: str) -> None:
    answer = httpx.get(f"{broken}/sparql", params={"query": "ASK {}"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "secret" not in answer.text
