import httpx
import pyoxigraph

from argmap.graph.argument_map import ArgumentMap

VOID = "http://rdfs.org/ns/void#"


def test_health_says_which_data_are_served(client: httpx.Client, shipped: ArgumentMap) -> None:
    answer = client.get("/health").json()
    expected = {"status": "ok", "digest": shipped.digest, "articles": 1, "triples": len(shipped.store)}
    assert answer == expected


def test_void_counts_what_is_there(client: httpx.Client, shipped: ArgumentMap, root: str) -> None:
    answer = client.get("/.well-known/void")
    triples = [quad.triple for quad in pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.TURTLE)]
    said = {(triple.predicate.value.removeprefix(VOID), triple.object) for triple in triples}
    assert ("sparqlEndpoint", pyoxigraph.NamedNode(f"{root}/sparql")) in said
    assert ("triples", pyoxigraph.Literal(len(shipped.store))) in said
    assert ("class", pyoxigraph.NamedNode("https://w3id.org/argmap/ontology#Claim")) in said


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
