"""What proxies tell is believed of those that are trusted, and then everything goes by it."""

import re
from dataclasses import replace
from ipaddress import ip_network

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Scope
from tests.http import asgi
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.http.forwarded import Forwarded
from argmap.settings import Settings

TRUSTING = Settings(port=0, trusted_proxies=(ip_network("127.0.0.1"),))
TOLD = {
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "example.org",
    "X-Forwarded-Prefix": "/argmap",
}


def _seen(
    settings: Settings, headers: dict[str, str], path: str = "/health", peer: str = "127.0.0.1"
) -> Scope:
    scope = asgi.scope(path, headers, "GET", {})
    return Forwarded(settings).seen({**scope, "client": (peer, 50_000)})


def _root(seen: Scope) -> str:
    host = [value.decode() for name, value in seen["headers"] if name == b"host"]
    return f"{seen['scheme']}://{'+'.join(host)}{seen['root_path']}"


def test_a_trusted_proxy_is_believed() -> None:
    seen = _seen(TRUSTING, TOLD)
    assert _root(seen) == "https://example.org/argmap"
    assert seen["argmap"] == {"client": "192.0.2.1"}


@pytest.mark.parametrize(("settings", "peer"), [(TRUSTING, "203.0.113.7"), (Settings(), "127.0.0.1")])
def test_nobody_else_is(settings: Settings, peer: str) -> None:
    seen = _seen(settings, TOLD, peer=peer)
    assert _root(seen) == "http://argmap.example"
    assert seen["argmap"] == {"client": peer}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("X-Forwarded-Host", 'a"><script>'),
        ("X-Forwarded-Host", "a/b"),
        ("X-Forwarded-Host", ""),
        ("X-Forwarded-Proto", "javascript"),
        ("X-Forwarded-Prefix", "//evil.example"),
        ("X-Forwarded-Prefix", "/a b"),
        ("X-Forwarded-Prefix", "/a?b"),
        ("X-Forwarded-Prefix", "https://evil.example"),
        ("X-Forwarded-Prefix", "/"),
    ],
)
def test_what_makes_no_sense_is_passed_over(field: str, value: str) -> None:
    assert _root(_seen(TRUSTING, {field: value})) == "http://argmap.example"


def test_of_several_values_the_nearest_proxy_wrote_the_last() -> None:
    assert _root(_seen(TRUSTING, {"X-Forwarded-Host": "evil.example, example.org"})) == "http://example.org"


def test_the_scope_of_the_server_is_left_alone() -> None:
    scope = {**asgi.scope("/argmap/health", TOLD, "GET", {}), "client": ("127.0.0.1", 1)}
    before = {**scope, "headers": list(scope["headers"])}
    Forwarded(TRUSTING).seen(scope)
    assert scope == before


@pytest.mark.parametrize("path", ["/health", "/argmap/health"])
@pytest.mark.parametrize(
    ("settings", "headers"), [(TRUSTING, TOLD), (Settings(public_url="https://example.org/argmap"), {})]
)
def test_the_root_may_be_cut_off_or_not(settings: Settings, headers: dict[str, str], path: str) -> None:
    assert _seen(settings, headers, path)["path"] == "/health"


def test_a_path_that_only_looks_like_the_root_stays() -> None:
    assert _seen(TRUSTING, TOLD, "/argmaps/health")["path"] == "/argmaps/health"


@pytest.mark.parametrize("path", ["/api/v1/articles", "/argmap/api/v1/articles"])
def test_answers_lead_to_where_the_client_came_from(shipped: ArgumentMap, path: str) -> None:
    with running(shipped, TRUSTING) as root:
        answer = httpx.get(root + path, headers=TOLD)
    assert answer.json()["@context"] == "https://example.org/argmap/context.jsonld"
    assert answer.links["first"]["url"].startswith("https://example.org/argmap/api/v1/articles?")


def test_the_public_address_wins_over_proxies(shipped: ArgumentMap) -> None:
    settings = replace(TRUSTING, public_url="https://public.example/a")
    with running(shipped, settings) as root:
        answer = httpx.get(f"{root}/a/api/v1/articles", headers=TOLD)
    assert answer.links["first"]["url"].startswith("https://public.example/a/api/v1/articles?")


@given(st.sampled_from(sorted(TOLD)), st.binary(max_size=200), st.text(max_size=50))
def test_no_field_and_no_path_breaks_it(field: str, value: bytes, path: str) -> None:
    scope = {**asgi.scope("/" + path.replace("?", ""), {}, "GET", {}), "client": ("127.0.0.1", 1)}
    scope["headers"] = [(b"host", b"argmap.example"), (field.lower().encode(), value)]
    seen = Forwarded(TRUSTING).seen(scope)
    assert re.fullmatch(r"https?://[A-Za-z0-9\[\]:._-]+(/[A-Za-z0-9._~-]+)*", _root(seen))
    client = seen["argmap"]["client"]
    assert str(ip_network(client)).removesuffix("/32") == client
