"""Alignments are off until they are asked for, and then nobody but who asks in foreign terms notices."""

import json
from pathlib import Path

import httpx
import pytest
from tests.alignments import asking
from tests.serving import running

from argmap.catalogue import QueryFile
from argmap.cli.main import main
from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.settings import Settings
from argmap.vocabulary import GRAPH_ALIGNMENT

Captured = pytest.CaptureFixture[str]
TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
BY_HEAD = "#+ summary: Inferences.\n"
INFERENCES = """\
PREFIX aif: <http://www.arg.tech/aif#>
SELECT ?inference WHERE { ?inference a aif:RA-node } ORDER BY ?inference
"""
ARGUMENTS = ["tiny-2020/argument/for-saving-time", "tiny-2020/argument/for-the-bridge"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A query file that asks in the terms of AIF."""
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    (tmp_path / "mine.rq").write_text(INFERENCES, encoding="utf-8")
    return tmp_path / "mine.rq"


def ask(file: Path, *more: str) -> int:
    return main(["query", str(file), "--data", str(TINY), *more])


def test_a_query_of_ones_own_may_ask_in_foreign_terms(file: Path, capsys: Captured) -> None:
    assert ask(file, "--align", "aif,prov") == 0
    assert capsys.readouterr().out.split()[1:] == ARGUMENTS


def test_a_query_file_with_a_head_may_too(file: Path, capsys: Captured) -> None:
    file.write_text(BY_HEAD + INFERENCES, encoding="utf-8")
    assert ask(file, "--align", "all") == 0
    assert capsys.readouterr().out.split()[1:] == ARGUMENTS


def test_without_alignments_there_are_no_foreign_terms(file: Path, capsys: Captured) -> None:
    ask(file)
    assert not set(ARGUMENTS) & set(capsys.readouterr().out.split())


def test_the_setting_switches_them_on(file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_ALIGN", "spar, aif")
    assert Settings.from_environment().align == ("spar", "aif")
    assert ask(file) == 0
    assert capsys.readouterr().out.split()[1:] == ARGUMENTS


def test_an_unknown_alignment_is_told_which_there_are(file: Path, capsys: Captured) -> None:
    assert ask(file, "--align", "aiff") == 2
    told = capsys.readouterr().err
    assert 'align: no such alignment "aiff". Nearest: aif. There are: aif, contro,' in told
    assert main(["query", str(file), "--align", ","]) == 2


def test_one_alignment_brings_no_other() -> None:
    graph = build([TINY], check=False, align=["prov"])
    aligned = [name for name in graph.open_store.graphs() if name.startswith(GRAPH_ALIGNMENT)]
    assert aligned == [GRAPH_ALIGNMENT + "prov"]
    with pytest.raises(UsageError):
        build([TINY], check=False, align=["prov", "skos"])


@pytest.fixture(scope="module")
def aligned() -> ArgumentMap:
    return build(check=False, align=["all"])


def test_no_answer_of_the_catalogue_changes(shipped: ArgumentMap, aligned: ArgumentMap) -> None:
    for query in shipped.catalogue.endpoints():
        values = {each.name: each.example for each in query.parameters if each.required}
        if query.shape == "impact" and not values:
            values = {query.parameters[0].name: query.parameters[0].example}
        one, other = (
            json.dumps(graph.answer(query, values).document, default=str).replace(graph.digest, "")
            for graph in (shipped, aligned)
        )
        assert one == other, query.name


def test_state_has_another_name_with_alignments(shipped: ArgumentMap, aligned: ArgumentMap) -> None:
    assert build(check=False, align=["aif"]).digest not in (shipped.digest, aligned.digest)
    assert build(check=False, align=["all"]).digest == aligned.digest


def test_endpoint_names_the_graphs_and_counts_them(aligned: ArgumentMap) -> None:
    counts = """
        PREFIX void: <http://rdfs.org/ns/void#>
        SELECT ?graph WHERE { ?graph a void:Dataset . ?graph void:triples ?count FILTER(?count > 0) }
    """
    with running(aligned) as root:
        description = httpx.get(f"{root}/sparql", headers={"Accept": "text/turtle"}).text
        rows = httpx.get(f"{root}/sparql", params={"query": counts}, headers={"Accept": "text/csv"}).text
    for name in asking.NAMES:
        assert GRAPH_ALIGNMENT + name in description
        assert GRAPH_ALIGNMENT + name in rows


@pytest.mark.parametrize(
    "rule", [rule for name in asking.NAMES for rule in asking.own_rules(name)], ids=lambda rule: rule.name
)
def test_rules_of_their_own_answer_without_any_alignment(
    rule: QueryFile, shipped: ArgumentMap, fixture: ArgumentMap
) -> None:
    assert any(graph.answer(rule, {}).constructed for graph in (shipped, fixture))


@pytest.fixture(scope="module")
def fixture() -> ArgumentMap:
    return build([asking.FIXTURE], check=False)
