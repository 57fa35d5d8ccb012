import httpx
import pytest


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/api/v1/claims.csv", "text/csv"),
        ("/api/v1/claims.json", "application/ld+json"),
        ("/api/v1/claims.jsonld", "application/ld+json"),
        ("/api/v1/claims.rq", "application/sparql-query"),
        ("/api/v1/sources/african-rights-1994.ttl", "text/turtle"),
        ("/api/v1/queries/claims/list.csv", "text/csv"),
        ("/id/kuperman-1996.nt", "application/n-triples"),
        ("/id/kuperman-1996.jsonld", "application/ld+json"),
        ("/ontology.rdf", "application/rdf+xml"),
        ("/.well-known/void.ttl", "text/turtle"),
        ("/sparql.csv?query=SELECT%20*%20%7B%7D", "text/csv"),
        ("/sparql.ttl", "text/turtle"),
    ],
)
def test_an_extension_chooses_the_format(client: httpx.Client, path: str, media_type: str) -> None:
    answer = client.get(path, headers={"Accept": "image/png"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_an_extension_and_the_parameter_give_the_same_answer(client: httpx.Client) -> None:
    by_extension = client.get("/api/v1/claims.csv", params={"limit": 2})
    by_parameter = client.get("/api/v1/claims", params={"limit": 2, "format": "csv"})
    assert by_extension.content == by_parameter.content
    assert by_extension.headers["etag"] == by_parameter.headers["etag"]
    assert by_extension.links == by_parameter.links


def test_both_at_once_are_refused(client: httpx.Client) -> None:
    assert client.get("/api/v1/claims.csv", params={"format": "json"}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/api/v1/claims.pdf", "/api/v1/claims.", "/id/kuperman-1996.exe", "/docs.ttl"]
)
def test_what_is_no_extension_is_part_of_the_name(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_format_that_is_not_on_offer_is_named(client: httpx.Client) -> None:
    problem = client.get("/api/v1/articles/kuperman-1996.csv").json()
    assert problem["status"] == 400
    assert '"csv" is not on offer here' in problem["detail"]


def test_documents_with_a_dot_in_their_name_stay(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json()["openapi"] == "3.1.0"
    assert "@context" in client.get("/context.jsonld").json()
