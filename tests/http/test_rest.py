import csv
import io

import httpx
import pyoxigraph
import pytest

CLAIM = "/api/v1/claims/kuperman-1996/leverage-cuts-both-ways"
IRI = "https://w3id.org/argmap/id/kuperman-1996/claim/leverage-cuts-both-ways"
LIST_TYPES = ["application/ld+json", "application/json", "text/csv", "application/sparql-query"]


def test_a_list_has_items_and_a_total(client: httpx.Client, root: str) -> None:
    answer = client.get("/api/v1/claims", params={"limit": 3}).json()
    assert answer["@context"] == f"{root}/context.jsonld"
    assert len(answer["items"]) == 3
    assert answer["total"] > 100


def test_a_filter_narrows_a_list(client: httpx.Client) -> None:
    rejected = client.get("/api/v1/claims", params={"stance": "rejected", "limit": 1000}).json()
    assert 0 < rejected["total"] == len(rejected["items"])
    assert {item["authorStance"] for item in rejected["items"]} == {"rejected"}


def test_a_detail_is_one_thing(client: httpx.Client) -> None:
    answer = client.get(CLAIM)
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["id"] == IRI


@pytest.mark.parametrize("media_type", LIST_TYPES)
def test_a_list_comes_as_accepted(client: httpx.Client, media_type: str) -> None:
    answer = client.get("/api/v1/claims", headers={"Accept": media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("json", "application/ld+json"), ("csv", "text/csv"), ("sparql", "application/sparql-query")],
)
def test_format_overrides_accept(client: httpx.Client, name: str, media_type: str) -> None:
    answer = client.get("/api/v1/claims", params={"format": name}, headers={"Accept": "text/html"})
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_csv_has_a_row_for_each_item(client: httpx.Client) -> None:
    answer = client.get("/api/v1/claims", params={"format": "csv", "limit": 7})
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert header[0] == "id"
    assert len({row[0] for row in rows}) == 7


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
    ],
)
def test_a_detail_comes_as_rdf(client: httpx.Client, accept: str, format_: pyoxigraph.RdfFormat) -> None:
    answer = client.get(CLAIM, headers={"Accept": accept})
    subjects = {quad.subject for quad in pyoxigraph.parse(answer.content, format=format_)}
    assert pyoxigraph.NamedNode(IRI) in subjects


def test_the_query_behind_an_answer_gives_the_same_rows(client: httpx.Client) -> None:
    given = {"stance": "rejected", "limit": "1000"}
    text = client.get("/api/v1/claims", params={**given, "format": "sparql"}).text
    rows = client.get("/sparql", params={"query": text, "format": "json"}).json()["results"]["bindings"]
    items = client.get("/api/v1/claims", params=given).json()["items"]
    assert list(dict.fromkeys(row["id"]["value"] for row in rows)) == [item["id"] for item in items]


def test_an_answer_names_its_query(client: httpx.Client) -> None:
    link = client.get(CLAIM).links["describedby"]
    assert client.get(link["url"], headers={"Accept": link["type"]}).text.startswith("#+ path: /claims/")


def test_head_has_the_fields_of_get_and_no_body(client: httpx.Client) -> None:
    get, head = client.get("/api/v1/claims"), client.head("/api/v1/claims")
    without_date = [{**answer.headers, "date": ""} for answer in (get, head)]
    assert without_date[0] == without_date[1]
    assert head.content == b""


@pytest.mark.parametrize(
    "path", ["/api/v1/claims", CLAIM, "/id/kuperman-1996", "/health", "/", "/openapi.json"]
)
def test_options_says_what_is_allowed(client: httpx.Client, path: str) -> None:
    answer = client.options(path)
    assert answer.status_code == 204
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_path_value_cannot_be_given_again(client: httpx.Client) -> None:
    assert client.get(CLAIM, params={"claim": IRI}).status_code == 400


def test_an_article_counts_the_sources_that_the_list_has(client: httpx.Client) -> None:
    listed = client.get("/api/v1/sources", params={"article": "kuperman-1996"}).json()["total"]
    assert client.get("/api/v1/articles/kuperman-1996").json()["sourceCount"] == listed == 30


def test_counterarguments_can_be_asked_for_by_whether_they_are_answered(client: httpx.Client) -> None:
    def total(**filters: str) -> int:
        return int(client.get("/api/v1/counterarguments", params=filters).json()["total"])

    assert total(answered="true") + total(answered="false") == total()
    assert 0 < total(answered="false") < total()
