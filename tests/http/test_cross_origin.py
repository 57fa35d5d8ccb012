import httpx
import pytest

ORIGIN = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize("path", ["/api/v1/claims", "/sparql", "/nowhere", "/api/v1/claims?limit=x", "/"])
def test_any_site_may_read_any_answer(client: httpx.Client, path: str) -> None:
    headers = client.get(path, headers=ORIGIN).headers
    assert headers["access-control-allow-origin"] == "*"
    assert {"ETag", "Link"} <= set(headers["access-control-expose-headers"].split(", "))
    assert "access-control-allow-credentials" not in headers


def test_a_preflight_is_told_methods_and_fields(client: httpx.Client) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    answer = client.options("/sparql", headers={**ORIGIN, **asked})
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"].split(", ")
    assert "Content-Type" in answer.headers["access-control-allow-headers"].split(", ")
