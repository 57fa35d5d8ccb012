"""The ontology at its own address: for people a page, for programs RDF, and what was released stays."""

import httpx
import pytest
from rdflib import OWL, Graph, URIRef
from rdflib.compare import isomorphic

from argmap.vocabulary import ONTOLOGY

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
DOCUMENTS = [
    "/ontology",
    "/ontology/1.0.0",
    "/ontology/alignments",
    "/ontology/alignments/spar",
    "/ontology/alignments/spar/1.0.0",
    "/ontology/1.0.0/alignments",
]
TYPES = {
    "html": "text/html",
    "ttl": "text/turtle",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
FORMATS = {"ttl": "turtle", "rdf": "rdfxml", "jsonld": "jsonld", "nt": "ntriples", "html": "html"}
every_document = pytest.mark.parametrize("path", DOCUMENTS)


def media_type(answer: httpx.Response) -> str:
    return answer.headers["content-type"].partition(";")[0]


@every_document
@pytest.mark.parametrize("extension", TYPES)
def test_a_document_comes_in_every_format_by_three_ways(
    client: httpx.Client, path: str, extension: str
) -> None:
    accepted = client.get(path, headers={"Accept": TYPES[extension]})
    assert accepted.status_code == 200
    assert media_type(accepted) == TYPES[extension]
    by_extension = client.get(f"{path}.{extension}", headers={"Accept": "image/png"})
    by_parameter = client.get(path, params={"format": FORMATS[extension]})
    assert by_extension.content == by_parameter.content == accepted.content
    assert by_extension.headers["etag"] == accepted.headers["etag"]


@every_document
@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/turtle"),
        (
            "application/rdf+xml, application/xml; q=0.7, text/plain; q=0.1, */*; q=0.09",
            "application/rdf+xml",
        ),
        ("text/html;q=0.3, application/ld+json;q=0.7", "application/ld+json"),
        ("text/*;q=0.5, text/turtle;q=0.1", "text/html"),
    ],
)
def test_wishes_are_weighed(client: httpx.Client, path: str, accept: str, expected: str) -> None:
    assert media_type(client.get(path, headers={"Accept": accept})) == expected


@every_document
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_all_formats_say_the_same(client: httpx.Client, path: str) -> None:
    graphs = [
        Graph().parse(data=client.get(f"{path}.{extension}").text, format=parser)
        for extension, parser in (("nt", "nt"), ("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld"))
    ]
    assert len(graphs[0]) > 30
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


