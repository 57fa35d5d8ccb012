"""What falls, over HTTP: every address, several things at once, the forms, and what is refused."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

ID = "https://w3id.org/argmap/id/"
AFRICAN_RIGHTS = "source/african-rights-1994"
IMPACT = "/api/v1/sources/african-rights-1994/impact"
LOST = "cited-where-text-is-lost"
THESIS = f"{ID}kuperman-1996/claim/mediators-can-provoke-tragedy"


@pytest.fixture
def client(root: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=root, timeout=30) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/sources/african-rights-1994",
        "/agents/african-rights",
        "/footnotes/kuperman-1996/22",
        "/evidence/kuperman-1996/rugenera-saw-great-pressure",
        "/claims/kuperman-1996/pressure-drove-habyarimana",
    ],
)
def test_everything_that_can_be_withdrawn_has_an_address(client: httpx.Client, path: str) -> None:
    document = client.get(f"/api/v1{path}/impact").json()
    assert [each["id"].removeprefix(ID).split("/")[-1] for each in document["withdrawn"]] == [
        path.split("/")[-1]
    ]
    assert [(each["id"], each["status"]) for each in document["theses"]] == [(THESIS, "weakened")]


def test_one_thing_is_the_same_at_both_addresses(client: httpx.Client) -> None:
    assert client.get(IMPACT).json() == client.get("/api/v1/impact", params={"source": AFRICAN_RIGHTS}).json()


def test_several_things_fall_together(client: httpx.Client) -> None:
    two = {"source": [AFRICAN_RIGHTS, "bbc-radio-muhabura-1992"], "uncited": "falls"}
    assert client.get("/api/v1/impact", params=two).json()["theses"][0]["status"] == "unsupported"
    for one in two["source"]:
        alone = client.get("/api/v1/impact", params={"source": one, "uncited": "falls"}).json()
        assert alone["theses"][0]["status"] == "weakened"


def test_the_order_of_what_is_withdrawn_does_not_show(client: httpx.Client) -> None:
    one = client.get("/api/v1/impact?source=watson-1992&source=orr-1993&source=watson-1992")
    other = client.get("/api/v1/impact?source=orr-1993&source=watson-1992")
    assert one.content == other.content
    assert one.headers["etag"] == other.headers["etag"]


def test_where_nothing_is_withdrawn_nothing_falls(client: httpx.Client) -> None:
    document = client.get("/api/v1/impact").json()
    assert (document["withdrawn"], document["items"], document["theses"]) == ([], [], [])


def test_the_counts_are_of_all_statements(client: httpx.Client) -> None:
    document = client.get(IMPACT).json()
    counts = document["counts"]
    assert counts["unsupported"] + counts["weakened"] == len(document["items"])
    assert counts["unaffected"] == len(document["unaffected"])
    assert len({*document["unaffected"], *(item["id"] for item in document["items"])}) == 266


def test_a_row_of_the_table_is_a_statement(client: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{IMPACT}.csv").text)))
    assert rows[0]["id"] == THESIS
    assert {row["status"] for row in rows} == {"unsupported", "weakened", "strengthened", "revived", LOST}
    row = next(row for row in rows if row["id"].endswith("evidence/council-repeated-warning"))
    assert row["linesLost"] == f"source Rwanda—Death, Despair and Defiance [{AFRICAN_RIGHTS}], note 25"


@pytest.mark.parametrize(("slug", "note"), [("un-charter", 32), ("reyntjens-1995", 12)])
def test_a_work_cited_where_the_text_is_lost_is_told(client: httpx.Client, slug: str, note: int) -> None:
    document = client.get(f"/api/v1/sources/{slug}/impact").json()
    assert [each["noteNumber"] for each in document["citedWhereTextIsLost"]] == [note]
    assert document["citedWhereTextIsLost"][0]["sources"][0]["id"] == f"{ID}source/{slug}"
    bearing = client.get("/api/v1/audits/load-bearing").json()
    assert note in {each["noteNumber"] for each in bearing["citedWhereTextIsLost"]}


@pytest.mark.parametrize(
    "path", ["/sources/un-charter", "/sources/watson-1992", "/footnotes/kuperman-1996/23"]
)
def test_the_statuses_add_up_to_the_same_statements(client: httpx.Client, path: str) -> None:
    counts = client.get(f"/api/v1{path}/impact").json()["counts"]
    statuses = ("withdrawn", "unsupported", "weakened", "unaffected", "unsupportedBefore")
    assert sum(counts[status] for status in statuses) == 266


def test_what_falls_itself_is_not_strengthened(client: httpx.Client) -> None:
    document = client.get(IMPACT).json()
    fallen = {item["id"] for item in document["items"] if item["status"] == "unsupported"}
    assert document["strengthened"]
    assert not fallen & {item["id"] for item in document["strengthened"]}


def test_a_statement_says_whose_it_is_and_where_it_stands(client: httpx.Client) -> None:
    items = {item["id"].rpartition("/")[2]: item for item in client.get(IMPACT).json()["items"]}
    rejected = items["leverage-should-never-be-used"]
    assert (rejected["authorStance"], rejected["possiblePages"]) == ("rejected", [234, 235, 236, 237])
    assert items["rugenera-saw-great-pressure"]["attributedTo"]["label"] == "Marc Rugenera"


def test_what_a_note_takes_with_it_is_told(client: httpx.Client) -> None:
    document = client.get("/api/v1/footnotes/kuperman-1996/23/impact").json()
    assert {item["status"] for item in document["items"]} == {"withdrawn"}
    text = client.get("/api/v1/footnotes/kuperman-1996/23/impact.md").text
    assert "## Withdrawn with it (3)" in text.splitlines()


def test_an_agent_who_wrote_nothing_that_is_cited_is_told_what_is_attributed_to_it(
    client: httpx.Client,
) -> None:
    document = client.get("/api/v1/agents/marc-rugenera/impact").json()
    (agent,) = document["authorsOfNothingCited"]
    assert agent["label"] == "Marc Rugenera"
    assert f"{ID}kuperman-1996/evidence/rugenera-saw-great-pressure" in {
        each["id"] for each in agent["attributed"]
    }
    assert client.get("/api/v1/agents/african-rights/impact").json()["authorsOfNothingCited"] == []


def test_markdown_tells_the_thesis_first(client: httpx.Client) -> None:
    headings = [line for line in client.get(f"{IMPACT}.md").text.splitlines() if line.startswith("## ")]
    assert headings[:3] == ["## Thesis", "## Unsupported (22)", "## Weakened (46)"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/sources/african-rights-1995/impact", 404, "source/african-rights-1994"),
        ("/footnotes/kuperman-1996/99/impact", 404, "kuperman-1996/footnote/9"),
        ("/impact?source=nope", 404, "source/nope"),
        ("/impact?source=kuperman-1996/footnote/3", 404, "kuperman-1996/footnote/3"),
        ("/impact?source=watson-1992&uncited=floats", 400, "stands, falls"),
        ("/impact?source=", 400, "source: is empty"),
        ("/sources/watson-1992/impact?uncited=falls&uncited=stands", 400, "more than once"),
        ("/audits/load-bearing?size=9", 400, "from 1 to 5"),
        ("/audits/load-bearing?claim=kuperman-1996/claim/nope", 404, "kuperman-1996/claim/nope"),
        ("/audits/load-bearing?article=nope", 404, "nope"),
    ],
)
def test_what_makes_no_sense_is_refused(client: httpx.Client, path: str, status: int, said: str) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert said in answer.text


def test_the_description_says_which_parameters_take_several(client: httpx.Client) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/api/v1/impact"]["get"]
    several = {
        each["name"] for each in operation["parameters"] if each.get("schema", {}).get("type") == "array"
    }
    assert several == {"source", "agent", "note", "evidence"}
    listed = client.get("/api/v1/queries").json()["items"]
    parameters = next(each["parameters"] for each in listed if each["name"] == "impact/several")
    assert {each["name"] for each in parameters if each["many"]} == several


def test_the_query_comes_back_with_all_values_in_it(client: httpx.Client) -> None:
    text = client.get("/api/v1/impact?source=watson-1992&source=orr-1993&format=sparql").text
    assert f"VALUES ?source {{ <{ID}source/orr-1993> <{ID}source/watson-1992> }}" in text
