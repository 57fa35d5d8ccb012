"""Works for reference managers, over HTTP."""

import json

import httpx
import pybtex.database
import pytest
import rispy

LIST = "/api/v1/sources"
ONE = "/api/v1/sources/touval-1992"


@pytest.mark.parametrize(
    ("format", "media_type"),
    [
        ("bibtex", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl-json", "application/vnd.citationstyles.csl+json"),
    ],
)
@pytest.mark.parametrize("path", [LIST, ONE, "/api/v1/articles/kuperman-1996"])
def test_works_have_records_by_parameter_and_by_accept(
    client: httpx.Client, path: str, format: str, media_type: str
) -> None:
    asked = client.get(path, params={"format": format})
    assert asked.headers["content-type"].partition(";")[0] == media_type
    negotiated = client.get(path, headers={"Accept": media_type})
    assert negotiated.content == asked.content
    assert (
        client.get(
            path, params={"format": format}, headers={"If-None-Match": asked.headers["etag"]}
        ).status_code
        == 304
    )


def test_the_records_of_a_list_are_those_of_its_page_in_its_order(client: httpx.Client) -> None:
    page = {"limit": "4", "offset": "2", "sort": "-year"}
    listed = [item["id"].rpartition("/")[2] for item in client.get(LIST, params=page).json()["items"]]
    answer = client.get(LIST + ".bib", params=page)
    assert list(pybtex.database.parse_string(answer.text, "bibtex").entries) == listed
    assert (
        answer.links["next"]["url"].endswith("format=bibtex&limit=4&offset=6&sort=-year")
        or "next" in answer.links
    )


def test_a_filter_holds_for_records_too(client: httpx.Client) -> None:
    records = rispy.loads(client.get(LIST + ".ris", params={"type": "BookChapter"}).text)
    assert {record["type_of_reference"] for record in records} == {"CHAP"}
    assert len(records) == client.get(LIST, params={"type": "BookChapter"}).json()["total"]


def test_no_works_are_no_records(client: httpx.Client) -> None:
    assert client.get(LIST, params={"year": "1066", "format": "csl-json"}).json() == []
    assert client.get(LIST + ".bib", params={"year": "1066"}).content == b""


def test_a_record_of_a_list_is_the_record_of_the_work(client: httpx.Client) -> None:
    listed = client.get(LIST, params={"format": "csl-json"}).json()
    for item in listed:
        alone = client.get(f"{LIST}/{item['id']}", params={"format": "csl-json"}).json()
        assert alone == [item]


def test_a_work_is_cited_in_the_style_that_is_asked_for(client: httpx.Client) -> None:
    document = client.get(ONE, params={"style": "apa"}).json()
    assert document["citationText"] == (
        "Touval, S. (1992). The Superpowers as Mediators. In J. Bercovitch & J. Z. Rubin (Eds.), "
        "Mediation in International Relations. St. Martin’s Press."
    )
    assert "citationText" not in client.get(ONE).json()


@pytest.mark.parametrize("style", ["chicago-nots", "../../../etc/passwd", "", "x" * 5000])
def test_an_unknown_style_is_refused(client: httpx.Client, style: str) -> None:
    answer = client.get(ONE, params={"style": style})
    assert answer.status_code == 400
    assert "no citation style" in answer.json()["detail"]


def test_lists_of_other_things_have_no_records(client: httpx.Client) -> None:
    answer = client.get("/api/v1/claims", headers={"Accept": "application/x-bibtex"})
    assert answer.status_code == 406
    assert json.loads(answer.text)["type"].endswith("not-acceptable")
