"""The service description tests of the W3C, by a runner that others wrote, against real servers."""

from collections.abc import Iterator

import pytest
from tests.serving import running
from tests.w3c.proxy import proxying
from tests.w3c.runner import verdicts

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Settings

TESTS = {"has-endpoint-triple", "returns-rdf", "conforms-to-schema"}


@pytest.fixture(scope="module")
def published(suite: None, shipped: ArgumentMap) -> Iterator[str]:
    """Give the public root of a server that stands behind a proxy."""
    with proxying() as proxy, running(shipped, Settings(port=0, public_url=proxy.public_url)) as root:
        proxy.upstream = root
        yield proxy.public_url


def test_the_service_is_described(suite: None, root: str) -> None:
    told = verdicts("service-description", f"{root}/sparql")
    assert {name for name, verdict in told.items() if verdict.ok} == TESTS


def test_the_service_is_described_behind_a_proxy(published: str) -> None:
    told = verdicts("service-description", f"{published}/sparql")
    assert {name for name, verdict in told.items() if verdict.ok} == TESTS
