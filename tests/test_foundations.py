"""The ground floors: IRIs and their short forms, settings, shipped folders, messages of errors."""

from pathlib import Path

import pytest

from argmap import shipped
from argmap.errors import CheckFailed, MissingParameter, NotFound, UnknownParameter, UsageError
from argmap.model.finding import Finding
from argmap.model.page import Page
from argmap.settings import Settings, unknown
from argmap.vocabulary import AM, ID, expand, short, term


def test_short_forms_and_iris_go_both_ways() -> None:
    assert expand("tiny-2020/claim/x") == ID + "tiny-2020/claim/x"
    assert expand(ID + "tiny-2020/claim/x") == ID + "tiny-2020/claim/x"
    assert short(ID + "source/x") == "source/x"
    assert short("http://e/x") == "http://e/x"
    assert term("Claim") == AM + "Claim"


@pytest.mark.parametrize("text", ["", "/", "a b", "a>b", 'a"b', "a\nb", "a{b}", "a\\b"])
def test_what_cannot_be_an_iri_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        expand(text)


def test_settings_come_from_the_environment() -> None:
    given = {
        "ARGMAP_HOST": "::1",
        "ARGMAP_PORT": "0",
        "ARGMAP_PUBLIC_URL": "https://e.org/a/",
        "ARGMAP_CACHE": "/c",
    }
    assert Settings.from_environment(given) == Settings("::1", 0, "https://e.org/a", cache=Path("/c"))
    assert Settings.from_environment({}).port == 8000


@pytest.mark.parametrize(
    "given", [{"ARGMAP_PORT": "http"}, {"ARGMAP_PORT": "70000"}, {"ARGMAP_PUBLIC_URL": "e.org"}]
)
def test_a_setting_that_makes_no_sense_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(given))):
        Settings.from_environment(given)


def test_the_shipped_folders_are_there() -> None:
    assert (shipped.folder("ontology") / "argmap.ttl").is_file()
    assert shipped.folder("data").is_dir()
    assert shipped.folder("queries").is_dir()


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (1, -1)])
def test_a_page_that_cannot_be_is_refused(limit: int, offset: int) -> None:
    with pytest.raises(ValueError, match="limit >= 1"):
        Page(limit, offset)


def test_errors_name_the_value_and_a_way_out() -> None:
    assert str(UnknownParameter("sectoin", ["section", "page"])) == (
        "sectoin: no such parameter. Nearest: section. It takes section, page."
    )
    assert str(NotFound("claim/x", ["claim/y"])) == 'no such thing "claim/x". Nearest: claim/y.'
    assert str(MissingParameter("claim", "a/claim/b")) == "claim: is required. For example claim=a/claim/b."


def test_failed_checks_carry_their_findings() -> None:
    finding = Finding("error", "a.ttl", 3, "claim/x", "It has no label.", "Add one.")
    error = CheckFailed([finding])
    assert error.findings == (finding,)
    assert str(error) == "1 error in the data\na.ttl:3: error: claim/x: It has no label. Add one."


def test_an_empty_token_does_not_open_the_server() -> None:
    with pytest.raises(UsageError, match="ARGMAP_TOKEN: is empty"):
        Settings.from_environment({"ARGMAP_TOKEN": ""})


def test_a_variable_that_is_no_setting_is_told() -> None:
    given = {"ARGMAP_QUERYSECONDS": "3", "ARGMAP_PORT": "1", "ARGMAP_REQUIRE_JAVA": "1", "HOME": "/"}
    assert list(unknown(given)) == ["ARGMAP_QUERYSECONDS: no such setting. Nearest: ARGMAP_QUERY_SECONDS."]


@pytest.mark.parametrize(
    ("value", "said"), [("abc", "no number"), ("-1", "out of range"), ("nan", "out of range")]
)
def test_a_rate_that_is_none_is_told_in_its_own_terms(value: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"ARGMAP_RATE: .*{said}"):
        Settings.from_environment({"ARGMAP_RATE": value})
