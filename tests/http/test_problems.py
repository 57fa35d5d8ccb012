import httpx
import pytest

from argmap.errors import ContractError
from argmap.http import problems

CLAIMS = "/api/v1/claims"


def _problem(answer: httpx.Response, status: int) -> dict[str, object]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, object] = answer.json()
    assert problem["status"] == status
    assert {"type", "title", "detail"} <= problem.keys()
    return problem


def test_an_unknown_parameter_is_told_the_known_ones(client: httpx.Client) -> None:
    problem = _problem(client.get(CLAIMS, params={"limt": 3}), 400)
    assert problem["name"] == "limt"
    assert "Nearest: limit" in str(problem["detail"])
    assert {"stance", "limit", "offset", "format"} <= set(problem["known"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "query",
    [
        "stance=wrong",
        "page=ten",
        "limit=0",
        "limit=1001",
        "limit=1_0",
        "limit=-1",
        "limit=%D9%A3",
        "offset=-1",
        "offset=99999999999",
        "format=pdf",
        "stance=rejected&stance=endorsed",
        "section=a%20b%3E",
        "q=%FF",
        "q=",
        "&".join(f"q{n}=1" for n in range(200)),
    ],
)
def test_a_bad_value_is_400(client: httpx.Client, query: str) -> None:
    _problem(client.get(f"{CLAIMS}?{query}"), 400)


def test_an_unknown_thing_is_404_with_near_matches(client: httpx.Client) -> None:
    problem = _problem(client.get(f"{CLAIMS}/kuperman-1996/leverage-cuts-both-way"), 404)
    assert problem["thing"] == "kuperman-1996/claim/leverage-cuts-both-way"
    assert "kuperman-1996/claim/leverage-cuts-both-ways" in problem["nearest"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "path",
    [
        f"{CLAIMS}/kuperman-1996/a%20b",
        f"{CLAIMS}/kuperman-1996/%3Cx%3E",
        f"{CLAIMS}/kuperman-1996/%22%7D%20DROP",
        "/api/v1/sources/%00",
        "/id/%3E",
        "/id/",
        "/api/v1/queries/claims/lisst",
        "/api/v2",
        "/docs/redoc.standalone.js",
        "/docs/..%2Fcore.py",
    ],
)
def test_what_is_not_there_is_404(client: httpx.Client, path: str) -> None:
    _problem(client.get(path), 404)


def test_an_unknown_query_names_near_ones(client: httpx.Client) -> None:
    assert "claims/list" in _problem(client.get("/api/v1/queries/claims/lisst"), 404)["nearest"]  # type: ignore[operator]


def test_nothing_acceptable_names_what_there_is(client: httpx.Client) -> None:
    problem = _problem(client.get(CLAIMS, headers={"Accept": "image/png"}), 406)
    assert "text/csv" in problem["offered"]  # type: ignore[operator]


def test_an_unacceptable_format_is_refused_before_the_thing_is_looked_up(client: httpx.Client) -> None:
    _problem(client.get(f"{CLAIMS}/kuperman-1996/no-such-claim", headers={"Accept": "image/png"}), 406)


def test_another_method_is_405_with_allow(client: httpx.Client) -> None:
    answer = client.post(CLAIMS)
    assert _problem(answer, 405)["type"] == "about:blank"
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_what_was_not_foreseen_is_500_and_says_nothing_of_the_inside() -> None:
    for error in (ContractError("/secret/place.rq", "broken"), RuntimeError("/secret/place.py")):
        problem = problems.describe(error)
        assert problem.kind.status == 500
        assert "secret" not in str(problem.members_in_full())


def test_every_kind_has_its_own_type() -> None:
    assert len({kind.type for kind in problems.KINDS}) == len(problems.KINDS)
