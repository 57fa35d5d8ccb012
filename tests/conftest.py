"""What all tests share: whether Java is there, and the shipped articles, built once and served once."""

import os
import shutil
from collections.abc import Iterator

import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build


@pytest.fixture(scope="session")
def java() -> str:
    """Return the path of `java`; without one, skip, or fail where ARGMAP_REQUIRE_JAVA=1."""
    path = shutil.which("java")
    if path is None:
        refuse = pytest.fail if os.environ.get("ARGMAP_REQUIRE_JAVA") == "1" else pytest.skip
        refuse("no Java on the PATH: HermiT did not run, so nothing was proved about the ontology")
    return path


@pytest.fixture(scope="session")
def shipped() -> ArgumentMap:
    """Return the map of the shipped articles."""
    return build(check=False)


@pytest.fixture(scope="session")
def root(shipped: ArgumentMap) -> Iterator[str]:
    """Give the root address of a real server about the shipped articles."""
    with running(shipped) as address:
        yield address
