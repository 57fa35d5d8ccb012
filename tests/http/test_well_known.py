from typing import cast

import httpx
import pytest
import rdflib
from pyoxigraph import QuerySolutions
from rdflib import DCAT, DCTERMS, RDF, SH, VOID, Namespace, URIRef

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import AM as TERMS
from argmap.vocabulary import GRAPH_DESCRIPTION

AM = Namespace(TERMS)
SCHEMA = Namespace("https://schema.org/")
DATASET = URIRef(f"{GRAPH_DESCRIPTION}#dataset")


def triples(answer: httpx.Response) -> rdflib.Graph:
    assert answer.status_code == 200
    return rdflib.Graph().parse(data=answer.content, format="turtle")


def described(graph: ArgumentMap) -> list[tuple[object, object, object]]:
    query = f"SELECT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{GRAPH_DESCRIPTION}>) }}"
    return [(row[0], row[1], row[2]) for row in cast("QuerySolutions", graph.store.query(query))]


def test_health_says_which_data_are_served(client: httpx.Client, shipped: ArgumentMap) -> None:
    answer = client.get("/health").json()
    expected = {"status": "ok", "digest": shipped.digest, "articles": 1, "triples": len(shipped.store)}
    assert expected.items() <= answer.items()


def test_void_counts_what_is_there(client: httpx.Client, shipped: ArgumentMap) -> None:
    found = triples(client.get("/.well-known/void"))
    (count,) = found.objects(DATASET, VOID.triples)
    assert int(str(count)) == len(set(described(shipped)))
    kinds = {found.value(part, VOID["class"]) for part in found.objects(DATASET, VOID.classPartition)}
    assert {AM.Claim, AM.Counterargument, AM.Footnote} <= kinds


def test_void_says_where_the_data_can_be_asked(client: httpx.Client, root: str) -> None:
    found = triples(client.get("/.well-known/void"))
    assert found.value(DATASET, VOID.sparqlEndpoint) == URIRef(f"{root}/sparql")
    published = URIRef("https://w3id.org/argmap/id/dataset")
    services = set(found.objects(published, DCAT.distribution / DCAT.accessService))
    assert services == set(found.subjects(DCAT.servesDataset, published))
    told = {
        (found.value(each, DCAT.endpointURL), found.value(each, DCAT.endpointDescription))
        for each in services
    }
    assert told == {
        (URIRef(f"{root}/sparql"), URIRef(f"{root}/sparql")),
        (URIRef(f"{root}/api/v1"), URIRef(f"{root}/openapi.json")),
    }


def test_void_says_under_which_terms_the_data_may_be_used(client: httpx.Client) -> None:
    found = triples(client.get("/.well-known/void"))
    license_ = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (URIRef("https://w3id.org/argmap/id/dataset"), DCTERMS.license, license_) in found


def test_every_example_has_this_endpoint_for_its_target(client: httpx.Client, root: str) -> None:
    found = triples(client.get("/.well-known/void"))
    examples = set(found.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(examples) > 50
    assert set(found.subject_objects(SCHEMA.target)) == {
        (each, URIRef(f"{root}/sparql")) for each in examples
    }


def test_the_store_holds_no_address_of_a_server(
    client: httpx.Client, shipped: ArgumentMap, root: str
) -> None:
    assert client.get("/.well-known/void").status_code == 200
    mentions = f'ASK {{ ?s ?p ?o FILTER(CONTAINS(STR(?o), "{root}") || CONTAINS(STR(?s), "{root}")) }}'
    assert not shipped.store.query(mentions)


@pytest.mark.parametrize(
    ("format_", "parser"), [("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_void_says_the_same_in_every_format(client: httpx.Client, format_: str, parser: str) -> None:
    answer = client.get("/.well-known/void", params={"format": format_})
    found = rdflib.Graph().parse(data=answer.content, format=parser)
    assert set(found) == set(triples(client.get("/.well-known/void")))


def test_void_can_be_asked_for_its_head(client: httpx.Client) -> None:
    whole, head = client.get("/.well-known/void"), client.head("/.well-known/void")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["etag"] == whole.headers["etag"]


def test_the_api_catalogue_leads_to_what_is_there(client: httpx.Client) -> None:
    answer = client.get("/.well-known/api-catalog")
    assert answer.headers["content-type"].startswith("application/linkset+json")
    assert answer.links["api-catalog"]["url"].endswith("/.well-known/api-catalog")
    entries = [
        entry for each in answer.json()["linkset"] for entry in each.values() if isinstance(entry, list)
    ]
    for link in (link for entry in entries for link in entry):
        found = client.get(link["href"])
        assert found.status_code == 200
        assert found.headers["content-type"].partition(";")[0] == link["type"]


def test_the_root_of_the_api_leads_to_its_catalogue(client: httpx.Client) -> None:
    answer = client.get("/api/v1", follow_redirects=True)
    assert answer.url.path == "/api/v1/queries"
    assert answer.json()["total"] > 25
