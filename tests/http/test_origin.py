from dataclasses import replace

import httpx
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Settings


def _context(client: httpx.Client, host: str) -> str:
    return str(client.get("/api/v1/articles", headers={"Host": host}).json()["@context"])


@pytest.mark.parametrize("host", ["argmap.example", "argmap.example:8080", "[::1]:8000", "10.0.0.1"])
def test_links_start_with_the_host_that_was_asked(client: httpx.Client, host: str) -> None:
    assert _context(client, host) == f"http://{host}/context.jsonld"


@pytest.mark.parametrize("host", ['a"><script>', "a b", "a/b", "user@a", "a?b", "<", "a;b", "a\\b"])
def test_a_host_that_is_none_is_not_repeated(client: httpx.Client, root: str, host: str) -> None:
    answer = client.get("/api/v1/articles", headers={"Host": host})
    assert answer.json()["@context"] == f"{root}/context.jsonld"
    assert all(link["url"].startswith(f"{root}/") for link in answer.links.values())


def test_forwarded_fields_of_strangers_are_not_believed(client: httpx.Client, root: str) -> None:
    given = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "Forwarded": "host=evil.example",
    }
    assert client.get("/api/v1/articles", headers=given).json()["@context"] == f"{root}/context.jsonld"


def test_the_public_address_wins(shipped: ArgumentMap) -> None:
    public = "https://example.org/argmap"
    with running(shipped, replace(Settings(port=0), public_url=public)) as root:
        answer = httpx.get(f"{root}/api/v1/articles", headers={"Host": "evil.example"})
        assert answer.json()["@context"] == f"{public}/context.jsonld"
        assert answer.links["first"]["url"].startswith(f"{public}/api/v1/articles?")
        assert httpx.get(f"{root}/openapi.json").json()["servers"] == [{"url": public}]
