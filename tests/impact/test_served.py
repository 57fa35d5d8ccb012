"""What falls, over HTTP: every address, several things at once, the forms, and what is refused."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

ID = "https://w3id.org/argmap/id/"
AFRICAN_RIGHTS = "source/african-rights-1994"
IMPACT = "/api/v1/sources/african-rights-1994/impact"
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


def test_to_withdraw_nothing_is_a_bad_request(client: httpx.Client) -> None:
    problem = client.get("/api/v1/impact")
    assert problem.status_code == 400
    assert problem.json()["detail"] == (
        "Nothing is withdrawn. Give source, agent, note or evidence, "
        "for example source=source/african-rights-1994."
    )


def test_the_counts_are_of_all_statements(client: httpx.Client) -> None:
    document = client.get(IMPACT).json()
    counts = document["counts"]
    assert counts["unsupported"] + counts["weakened"] == len(document["items"])
    assert counts["unaffected"] == len(document["unaffected"])
    assert len({*document["unaffected"], *(item["id"] for item in document["items"])}) == 266


def test_a_row_of_the_table_is_a_statement(client: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{IMPACT}.csv").text)))
    assert rows[0]["id"] == THESIS
    assert {row["status"] for row in rows} == {"unsupported", "weakened", "strengthened", "revived"}
    row = next(row for row in rows if row["id"].endswith("evidence/council-repeated-warning"))
    assert row["linesLost"] == f"source Rwanda—Death, Despair and Defiance [{AFRICAN_RIGHTS}], note 25"


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
