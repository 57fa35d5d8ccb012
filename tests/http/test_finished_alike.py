"""Whether answers are kept or not, whoever asks sees the same: status, fields, bytes."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.types import ASGIApp
from tests.http.asgi import Got, ask

from argmap.graph.argument_map import ArgumentMap
from argmap.http.dataset_description import dataset_routes
from argmap.http.docs_page import docs_routes
from argmap.http.encoding import chosen
from argmap.http.finished import Finished
from argmap.http.linked_data import linked_data_routes
from argmap.http.query_catalogue import query_catalogue_routes
from argmap.http.rest import rest_routes
from argmap.settings import Settings

CLAIM = "kuperman-1996/claim/leverage-cuts-both-ways"
ADDRESSES: list[tuple[str, dict[str, str]]] = [
    ("/api/v1/claims", {"limit": "3", "stance": "rejected", "q": "a", "sort": "label"}),
    ("/api/v1/claims", {"limit": "2", "offset": "2", "format": "csv"}),
    ("/api/v1/claims", {"limit": "0"}),
    ("/api/v1/claims/kuperman-1996/leverage-cuts-both-ways", {}),
    ("/api/v1/claims/kuperman-1996/no-such-claim", {}),
    ("/api/v1/queries", {}),
    ("/api/v1/queries/claims/list", {"format": "sparql"}),
    (f"/id/{CLAIM}", {}),
    ("/context.jsonld", {}),
    ("/.well-known/void", {"format": "turtle"}),
    ("/docs", {}),
]
ACCEPT = [
    "",
    "*/*",
    "application/json",
    "text/turtle",
    "text/csv;q=0.5, application/ld+json;q=0.4",
    "image/png",
    "?",
]
ENCODING = [
    "",
    "gzip",
    "br",
    "gzip, br;q=0.5",
    "*",
    "identity",
    "br, identity;q=0",
    "*;q=0",
    "deflate",
    "br;q=x",
]
KNOWN = ["none", "*", "other", "", "-br", "-gzip", "-br-always"]


@dataclass(frozen=True)
class Question:
    """A request; `known` says which tags it names, by their ends."""

    url: str
    method: str
    fields: tuple[tuple[str, str], ...]
    known: tuple[str, ...]
    weak: bool

    def headers(self, tag: str) -> dict[str, str]:
        """Return the fields to send, if the application gives the answer this tag."""
        named = ", ".join(self._name(each, tag) for each in self.known)
        return dict(self.fields) | ({"If-None-Match": named} if named else {})

    def _name(self, known: str, tag: str) -> str:
        plain = {"none": '""', "*": "*", "other": '"other"'}.get(known, f'{tag[:-1]}{known}"')
        return plain if not self.weak or known == "*" else f"W/{plain}"


@st.composite
def questions(draw: st.DrawFn) -> Question:
    path, parameters = draw(st.sampled_from(ADDRESSES))
    query = urlencode(draw(st.permutations(list(parameters.items()))))
    return Question(
        url=f"{path}?{query}" if query else path,
        method=draw(st.sampled_from(["GET", "GET", "HEAD"])),
        fields=(
            ("Accept", draw(st.sampled_from(ACCEPT))),
            ("Accept-Encoding", draw(st.sampled_from(ENCODING))),
        ),
        known=tuple(draw(st.lists(st.sampled_from(KNOWN), max_size=2))),
        weak=draw(st.booleans()),
    )


@dataclass(frozen=True)
class Servers:
    """The same application thrice: bare, with answers kept, with none kept."""

    bare: ASGIApp
    keeping: Finished
    forgetting: Finished


@pytest.fixture(scope="module")
def servers(shipped: ArgumentMap) -> Servers:
    own = Settings()
    routes = [
        *query_catalogue_routes(shipped, own),
        *rest_routes(shipped, own),
        *linked_data_routes(shipped, own),
        *dataset_routes(shipped, own),
        *docs_routes(),
    ]
    bare = Starlette(routes=routes)
    return Servers(bare, Finished(bare, 8), Finished(bare, 0))


@settings(max_examples=300, deadline=None)
@given(question=questions())
def test_kept_or_not_answers_are_the_same(servers: Servers, question: Question) -> None:
    plain = ask(servers.bare, question.url, dict(question.fields))
    headers = question.headers(plain.headers.get("etag", '"missing"'))
    made = ask(servers.forgetting, question.url, headers, question.method)
    for _ in range(2):
        kept = ask(servers.keeping, question.url, headers, question.method)
        assert (kept.status, kept.headers, kept.body) == (made.status, made.headers, made.body)
    assert kept.facts.get("cached") or question.known or "etag" not in plain.headers
    assert _as_expected(made, plain, question, headers)


def _as_expected(made: Got, plain: Got, question: Question, headers: dict[str, str]) -> bool:
    """Whether an answer is what the bare application's is, tagged and encoded by the letter."""
    if "etag" not in plain.headers:
        return (made.status, made.headers) == (plain.status, plain.headers)
    suffix = chosen(headers["Accept-Encoding"].encode()).suffix.decode()
    has = suffix in question.known or question.known == ("*",)
    body = b"" if has or question.method == "HEAD" else plain.body
    return (
        made.status == (304 if has else 200)
        and made.headers["etag"] == f'{plain.headers["etag"][:-1]}{suffix}"'
        and made.headers["vary"].endswith("Accept-Encoding")
        and made.headers.get("link") == (None if has else plain.headers.get("link"))
        and (made.text if made.body else b"") == body
    )


def test_the_order_of_parameters_does_not_matter(servers: Servers) -> None:
    path, parameters = ADDRESSES[0]
    forwards = ask(servers.keeping, f"{path}?{urlencode(parameters)}")
    backwards = ask(servers.keeping, f"{path}?{urlencode(list(parameters.items())[::-1])}")
    assert forwards.headers == backwards.headers
    assert forwards.body == backwards.body


def test_files_are_encoded_and_kept(servers: Servers) -> None:
    url, headers = "/docs/swagger-ui.css", {"Accept-Encoding": "gzip"}
    plain = ask(servers.bare, url)
    made, kept = ask(servers.keeping, url, headers), ask(servers.keeping, url, headers)
    assert kept.facts == {"cached": True}
    assert made.text == kept.text == plain.body
    assert len(kept.body) < len(plain.body) / 3


def test_pictures_are_kept_as_they_are(servers: Servers) -> None:
    url, headers = "/docs/favicon.png", {"Accept-Encoding": "gzip"}
    made, kept = ask(servers.keeping, url, headers), ask(servers.keeping, url, headers)
    assert kept.facts == {"cached": True}
    assert "content-encoding" not in kept.headers
    assert made.body == kept.body == ask(servers.bare, url).body
