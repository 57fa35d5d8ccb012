import httpx
import pytest

CLAIMS = "/api/v1/claims"


@pytest.mark.parametrize(
    "path",
    [
        CLAIMS,
        f"{CLAIMS}/kuperman-1996/leverage-cuts-both-ways",
        "/id/kuperman-1996",
        "/ontology",
        "/context.jsonld",
        "/api/v1/queries",
        "/openapi.json",
        "/.well-known/void",
    ],
)
def test_what_the_caller_has_is_304(client: httpx.Client, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert again.headers["vary"] == "Accept, Accept-Encoding"
    assert again.headers["cache-control"] == "no-cache"


def test_the_tag_is_strong(client: httpx.Client) -> None:
    assert client.get(CLAIMS).headers["etag"].startswith('"')


def test_every_representation_has_its_own_tag(client: httpx.Client) -> None:
    asked = [
        client.get(CLAIMS),
        client.get(CLAIMS, params={"format": "csv"}),
        client.get(CLAIMS, params={"format": "sparql"}),
        client.get(CLAIMS, headers={"Accept": "application/json"}),
        client.get(CLAIMS, params={"limit": 2}),
        client.get(CLAIMS, params={"offset": 2}),
        client.get(CLAIMS, params={"stance": "rejected"}),
        client.get(CLAIMS, headers={"Host": "argmap.example"}),
        client.get("/api/v1/evidence"),
    ]
    assert len({answer.headers["etag"] for answer in asked}) == len(asked)


def test_the_same_question_has_the_same_tag(client: httpx.Client) -> None:
    tags = {client.get(CLAIMS, params={"q": "leverage"}).headers["etag"] for _ in range(3)}
    assert len(tags) == 1


def test_another_tag_is_answered(client: httpx.Client) -> None:
    assert client.get(CLAIMS, headers={"If-None-Match": '"other"'}).status_code == 200


def test_any_tag_matches_only_what_is_there(client: httpx.Client) -> None:
    there = client.get(CLAIMS, headers={"If-None-Match": "*"})
    absent = client.get(f"{CLAIMS}/kuperman-1996/no-such-claim", headers={"If-None-Match": "*"})
    assert (there.status_code, absent.status_code) == (304, 404)


def test_several_lines_name_tags_together(client: httpx.Client) -> None:
    tag = client.get(CLAIMS).headers["etag"]
    lines = [("If-None-Match", '"other"'), ("If-None-Match", tag)]
    assert client.get(CLAIMS, headers=lines).status_code == 304


@pytest.mark.parametrize("known", ["other", "", '"', '"a', "W/", "*, *", '"\t"', "é"])
def test_what_names_no_tag_is_answered(client: httpx.Client, known: str) -> None:
    assert client.get(CLAIMS, headers=[(b"If-None-Match", known.encode())]).status_code == 200


def test_errors_have_no_tag(client: httpx.Client) -> None:
    assert "etag" not in client.get(f"{CLAIMS}/kuperman-1996/no-such-claim").headers
