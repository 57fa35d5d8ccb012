"""A client that asks the server from outside."""

from collections.abc import Iterator

import httpx
import pytest


@pytest.fixture(scope="session")
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root, timeout=30) as client:
        yield client
