import httpx
import pyoxigraph
import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import ID, ONTOLOGY

RDF_TYPES = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
}
THINGS = [
    "kuperman-1996",
    "kuperman-1996/claim/leverage-cuts-both-ways",
    "kuperman-1996/footnote/23",
    "kuperman-1996/marker/231-13",
    "source/african-rights-1994",
    "agent/alan-j-kuperman",
]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("accept", RDF_TYPES)
def test_a_thing_is_described_at_the_path_of_its_iri(client: httpx.Client, thing: str, accept: str) -> None:
    answer = client.get(f"/id/{thing}", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    subjects = {quad.subject for quad in pyoxigraph.parse(answer.content, format=RDF_TYPES[accept])}
    assert pyoxigraph.NamedNode(ID + thing) in subjects


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_is_json_ld_by_default(client: httpx.Client, thing: str) -> None:
    answer = client.get(f"/id/{thing}")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["id"] == ID + thing
    assert answer.json()["label"]


def test_an_unknown_thing_names_near_ones(client: httpx.Client) -> None:
    answer = client.get("/id/kuperman-1996/footnote/99")
    assert answer.status_code == 404
    assert any(near.startswith("kuperman-1996/footnote/") for near in answer.json()["nearest"])


@pytest.mark.parametrize("accept", RDF_TYPES)
def test_the_ontology_comes_whole(client: httpx.Client, shipped: ArgumentMap, accept: str) -> None:
    answer = client.get("/ontology", headers={"Accept": accept})
    triples = {quad.triple for quad in pyoxigraph.parse(answer.content, format=RDF_TYPES[accept])}
    text = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://w3id.org/argmap/graph/ontology> { ?s ?p ?o } }"
    held = list(shipped.store.query(text))  # type: ignore[arg-type]
    assert len(triples) == len(held) > 1000
    assert pyoxigraph.NamedNode(ONTOLOGY) in {triple.subject for triple in triples}


def test_the_context_is_the_published_one(client: httpx.Client, shipped: ArgumentMap) -> None:
    answer = client.get("/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json() == shipped.context.document


def test_other_parameters_are_refused(client: httpx.Client) -> None:
    assert client.get("/ontology", params={"frmat": "turtle"}).status_code == 400
