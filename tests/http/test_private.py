"""The wording of a reader's copy: shown to whoever sits at the machine, and otherwise nowhere at all."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from tests.anchors import made_up
from tests.anchors.made_up import ARTICLE
from tests.http.asgi import Got, _receive, scope
from tests.serving import running

from argmap.cli import copies
from argmap.errors import InputError, UsageError
from argmap.graph.anchors import kept
from argmap.graph.anchors.copies import search_copy
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.http.app import create_app
from argmap.http.private import refuse_public
from argmap.settings import Settings
from argmap.vocabulary import GRAPH_LOCAL

HERE = {"host": "127.0.0.1:8000"}
FIRST = next(iter(made_up.article().passages.values()))
WORDS = made_up.article().text[FIRST.start : FIRST.end]
CLAIM = f"/api/v1/claims/{ARTICLE}/first"


def asked(graph: ArgumentMap, path: str, fields: dict[str, str], client: str = "127.0.0.1") -> Got:
    """Return what is answered to a request from a machine."""
    got = Got()
    request = {**scope(path, fields, "GET", got.facts), "client": (client, 5000)}
    asyncio.run(create_app(graph, Settings())(request, _receive, got))
    return got


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up.write_with_anchors(tmp_path_factory.mktemp("private") / "data")


@pytest.fixture(scope="module")
def plain(data: Path) -> ArgumentMap:
    return build([data], check=False)


@pytest.fixture(scope="module")
def private(data: Path) -> ArgumentMap:
    """Return the map as `argmap serve --text` has it."""
    return copies.shown(build([data], check=False), [data.parent / made_up.TEXT_FILE], lambda _: None)


def addresses(graph: ArgumentMap) -> Iterator[str]:
    """Yield every address that may answer something of the article."""
    yield from (
        "/",
        "/docs",
        "/openapi.json",
        "/ontology",
        "/context.jsonld",
        "/health",
        "/metrics",
        "/sparql",
    )
    yield from ("/.well-known/void", "/.well-known/api-catalog", "/api/v1/queries")
    for query in graph.catalogue.endpoints():
        path = (query.path or "").replace("{article}", ARTICLE).replace("{slug}", "first")
        yield f"/api/v1{path.replace('{number}', '1')}"
    for query in graph.catalogue:
        yield f"/api/v1/queries/{query.name}?article={ARTICLE}"
        yield f"/api/v1/queries/{query.name}?thing={quote(FIRST.iri, safe='')}"
    for thing in (ARTICLE, f"{ARTICLE}/claim/first", f"{ARTICLE}/passage/p1-s1", f"{ARTICLE}/paragraph/1"):
        for kind in ("", ".ttl", ".json"):
            yield f"/id/{thing}{kind}"


QUERIES = (
    "SELECT * { ?s ?p ?o FILTER(isLiteral(?o)) } ORDER BY ?p ?s LIMIT 90000",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    f"SELECT * {{ GRAPH <{GRAPH_LOCAL}{ARTICLE}> {{ ?s ?p ?o }} }}",
    "SELECT ?o { ?s <https://w3id.org/argmap/ontology#wording> ?o }",
    f"DESCRIBE <{FIRST.iri}>",
)


def told(root: str, graph: ArgumentMap) -> dict[str, str]:
    """Return what every address and query answers."""
    with httpx.Client(base_url=root, timeout=60) as client:
        found = {address: client.get(address).text for address in addresses(graph)}
        return found | {text: client.get("/sparql", params={"query": text}).text for text in QUERIES}


def test_without_a_copy_nothing_reveals_any_wording(plain: ArgumentMap) -> None:
    with running(plain) as root:
        answers = told(root, plain)
    assert len(answers) > 80
    sentences = [
        made_up.article().text[each.start : each.end] for each in made_up.article().passages.values()
    ]
    inner = [sentence[10:40] for sentence in sentences if len(sentence) > 60]
    assert [address for address, text in answers.items() if any(words in text for words in inner)] == []


def test_with_a_copy_the_wording_stands_beside_the_statement(private: ArgumentMap) -> None:
    with running(private) as root:
        answers = told(root, private)
    showing = {address for address, text in answers.items() if WORDS in text}
    assert {CLAIM, f"/api/v1/articles/{ARTICLE}/passages", f"/id/{ARTICLE}/passage/p1-s1"} <= showing
    assert set(QUERIES) <= showing
    passage = json.loads(answers[CLAIM])["expressedIn"]
    assert passage["wording"] == WORDS
    assert passage["wordingFrom"].startswith("Copy ")
    assert "on this machine only" in passage["wordingFrom"]


def test_the_wording_is_in_a_graph_of_its_own_and_the_state_has_another_name(
    plain: ArgumentMap, private: ArgumentMap
) -> None:
    assert private.store.graphs() - plain.store.graphs() == {GRAPH_LOCAL + ARTICLE}
    assert private.digest != plain.digest
    assert len(private.store) - len(plain.store) == 2 * len(made_up.article().passages)


def test_the_page_says_that_the_wording_is_there(private: ArgumentMap, plain: ArgumentMap) -> None:
    assert b"With the wording of your own copy" in asked(private, "/", HERE).text
    assert b"wording" not in asked(plain, "/", HERE).text


@pytest.mark.parametrize("path", ["/", CLAIM, "/health", "/nothing", "/api/v1/claims"])
def test_no_answer_is_stored_or_readable_by_other_pages(private: ArgumentMap, path: str) -> None:
    got = asked(private, path, HERE)
    assert got.headers["cache-control"] == "no-store, private"
    assert got.headers["cross-origin-resource-policy"] == "same-origin"
    assert not [name for name in got.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "name",
    ["127.0.0.1", "127.0.0.1:80", "localhost:8000", "LOCALHOST", "localhost.", "[::1]:8000", "[::1]:65535"],
)
def test_this_machine_is_answered(private: ArgumentMap, name: str) -> None:
    assert asked(private, CLAIM, {"host": name}).status == 200
    assert asked(private, CLAIM, {"host": name, "origin": f"http://{name}".lower()}).status == 200


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_a_page_of_this_server_and_an_address_typed_in_are_answered(private: ArgumentMap, site: str) -> None:
    assert asked(private, CLAIM, {**HERE, "sec-fetch-site": site}).status == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"host": "argmap.example"},
        {"host": "127.0.0.1.argmap.example"},
        {"host": "localhost@argmap.example"},
        {"host": "[::1"},
        {"host": ""},
        {"host": "evil.example@127.0.0.1:8202"},
        {"host": "127.0.0.1/evil"},
        {"host": "localhost?x"},
        {"host": "localhost#x"},
        {"host": "localhost.."},
        {"host": "localhost:"},
        {"host": "localhost:0"},
        {"host": "localhost:65536"},
        {"host": "localhost:99999"},
        {"host": "127.0.0.1, argmap.example"},
        {**HERE, "x-forwarded-for": "127.0.0.1"},
        {**HERE, "x-forwarded-host": "localhost"},
        {**HERE, "forwarded": "for=127.0.0.1"},
        {**HERE, "via": "1.1 proxy"},
        {**HERE, "x-real-ip": "127.0.0.1"},
        {**HERE, "origin": "https://argmap.example"},
        {**HERE, "origin": "http://127.0.0.1:9999"},
        {**HERE, "origin": "null"},
        {**HERE, "origin": ""},
        {**HERE, "origin": "http://["},
        {**HERE, "origin": "http://x]/"},
        {**HERE, "origin": "//127.0.0.1:8000"},
        {**HERE, "origin": "127.0.0.1:8000"},
        {**HERE, "origin": "https://127.0.0.1:8000"},
        {**HERE, "origin": "http://evil.example@127.0.0.1:8000"},
        {**HERE, "sec-fetch-site": "cross-site"},
    ],
    ids=str,
)
def test_whatever_comes_from_elsewhere_is_refused(private: ArgumentMap, fields: dict[str, str]) -> None:
    got = asked(private, CLAIM, fields)
    problem = json.loads(got.text)
    assert (got.status, problem["type"].rpartition("/")[2]) == (403, "private-wording")
    assert "answers on that machine alone" in problem["detail"]
    assert WORDS not in got.text.decode()


PROXIES = [
    "cdn-loop",
    "cf-connecting-ip",
    "fly-client-ip",
    "forwarded",
    "max-forwards",
    "proxy-connection",
    "tailscale-user-login",
    "true-client-ip",
    "via",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-envoy-external-address",
    "x-forwarded-for",
    "x-original-for",
    "x-original-host",
    "x-originating-ip",
    "x-real-ip",
]


@pytest.mark.parametrize("name", PROXIES)
def test_whatever_a_proxy_passed_on_is_refused(private: ArgumentMap, name: str) -> None:
    for spelled in (name, name.replace("-", "_")):
        got = asked(private, CLAIM, {**HERE, spelled: "127.0.0.1"})
        assert got.status == 403
        assert "passed on by a proxy" in json.loads(got.text)["detail"]


@pytest.mark.parametrize("host", ["argmap.example", "evil.example@127.0.0.1:8000", ""])
def test_a_target_that_names_another_host_is_refused(private: ArgumentMap, host: str) -> None:
    got = asked(private, f"http://{host}{CLAIM}", HERE)
    assert got.status == 403
    assert "names another host" in json.loads(got.text)["detail"]


@pytest.mark.parametrize("field", ["Origin: http://[", "Origin: http://x]/", "Host: localhost:99999"])
def test_a_field_that_is_no_address_is_refused_on_the_wire_too(private: ArgumentMap, field: str) -> None:
    name, _, value = field.partition(": ")
    with running(private) as root:
        got = httpx.get(root + CLAIM, headers={name: value})
    assert (got.status_code, got.headers["content-type"]) == (403, "application/problem+json")


@pytest.mark.parametrize("client", ["192.0.2.1", "2001:db8::1", "", "::ffff:192.0.2.1"])
def test_another_machine_is_refused(private: ArgumentMap, client: str) -> None:
    assert asked(private, CLAIM, HERE, client).status == 403


def test_without_a_copy_everybody_is_answered(plain: ArgumentMap) -> None:
    got = asked(plain, CLAIM, {"host": "argmap.example", "x-forwarded-for": "192.0.2.1"}, "192.0.2.1")
    assert got.status == 200
    assert got.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "environment",
    [
        {"ARGMAP_HOST": "0.0.0.0"},
        {"ARGMAP_HOST": "::"},
        {"ARGMAP_HOST": "192.0.2.1"},
        {"ARGMAP_HOST": "argmap.example"},
        {"ARGMAP_TRUSTED_PROXIES": "127.0.0.1"},
        {"ARGMAP_PUBLIC_URL": "https://argmap.example"},
    ],
    ids=str,
)
def test_it_is_not_served_where_others_reach_it(private: ArgumentMap, environment: dict[str, str]) -> None:
    settings = Settings.from_environment(environment)
    with pytest.raises(UsageError, match=r"--text: the wording is for this machine alone"):
        create_app(private, settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_it_is_served_on_the_loopback(host: str) -> None:
    refuse_public(Settings(host=host))


def test_what_was_kept_is_shown_too(data: Path, tmp_path: Path) -> None:
    graph = build([data], check=False)
    file = tmp_path / "kept.json"
    kept.keep(search_copy(graph, data.parent / made_up.TEXT_FILE, ARTICLE), file)
    shown = copies.shown(graph, [file], lambda _: None)
    assert json.loads(asked(shown, CLAIM, HERE).text)["expressedIn"]["wording"] == WORDS


def test_nothing_kept_is_told(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(UsageError, match=r"no answer is kept in .*argmap anchor COPY"):
        copies.shown(build([data], check=False), [None], lambda _: None)


def test_a_copy_of_something_else_is_told(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(made_up.filler(5000))
    with pytest.raises(
        InputError, match=r"0 of 120 passages found: this does not look like a copy of any article"
    ):
        copies.shown(build([data], check=False), [other], lambda _: None)


@pytest.mark.parametrize(
    "change", [{"article": "tiny-2020"}, {"passages": [{"id": "x"}]}, {"copy": None}], ids=str
)
def test_a_kept_answer_that_was_changed_is_refused(
    data: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    answer = {
        "format": "argmap-wording-1",
        "article": ARTICLE,
        "copy": {"sha256": "0" * 64},
        "passages": [{"id": FIRST.iri, "wording": "x"}],
    }
    file = tmp_path / "kept.json"
    file.write_text(json.dumps({**answer, **change}))
    with pytest.raises(InputError, match=r"is a damaged answer"):
        copies.shown(build([data], check=False), [file], lambda _: None)
