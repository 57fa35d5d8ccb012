from typing import Any

import httpx
import pytest
from fastapi.openapi.models import OpenAPI

from argmap.graph.argument_map import ArgumentMap


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def _gets(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = document["paths"].items()
    return [(path, operations["get"]) for path, operations in found if "get" in operations]


def _parameters(document: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    named = document["components"]["parameters"]
    given = operation.get("parameters", [])
    return [named[each["$ref"].rpartition("/")[2]] if "$ref" in each else each for each in given]


def test_the_document_is_openapi(document: dict[str, Any]) -> None:
    assert OpenAPI.model_validate(document).openapi == "3.1.0"


def test_every_endpoint_is_in_it(document: dict[str, Any], shipped: ArgumentMap) -> None:
    assert {f"/api/v1{query.path}" for query in shipped.catalogue.endpoints()} <= document["paths"].keys()


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in _references(document):
        place: Any = document
        for part in reference.removeprefix("#/").split("/"):
            place = place[part]
        assert isinstance(place, dict)


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for each in node for found in _references(each)]
    if not isinstance(node, dict):
        return []
    here = [node["$ref"]] if "$ref" in node else []
    return here + [found for each in node.values() for found in _references(each)]


def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    operations = [each for path in document["paths"].values() for each in path.values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    assert all(each["tags"] and each["summary"] for each in operations)
    known = {tag["name"] for tag in document["tags"]}
    assert {tag for each in operations for tag in each["tags"]} <= known


def test_variables_of_a_path_are_its_path_parameters(document: dict[str, Any]) -> None:
    for path, operation in _gets(document):
        declared = [each["name"] for each in _parameters(document, operation) if each["in"] == "path"]
        assert declared == [part[1:-1] for part in path.split("/") if part.startswith("{")]


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    for _, operation in _gets(document):
        for parameter in _parameters(document, operation):
            assert parameter["description"]
            assert parameter["schema"]["type"]


def test_every_example_answer_is_what_the_server_answers(
    document: dict[str, Any], client: httpx.Client
) -> None:
    shown = [
        (media_type, content["examples"]["answer"])
        for _, operation in _gets(document)
        for media_type, content in operation["responses"]["200"]["content"].items()
        if "examples" in content
    ]
    assert len(shown) > 2 * len([path for path in document["paths"] if path.startswith("/api/v1")])
    for media_type, example in shown:
        address = example["summary"].removeprefix("GET ")
        answer = client.get(address, headers={"Accept": media_type})
        assert answer.status_code == 200
        if "externalValue" in example:
            assert example["externalValue"].endswith(address)
        else:
            assert example["value"] == (answer.json() if media_type.endswith("json") else answer.text)


def test_every_endpoint_has_an_example_answer(document: dict[str, Any], shipped: ArgumentMap) -> None:
    for query in shipped.catalogue.endpoints():
        content = document["paths"][f"/api/v1{query.path}"]["get"]["responses"]["200"]["content"]
        assert "examples" in content["application/ld+json"], query.name


def test_every_example_of_a_parameter_is_taken(document: dict[str, Any], client: httpx.Client) -> None:
    for path, operation in _gets(document):
        parameters = _parameters(document, operation)
        in_path = {each["name"]: each["example"] for each in parameters if each["in"] == "path"}
        address = path.format(**in_path)
        required = {
            each["name"]: each["example"]
            for each in parameters
            if each.get("required") and each["in"] == "query"
        }
        for each in parameters:
            if each["in"] == "query" and "example" in each:
                value = (
                    str(each["example"]).lower() if each["schema"]["type"] == "boolean" else each["example"]
                )
                answer = client.get(address, params={**required, each["name"]: value})
                assert (path, each["name"], answer.status_code) == (path, each["name"], 200)


# What these are answered as depends on the query that is sent or named.
BY_QUERY = ("/sparql", "/api/v1/queries/{name}")
NEEDED = {"/api/v1/explanation": {"thing": "kuperman-1996/claim/leverage-cuts-both-ways"}}


def test_an_operation_declares_the_media_types_it_answers(
    document: dict[str, Any], client: httpx.Client
) -> None:
    for path, operation in _gets(document):
        in_path = {
            each["name"]: each["example"] for each in _parameters(document, operation) if each["in"] == "path"
        }
        declared = operation["responses"]["200"]["content"].keys()
        asked = {} if path in BY_QUERY else {media_type: {"Accept": media_type} for media_type in declared}
        for media_type, headers in asked.items():
            answer = client.get(path.format(**in_path), headers=headers, params=NEEDED.get(path))
            assert (path, answer.headers["content-type"].partition(";")[0]) == (path, media_type)


def test_an_operation_answers_no_other_media_type(document: dict[str, Any], client: httpx.Client) -> None:
    for path, operation in _gets(document):
        in_path = {
            each["name"]: each["example"] for each in _parameters(document, operation) if each["in"] == "path"
        }
        answer = client.get(path.format(**in_path), headers={"Accept": "image/none"})
        declared = operation["responses"]
        assert (path, str(answer.status_code) in declared) == (path, True)
        offered = set(answer.json().get("offered", ())) if answer.status_code == 406 else set()
        assert (path, offered - declared["200"]["content"].keys()) == (path, set())
