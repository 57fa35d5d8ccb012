"""The shipped articles on a real server, and a client that asks from outside."""

from collections.abc import Iterator

import httpx
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build


@pytest.fixture(scope="session")
def shipped() -> ArgumentMap:
    return build(check=False)


@pytest.fixture(scope="session")
def root(shipped: ArgumentMap) -> Iterator[str]:
    with running(shipped) as address:
        yield address


@pytest.fixture(scope="session")
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root, timeout=30) as client:
        yield client
