import httpx

from argmap.http.links import page_links
from argmap.model.page import Page

CLAIMS = "/api/v1/claims"


def _offsets(limit: int, offset: int, total: int) -> dict[str, str]:
    links = page_links("http://x/y", {}, Page(limit, offset), total)
    return {link.relation: link.target.rpartition("=")[2] for link in links}


def test_the_first_page_has_no_previous() -> None:
    assert _offsets(10, 0, 25) == {"first": "0", "next": "10", "last": "20"}


def test_a_page_inside_has_all_four() -> None:
    assert _offsets(10, 10, 25) == {"first": "0", "prev": "0", "next": "20", "last": "20"}


def test_the_last_page_has_no_next() -> None:
    assert _offsets(10, 20, 30) == {"first": "0", "prev": "10", "last": "20"}


def test_an_offset_inside_the_first_page_leads_back_to_the_start() -> None:
    assert _offsets(10, 5, 25) == {"first": "0", "prev": "0", "next": "15", "last": "20"}


def test_a_page_behind_the_end_leads_back_to_the_last() -> None:
    assert _offsets(10, 100, 25) == {"first": "0", "prev": "20", "last": "20"}


def test_an_empty_list_is_one_page() -> None:
    assert _offsets(10, 0, 0) == {"first": "0", "last": "0"}


def test_following_next_reads_the_whole_list(client: httpx.Client) -> None:
    whole = client.get(CLAIMS, params={"stance": "rejected", "limit": 1000}).json()
    answer = client.get(CLAIMS, params={"stance": "rejected", "limit": 4})
    found = answer.json()["items"]
    while "next" in answer.links:
        answer = client.get(answer.links["next"]["url"])
        found += answer.json()["items"]
    assert [item["id"] for item in found] == [item["id"] for item in whole["items"]]


def test_links_keep_the_other_parameters(client: httpx.Client) -> None:
    answer = client.get(CLAIMS, params={"q": "a&b <é>", "format": "json", "limit": 4})
    given = httpx.URL(answer.links["last"]["url"]).params
    assert dict(given) == {"q": "a&b <é>", "format": "json", "limit": "4", "offset": "0"}


def test_a_page_behind_the_end_is_empty(client: httpx.Client) -> None:
    answer = client.get(CLAIMS, params={"offset": 100_000}).json()
    assert answer["items"] == []
    assert answer["total"] > 100


def test_fifty_items_are_a_page(client: httpx.Client) -> None:
    assert len(client.get(CLAIMS).json()["items"]) == 50
