"""What FOOPS! and OOPS! ask of the web is asked of our own server, to which the redirects lead."""

from collections.abc import Iterator

import httpx
import pytest

RDF = ["text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"]


@pytest.fixture(scope="module")
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root, timeout=30) as client:
        yield client


@pytest.mark.parametrize("media_type", RDF)
def test_the_ontology_is_served_as_rdf(client: httpx.Client, media_type: str) -> None:
    """FOOPS! CN1, RDF1 and URI1; OOPS! P37."""
    answer = client.get("/ontology", headers={"Accept": media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert "argmap/ontology#Counterargument" in answer.text or "am:Counterargument" in answer.text


def test_the_ontology_is_served_for_people(client: httpx.Client) -> None:
    """FOOPS! DOC1."""
    answer = client.get("/ontology", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "Counterargument" in answer.text


def test_the_version_iri_is_served(client: httpx.Client) -> None:
    """FOOPS! VER2."""
    answer = client.get("/ontology/1.0.0", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert "https://w3id.org/argmap/ontology/1.0.0" in answer.text
