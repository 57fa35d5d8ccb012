import re
from dataclasses import replace
from html.parser import HTMLParser

import httpx
import pyoxigraph
import pytest
from tests.serving import running

from argmap.graph.argument_map import ArgumentMap
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH, ID, RDF, RDFS, term


class Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, value or "") for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_a_page_loads_nothing_from_elsewhere(client: httpx.Client, path: str) -> None:
    page = client.get(path)
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert not re.findall(r"(?:https?:)?//\w", page.text)
    loaded = [link for tag, link in Links(page.text).found if tag != "a"]
    assert [client.get(f"/{link}").status_code for link in loaded] == [200] * len(loaded)


def test_every_link_of_the_first_page_leads_somewhere(client: httpx.Client) -> None:
    links = [link for _, link in Links(client.get("/").text).found]
    assert "api/v1/articles/kuperman-1996" in links
    assert {link: client.get(f"/{link}").status_code for link in links} == dict.fromkeys(links, 200)


def test_the_first_page_names_every_endpoint(client: httpx.Client, shipped: ArgumentMap) -> None:
    page = client.get("/").text
    assert [q.path for q in shipped.catalogue.endpoints() if f"/api/v1{q.path}<" not in page] == []


def test_the_interactive_page_asks_no_validator(client: httpx.Client) -> None:
    page = client.get("/docs").text
    assert '"validatorUrl": null' in page
    assert "url: 'openapi.json'" in page


def test_markup_in_the_data_stays_text(shipped: ArgumentMap) -> None:
    article = pyoxigraph.NamedNode(ID + "x")
    label = pyoxigraph.Literal("<script>alert(1)</script>")
    graph = pyoxigraph.NamedNode(GRAPH + "x")
    quads = [
        pyoxigraph.Quad(
            article, pyoxigraph.NamedNode(RDF + "type"), pyoxigraph.NamedNode(term("Article")), graph
        ),
        pyoxigraph.Quad(article, pyoxigraph.NamedNode(RDFS + "label"), label, graph),
    ]
    with running(replace(shipped, store=EmbeddedStore(quads))) as root:
        page = httpx.get(root).text
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
