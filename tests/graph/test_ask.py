import json
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions
from tests.formats.expansion import triples_of

from argmap.catalogue import load
from argmap.errors import BadParameter, NotFound, QueryRefused, QuerySyntaxError, UnknownGraph
from argmap.formats.registry import CSV, GRAPHS, JSON, RESULTS, TURTLE, Format
from argmap.graph.argument_map import ArgumentMap
from argmap.model.page import Page

ID = "https://w3id.org/argmap/id/"
CLAIM = {"thing": "tiny-2020/claim/bridge-saves-time"}
ALL_CLAIMS = """
SELECT DISTINCT ?id { ?id a <https://w3id.org/argmap/ontology#Claim> } ORDER BY ?id
"""


def _claims(graph: ArgumentMap) -> list[str]:
    rows = graph.sparql(ALL_CLAIMS).raw
    assert isinstance(rows, QuerySolutions)
    return sorted(str(row["id"])[1:-1] for row in rows)


def test_a_thing_is_described(tiny: ArgumentMap) -> None:
    document = tiny.answer("things/describe", CLAIM).document
    assert document["id"] == ID + CLAIM["thing"]
    assert document["label"] == "The bridge saves time"
    assert document["certainty"] == "probable"
    assert document["directlySupportedBy"]["label"] == "Floods are rare"


def test_an_answer_expands_to_triples_that_are_in_the_store(tiny: ArgumentMap) -> None:
    answer = tiny.answer("things/describe", CLAIM)
    held = {str(triple) for triple in answer.triples}
    assert {str(triple) for triple in triples_of(answer.document, tiny.context)} <= held


def test_json_names_the_context_first(tiny: ArgumentMap) -> None:
    written = tiny.answer("things/describe", CLAIM).json("http://host/context.jsonld")
    assert next(iter(json.loads(written).items())) == ("@context", "http://host/context.jsonld")


def test_turtle_is_the_same_each_time(tiny: ArgumentMap) -> None:
    first, second = (tiny.answer("things/describe", CLAIM).turtle() for _ in range(2))
    assert first == second
    assert b"am:Claim" in first


def test_an_unknown_thing_is_told_the_nearest_of_its_sort(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound) as caught:
        tiny.answer("things/describe", {"thing": "tiny-2020/claim/bridge-saves-tiem"})
    assert caught.value.thing == "tiny-2020/claim/bridge-saves-tiem"
    assert caught.value.nearest[0] == "tiny-2020/claim/bridge-saves-time"


def test_an_unknown_thing_of_an_unknown_sort_is_told_others(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound) as caught:
        tiny.answer("things/describe", {"thing": "tiny-2020/clam/bridge-saves-time"})
    assert "tiny-2020/claim/bridge-saves-time" in caught.value.nearest


def test_an_unknown_number_is_told_which_there_are(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound, match="tiny-2020 has notes 1–4") as caught:
        tiny.answer("things/describe", {"thing": "tiny-2020/footnote/99"})
    assert caught.value.nearest[:2] == ("tiny-2020/footnote/4", "tiny-2020/footnote/3")


def test_a_note_without_its_sort_is_told_the_whole_name(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound) as caught:
        tiny.answer("things/describe", {"thing": "tiny-2020/3"})
    assert caught.value.nearest[0] == "tiny-2020/footnote/3"


def test_an_unknown_article_is_told_articles_alone(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound) as caught:
        tiny.answer("things/describe", {"thing": "tiny-2021"})
    assert caught.value.nearest == ("tiny-2020",)


def test_an_unknown_query_is_told_the_nearest(tiny: ArgumentMap) -> None:
    with pytest.raises(NotFound, match="things/describe"):
        tiny.answer("things/descrbe", {})


def test_a_list_counts_what_stands_on_all_its_pages(tiny: ArgumentMap) -> None:
    first = tiny.answer("claims/list", {}, Page(limit=2))
    assert len(first.document["items"]) == 2
    assert first.total == first.document["total"] == len(_claims(tiny))


def test_pages_together_are_the_whole_list(tiny: ArgumentMap) -> None:
    pages = [
        tiny.answer("claims/list", {}, Page(limit=2, offset=n)).document["items"] for n in range(0, 6, 2)
    ]
    assert sorted(item["id"] for page in pages for item in page) == _claims(tiny)


