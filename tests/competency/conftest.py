"""The shipped articles, built once, and served once."""

from collections.abc import Iterator

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