@every_document
def test_what_one_has_is_not_sent_again(client: httpx.Client, path: str) -> None:
    page, turtle = (client.get(f"{path}.{extension}") for extension in ("html", "ttl"))
    assert page.headers["etag"] != turtle.headers["etag"]
    again = client.get(path, headers={"Accept": BROWSER, "If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(path, headers={"Accept": "text/turtle", "If-None-Match": page.headers["etag"]})
    assert other.status_code == 200
    assert "Accept" in page.headers["vary"].split(", ")


@every_document
def test_head_and_options(client: httpx.Client, path: str) -> None:
    whole, head = (client.request(method, path, headers={"Accept": BROWSER}) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]
    options = client.options(path)
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert client.post(path).status_code == 405


@every_document
def test_links_lead_to_the_other_formats(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/turtle"})
    links = [part for part in answer.headers["link"].split(", ") if 'rel="alternate"' in part]
    targets = [part[1:].partition(">")[0] for part in links]
    assert {target.rpartition(".")[2] for target in targets} == TYPES.keys() - {"ttl"}
    for target in targets:
        found = client.get(target)
        assert media_type(found) == TYPES[target.rpartition(".")[2]]
    assert answer.links["describedby"]["url"].endswith(f"{path}.html")


@every_document
def test_any_page_may_read_it_and_nothing_runs_in_it(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": BROWSER, "Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }


@every_document
def test_a_format_that_is_not_there_is_refused_by_name(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert set(answer.json()["offered"]) == set(TYPES.values())
    problem = client.get(path, params={"format": "csv"})
    assert problem.status_code == 400
    assert "html" in problem.json()["detail"]


@every_document
@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        ("application/json", "jsonld"),
        ("application/json, text/javascript, */*; q=0.01", "jsonld"),
        ("text/plain", "nt"),
        ("text/plain;q=0.2, application/rdf+xml", "rdf"),
    ],
)
def test_what_others_call_a_format_gets_it_under_its_own_name(
    client: httpx.Client, path: str, accept: str, extension: str
) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert media_type(answer) == TYPES[extension]
    assert answer.content == client.get(f"{path}.{extension}").content


@every_document
@pytest.mark.parametrize("name", ["owl", "xml", "rdf"])
def test_rdf_xml_is_found_by_all_its_names(client: httpx.Client, path: str, name: str) -> None:
    answers = [client.get(f"{path}.{name}"), client.get(path, params={"format": name})]
    assert [media_type(answer) for answer in answers] == [TYPES["rdf"]] * 2
    assert {answer.content for answer in answers} == {client.get(f"{path}.rdf").content}


@every_document
def test_owl_xml_is_another_language_and_refused(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": "application/owl+xml"})
    assert answer.status_code == 406
    assert set(answer.json()["offered"]) == set(TYPES.values())


@pytest.mark.parametrize("asked", ["", "?format=rdf"])
def test_a_slash_too_many_leads_to_the_ontology(client: httpx.Client, asked: str) -> None:
    answer = client.get(f"/ontology/{asked}")
    assert answer.status_code == 308
    assert answer.url.join(answer.headers["location"]).raw_path.decode() == f"/ontology{asked}"
    assert client.get(f"/ontology/{asked}", follow_redirects=True).status_code == 200


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/ontology/9.9.9", "1.0.0"),
        ("/ontology/9.9.9.ttl", "1.0.0"),
        ("/ontology/9.9.9/alignments", "1.0.0"),
        ("/ontology/01.0.0", "1.0.0"),
        ("/ontology/%2e%2e", "1.0.0"),
        ("/ontology/alignments/spra", "ontology/alignments/spar"),
        ("/ontology/alignments/spar/9.9.9", "1.0.0"),
        ("/ontology/alignments/..%2fargmap", "spar"),
    ],
)
def test_what_was_never_published_is_404_and_says_what_was(
    client: httpx.Client, path: str, hint: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert hint in answer.text


def test_a_version_is_served_as_what_it_says_it_is(client: httpx.Client) -> None:
    answer = client.get("/ontology/1.0.0")
    graph = Graph().parse(data=answer.text, format="turtle")
    assert graph.value(URIRef(ONTOLOGY), OWL.versionIRI) == URIRef(f"{ONTOLOGY}/1.0.0")
    assert answer.links["latest-version"]["url"].endswith("/ontology")


def test_the_merged_document_has_one_header(client: httpx.Client) -> None:
    graph = Graph().parse(data=client.get("/ontology/alignments").text, format="turtle")
    assert list(graph.subjects(None, OWL.Ontology)) == [URIRef(f"{ONTOLOGY}/alignments")]
    one = Graph().parse(data=client.get("/ontology/alignments/aif").text, format="turtle")
    named = {triple for triple in one if all(isinstance(node, URIRef) for node in triple)}
    assert {each for each in named - set(graph) if "alignments/aif" not in str(each[0])} == set()


def test_a_page_of_an_alignment_leads_to_our_terms_and_to_others(client: httpx.Client) -> None:
    for path in ("/ontology/alignments/spar", "/ontology/alignments", "/ontology/alignments/spar/1.0.0"):
        page = client.get(f"{path}.html")
        target = page.url.join(page.text.partition('href="')[2].partition('"')[0])
        assert client.get(target, headers={"Accept": BROWSER}).status_code == 200
        assert target.path == "/ontology"
        assert "http://purl.org/spar/" in page.text