def test_beyond_the_last_page_the_total_still_stands(tiny: ArgumentMap) -> None:
    answer = tiny.answer("claims/list", {}, Page(limit=2, offset=100))
    assert (answer.document["items"], answer.total) == ([], len(_claims(tiny)))


def test_a_list_is_filtered(tiny: ArgumentMap) -> None:
    answer = tiny.answer("claims/list", {"stance": "rejected"})
    assert [item["label"] for item in answer.document["items"]] == ["Floods sweep bridges away"]
    with pytest.raises(BadParameter):
        tiny.answer("claims/list", {"stance": "denied"})


def test_a_list_is_csv_with_a_line_an_item(tiny: ArgumentMap) -> None:
    answer = tiny.answer("claims/list", {})
    lines = answer.csv().decode().splitlines()
    assert lines[0].split(",")[0] == "id"
    assert len(lines) == 1 + len(answer.document["items"])


def test_a_query_file_of_ones_own_is_answered(tiny: ArgumentMap, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text("#+ summary: How many.\nSELECT (COUNT(*) AS ?n) { ?s a ?type }")
    document = tiny.answer(load(tmp_path).named("own"), {}).document
    assert document["total"] == 1
    assert document["items"][0]["n"] > 50


def test_a_source_has_its_csl_where_the_head_says_so(tiny: ArgumentMap, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text(
        "#+ summary: A work.\n#+ shape: tree\n#+ root: source\n#+ csl: true\n#+ parameters:\n"
        "#+   source: {type: thing, required: true, template: 'id/source/{}', description: It., example: x}\n"
        "CONSTRUCT { ?source ?p ?o . ?o ?q ?name }\n"
        "WHERE { VALUES ?source { UNDEF } ?source ?p ?o . OPTIONAL { ?o ?q ?name } }"
    )
    document = tiny.answer(load(tmp_path).named("own"), {"source": "bridges-2010"}).document
    assert document["csl"] == {
        "id": "bridges-2010",
        "type": "book",
        "title": "Bridges and Their Cost",
        "author": [{"family": "Reader", "given": "Ben"}, {"family": "Maker", "given": "Ada"}],
        "publisher": "River Office",
        "publisher-place": "Riverside",
        "issued": {"date-parts": [[2010]]},
        "custom": {"kind": "Book"},
    }


@pytest.mark.parametrize("format", RESULTS, ids=lambda format: format.name)
def test_rows_are_written_in_every_format(tiny: ArgumentMap, format: Format) -> None:
    result = tiny.sparql("SELECT ?x { VALUES ?x { 'a bridge' } }")
    assert result.formats == RESULTS
    assert b"a bridge" in result.write(format)


@pytest.mark.parametrize("format", GRAPHS, ids=lambda format: format.name)
def test_triples_are_written_in_every_format(tiny: ArgumentMap, format: Format) -> None:
    result = tiny.sparql("CONSTRUCT { <http://e/a> <http://e/p> 'a bridge' } {}")
    assert result.formats == GRAPHS
    assert b"a bridge" in result.write(format)


def test_a_truth_value_is_written_in_the_two_formats_that_have_one(tiny: ArgumentMap) -> None:
    result = tiny.sparql("ASK {}")
    assert JSON in result.formats
    assert json.loads(result.write(JSON))["boolean"] is True
    assert CSV not in result.formats


def test_rows_are_no_turtle(tiny: ArgumentMap) -> None:
    with pytest.raises(ValueError, match="turtle cannot hold"):
        tiny.sparql("SELECT * {}").write(TURTLE)


def test_a_stranger_changes_nothing_and_calls_nobody(tiny: ArgumentMap) -> None:
    with pytest.raises(QueryRefused):
        tiny.sparql("DROP ALL")
    with pytest.raises(QueryRefused):
        tiny.sparql("SELECT * { SERVICE <http://e/> {} }")
    with pytest.raises(UnknownGraph):
        tiny.sparql("ASK {}", default_graphs=["http://e/"])
    with pytest.raises(QuerySyntaxError):
        tiny.sparql("SELECT")
