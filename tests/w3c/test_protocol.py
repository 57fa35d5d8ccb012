"""The protocol tests of the W3C, by a runner that others wrote, against a real server."""

import httpx
import pytest
from tests.w3c import conformance
from tests.w3c.runner import Verdict, verdicts

QUERIES = (
    "query_post_form",
    "query_dataset_default_graphs_get",
    "query_dataset_default_graphs_post",
    "query_dataset_named_graphs_post",
    "query_dataset_named_graphs_get",
    "query_dataset_full",
    "query_multiple_dataset",
    "query_get",
    "query_content_type_select",
    "query_content_type_ask",
    "query_content_type_describe",
    "query_content_type_construct",
    "query_post_direct",
    "bad_query_method",
    "bad_multiple_queries",
    "bad_query_wrong_media_type",
    "bad_query_missing_form_type",
    "bad_query_missing_direct_type",
    "bad_query_non_utf8",
    "bad_query_syntax",
)
BAD_UPDATES = (
    "bad_update_get",
    "bad_multiple_updates",
    "bad_update_wrong_media_type",
    "bad_update_missing_form_type",
    "bad_update_non_utf8",
    "bad_update_syntax",
    "bad_update_dataset_conflict",
)
UPDATES = (
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_named_graphs",
    "update_dataset_full",
    "update_post_form",
    "update_post_direct",
    "update_base_uri",
)


@pytest.fixture(scope="module")
def told(endpoint: str) -> dict[str, Verdict]:
    """Return what the runner says, having asked once for everything."""
    return verdicts("protocol", endpoint)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_gets_what_the_protocol_promises(told: dict[str, Verdict], name: str) -> None:
    assert told[name].ok, told[name].error


@pytest.mark.parametrize("name", BAD_UPDATES)
def test_a_malformed_update_is_refused(told: dict[str, Verdict], name: str) -> None:
    assert told[name].ok, told[name].error


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_because_the_service_takes_none(told: dict[str, Verdict], name: str) -> None:
    assert told[name].status == conformance.refused_updates()[name] == 403


def test_no_update_changed_anything(told: dict[str, Verdict], endpoint: str) -> None:
    graph = "http://kasei.us/2009/09/sparql/data/data1.rdf"
    query = f"ASK {{ GRAPH <{graph}> {{ <{graph}> a ?type }} }}"
    answer = httpx.get(endpoint, params={"query": query, "format": "json"})
    assert answer.json()["boolean"] is True


def test_these_are_all_protocol_tests(told: dict[str, Verdict]) -> None:
    assert told.keys() == {*QUERIES, *BAD_UPDATES, *UPDATES}
