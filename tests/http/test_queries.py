import httpx

from argmap.graph.argument_map import ArgumentMap

QUERIES = "/api/v1/queries"


def test_the_catalogue_lists_every_query_file(client: httpx.Client, shipped: ArgumentMap) -> None:
    answer = client.get(QUERIES).json()
    assert [item["name"] for item in answer["items"]] == [query.name for query in shipped.catalogue]
    assert answer["total"] == len(shipped.catalogue)


def test_an_entry_says_how_to_ask(client: httpx.Client) -> None:
    (claims,) = [item for item in client.get(QUERIES).json()["items"] if item["name"] == "claims/list"]
    assert claims["path"] == "/api/v1/claims"
    assert claims["summary"]
    (stance,) = [each for each in claims["parameters"] if each["name"] == "stance"]
    assert stance["choices"] == ["endorsed", "rejected", "conceded", "reported"]


def test_a_query_runs_with_its_parameters(client: httpx.Client, root: str) -> None:
    given = {"stance": "rejected", "limit": "3"}
    by_name = client.get(f"{QUERIES}/claims/list", params=given)
    by_path = client.get("/api/v1/claims", params=given)
    assert by_name.json() == by_path.json()
    assert by_name.links["first"]["url"].startswith(f"{root}{QUERIES}/claims/list?")


def test_a_thing_may_be_named_in_short(client: httpx.Client) -> None:
    answer = client.get(
        f"{QUERIES}/claims/detail", params={"claim": "kuperman-1996/claim/leverage-cuts-both-ways"}
    )
    assert answer.json() == client.get("/api/v1/claims/kuperman-1996/leverage-cuts-both-ways").json()


def test_a_missing_parameter_is_400_with_an_example(client: httpx.Client) -> None:
    problem = client.get(f"{QUERIES}/claims/detail").json()
    assert problem["status"] == 400
    assert "For example claim=" in problem["detail"]


def test_the_text_comes_as_the_file_has_it(client: httpx.Client, shipped: ArgumentMap) -> None:
    for query in shipped.catalogue:
        answer = client.get(f"{QUERIES}/{query.name}", headers={"Accept": "application/sparql-query"})
        assert answer.text == query.text


def test_a_rule_has_nothing_left_to_derive(client: httpx.Client) -> None:
    answer = client.get(f"{QUERIES}/rules/22-attacks", headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/n-triples")
    assert answer.text == ""


def test_an_unshaped_table_is_plain_json(client: httpx.Client) -> None:
    given = {"start": "https://w3id.org/argmap/id/agent/"}
    answer = client.get(f"{QUERIES}/things/near", params=given)
    assert answer.headers["content-type"] == "application/json"
    assert "@context" not in answer.json()
    assert answer.json()["total"] == len(answer.json()["items"]) > 10
