"""The reference page: up to date, with an anchor for every term, and loading nothing."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from rdflib import OWL, RDF, Graph

from argmap.formats.ontology.class_diagram import drawn, kinds
from argmap.formats.ontology.reference import reference_page
from argmap.vocabulary import AM

PAGE = Path("ontology/reference/ontology.html")
OUTDATED = "the ontology has changed: run `make reference` (and look at docs/publishing.md about releases)"


class Seen(HTMLParser):
    """What a page has: ids, links, what it loads, and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        elif tag == "link" and given["rel"] != "canonical":
            self.loads.append((tag, given["href"]))
        self.loads += [
            (tag, given[name]) for name in ("src", "srcset", "data", "xlink:href") if name in given
        ]


@pytest.fixture(scope="module")
def text() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Seen:
    return Seen(text)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse("ontology/argmap.ttl")


def made(turtle: str) -> str:
    """Return the page of a made-up ontology."""
    header = f"""
        @prefix am: <{AM}> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <https://w3id.org/argmap/ontology> a owl:Ontology ; dcterms:title "Made up" .
    """
    return reference_page(Graph().parse(data=header + turtle, format="turtle"), [])


def test_the_page_is_what_the_ontology_gives_now(text: str) -> None:
    program = "from argmap.graph.publishing.reference import reference; print(reference(), end='')"
    # In another process with other hashes: the order of sets must not show.
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
    assert run.returncode == 0, run.stderr
    assert run.stdout == text, OUTDATED


def test_the_iri_of_every_term_leads_to_its_anchor(page: Seen, ontology: Graph) -> None:
    terms = {str(each).removeprefix(AM) for each in ontology.subjects(RDF.type) if str(each).startswith(AM)}
    assert len(terms) > 200
    assert terms - set(page.ids) == set()


def test_no_anchor_is_there_twice(page: Seen) -> None:
    assert sorted(page.ids) == sorted(set(page.ids))


def test_every_link_within_the_page_has_its_anchor(page: Seen) -> None:
    fragments = {link[1:] for link in page.links if link.startswith("#")}
    assert len(fragments) > 200
    assert fragments - set(page.ids) == set()


def test_the_page_loads_nothing(text: str, page: Seen) -> None:
    assert page.loads == []
    assert re.findall(r"@import|url\((?!#arrow\))|<(?:iframe|object|embed|base|form|img)\b", text) == []
    assert re.findall(r"<script(?! type=\"application/ld\+json\")", text) == []


@pytest.mark.parametrize("path", ["/ontology.html", "/ontology", "/ontology/1.0.0", "/ontology/1.0.0.html"])
def test_every_link_to_a_file_beside_the_page_leads_somewhere(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    targets = {link for link in Seen(answer.text).links if not link.startswith(("#", "http"))}
    assert len(targets) >= 5
    assert {client.get(answer.url.join(target)).status_code for target in targets} == {200}


def test_blank_nodes_are_written_out(text: str, page: Seen) -> None:
    definition = text[text.index('id="Premise"') :].partition('class="property entity"')[0]
    assert "inverse" in definition
    assert 'some <a href="#Argument">' in definition
    assert re.findall(r">(?:n[0-9a-f]{32}b\d+|None|_:\w+)<", text) == []


def test_the_diagram_can_be_read_to_someone(text: str) -> None:
    svg = text[text.index("<svg") : text.index("</svg>")]
    assert 'role="img"' in svg
    named = re.search(r'aria-labelledby="(\S+) (\S+)"', svg)
    assert named is not None
    assert f'<title id="{named[1]}">Class diagram</title>' in svg
    assert f'<desc id="{named[2]}">' in svg


def test_the_diagram_shows_every_class_but_lists_of_values(text: str, ontology: Graph) -> None:
    svg = text[text.index("<svg") : text.index("</svg>")]
    shown = {link[1:] for link in Seen(svg).links}
    classes = {each for each in ontology.subjects(RDF.type, OWL.Class) if str(each).startswith(AM)}
    values = set(ontology.subjects(RDF.type, OWL.NamedIndividual))
    lists = {each for value in values for each in ontology.objects(value, RDF.type)}
    assert len(classes) > 60
    assert {str(each).removeprefix(AM) for each in classes - lists} - shown == set()


def test_boxes_of_the_diagram_do_not_overlap(ontology: Graph) -> None:
    svg = drawn(kinds(ontology), "title", "description")
    rectangles = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)"', svg)
    boxes = [tuple(map(float, each)) for each in rectangles]
    assert len(boxes) > 8
    apart = [
        a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
        for number, a in enumerate(boxes)
        for b in boxes[:number]
    ]
    assert all(apart)


def test_arrows_go_from_kind_to_kind_also_in_circles_and_to_themselves() -> None:
    graph = Graph().parse(
        data=f"""
        @prefix am: <{AM}> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        am:A a owl:Class . am:B a owl:Class . am:C a owl:Class . am:A1 a owl:Class ; rdfs:subClassOf am:A .
        am:ab a owl:ObjectProperty ; rdfs:domain am:A1 ; rdfs:range am:B .
        am:bc a owl:ObjectProperty ; rdfs:domain am:B ; rdfs:range am:C .
        am:ca a owl:ObjectProperty ; rdfs:domain am:C ; rdfs:range am:A .
        am:aa a owl:ObjectProperty ; rdfs:domain am:A ; rdfs:range am:A .
        """,
        format="turtle",
    )
    svg = drawn(kinds(graph), "t", "d")
    said = re.findall(r'class="arrow".*?<title>(.*?)</title>', svg)
    assert sorted(said) == ["A: ab → B", "B: bc → C", "C: ca → A"]
    assert svg.count("<rect") == 3


def test_what_looks_like_markup_is_text() -> None:
    text = made("""
        am:Odd a owl:Class ; rdfs:label "odd <b>label</b>"@en ;
            skos:definition "A <script>x()</script> of *stars*, _lines_, [a](javascript:b), </style>."@en ;
            skos:example "An <i>example</i>"@en .
    """)
    seen = Seen(text)
    assert not {"b", "i", "em", "code_"} & set(seen.tags)
    assert seen.tags.count("script") == 1
    assert not any(link.startswith("javascript") for link in seen.links)
    assert "*stars*" in text
    assert "_lines_" in text


def test_what_a_term_is_besides_is_said_in_words() -> None:
    text = made("""
        am:A a owl:Class ; rdfs:label "a" . am:B a owl:Class ; rdfs:label "b" ; owl:disjointWith am:A .
        am:p a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "p" ; owl:inverseOf am:q .
        am:q a owl:ObjectProperty ; rdfs:label "q" ; owl:deprecated true ;
            owl:propertyChainAxiom ( am:p [ owl:inverseOf am:p ] ) .
        am:v a owl:NamedIndividual, am:A ; rdfs:label "v" .
    """)
    plain = " ".join(re.sub(r"<[^>]+>", "", text).split())
    for sentence in (
        "Functional: a thing has at most one value.",
        "Inverse of q.",
        "Deprecated.",
        "Follows from p o inverse p.",
        "Disjoint with B.",
        "A value of A.",
    ):
        assert sentence in plain
    assert {"A", "B", "p", "q", "v"} <= set(Seen(text).ids)
