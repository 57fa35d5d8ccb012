"""Every statement, argument and attack has one label in each reading, as triples in a graph of their own."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, parse, serialize
from rdflib import Graph
from tests.formats.expansion import triples_of

from argmap.errors import UsageError
from argmap.formats.json_text import plain
from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.evaluation import assessing
from argmap.model.dispute import Dispute
from argmap.reasoning.acceptability import Standings, standing
from argmap.vocabulary import AM, GRAPH_DESCRIPTION, GRAPH_EVALUATION, ID

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
PREFIXES = f"PREFIX am: <{AM}> PREFIX prov: <http://www.w3.org/ns/prov#> "
THINGS = "VALUES ?kind { am:Statement am:Argument am:Attack } ?thing a ?kind ."


def rows(graph: ArgumentMap, query: str) -> list[tuple[str, ...]]:
    found = cast("QuerySolutions", graph.store.query(PREFIXES + query))
    return [tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in found]


def holds(graph: ArgumentMap, query: str) -> bool:
    return bool(cast("QueryBoolean", graph.store.query(PREFIXES + query)))


def evaluated(graph: ArgumentMap) -> list[str]:
    """Return the triples of the evaluation, sorted."""
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH_EVALUATION}> {{ ?s ?p ?o }} }}"
    return sorted(str(triple) for triple in cast("QueryTriples", graph.store.query(query)))


@pytest.mark.parametrize("reading", ["structured", "flat"])
@pytest.mark.parametrize("semantics", ["grounded", "preferred"])
def test_everything_has_exactly_one_label(shipped: ArgumentMap, semantics: str, reading: str) -> None:
    given = f'am:assesses ?thing ; am:semantics "{semantics}" ; am:reading "{reading}"'
    counted = rows(
        shipped,
        f"SELECT ?thing (COUNT(DISTINCT ?assessment) AS ?assessments) (COUNT(DISTINCT ?label) AS ?labels) "
        f"WHERE {{ {THINGS} OPTIONAL {{ ?assessment {given} ; am:label ?label }} }} GROUP BY ?thing",
    )
    assert len(counted) == 492
    assert {row[1:] for row in counted} == {("1", "1")}


def test_labels_are_those_of_the_reading(shipped: ArgumentMap) -> None:
    framework = evaluation.reading(shipped, "flat", "none", [ID + "kuperman-1996"]).framework
    expected = standing(framework, "preferred").labels
    found = rows(
        shipped,
        'SELECT ?thing ?label { ?a am:semantics "preferred" ; am:reading "flat" ; '
        "am:assesses ?thing ; am:label ?label }",
    )
    assert {thing: label.removeprefix(AM) for thing, label in found} == expected


def test_each_says_how_it_was_made(shipped: ArgumentMap) -> None:
    assert not holds(
        shipped,
        "ASK { ?a a am:Assessment FILTER NOT EXISTS { ?a prov:wasGeneratedBy ?made . ?a am:semantics ?s . "
        "?a am:reading ?r . ?made a prov:Activity ; am:semantics ?s ; am:reading ?r ; am:finished true ; "
        "am:inputDigest ?digest ; prov:used ?graph ; prov:wasAssociatedWith/a prov:SoftwareAgent } }",
    )
    digests = rows(shipped, "SELECT DISTINCT ?digest { ?e am:inputDigest ?digest }")
    assert [len(digest) for (digest,) in digests] == [64]


def test_the_same_data_give_the_same_triples() -> None:
    assert evaluated(build([TINY], check=False)) == evaluated(build([TINY], check=False))


def test_the_graph_describes_itself_as_the_others_do(shipped: ArgumentMap) -> None:
    (row,) = rows(
        shipped,
        f"SELECT ?triples {{ GRAPH <{GRAPH_DESCRIPTION}> "
        f"{{ <{GRAPH_EVALUATION}> <http://rdfs.org/ns/void#triples> ?triples }} }}",
    )
    assert int(row[0]) == len(evaluated(shipped)) > 492 * 4 * 7


def test_a_setting_chooses_the_semantics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_SEMANTICS", "stable,grounded")
    chosen = build([TINY], check=False)
    assert rows(chosen, "SELECT DISTINCT ?s { ?a am:semantics ?s } ORDER BY ?s") == [
        ("grounded",),
        ("stable",),
    ]
    monkeypatch.setenv("ARGMAP_SEMANTICS", "none")
    without = build([TINY], check=False)
    assert evaluated(without) == []
    assert without.digest != chosen.digest != build_digest(monkeypatch)


def build_digest(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("ARGMAP_SEMANTICS")
    return build([TINY], check=False).digest


def test_an_unknown_semantics_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_SEMANTICS", "grounded,prefered")
    with pytest.raises(UsageError, match="prefered"):
        build([TINY], check=False)


def test_what_does_not_finish_has_no_label(monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up(framework: object, semantics: str, *, seconds: float) -> Standings:
        return Standings(semantics, finished=False, because=f"more than {seconds} seconds")

    monkeypatch.setattr(assessing, "standing", gives_up)
    hurried = build([TINY], check=False)
    assert not holds(hurried, "ASK { ?a a am:Assessment }")
    assert rows(hurried, "SELECT DISTINCT ?finished ?because { ?e am:finished ?finished ; "
                "am:unfinishedBecause ?because }") == [("false", "more than 5.0 seconds")]  # fmt: skip


def articles(folder: Path) -> Iterator[str]:
    """Write two articles, of which one attacks the other, and give their names."""
    head = f"@prefix am: <{AM}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <{ID}> .\n"
    said = {
        "one-2001": "<one-2001/claim/x> a am:Claim ; rdfs:label 'x' .",
        "two-2002": "<two-2002/claim/y> a am:Claim ; rdfs:label 'y' ."
        "<two-2002/attack/z> a am:Attack ; am:attackingStatement <two-2002/claim/y> ;"
        " am:attackedConclusion <one-2001/claim/x> .",
    }
    for name, text in said.items():
        (folder / name).mkdir()
        lines = f"<{name}> a am:Article ; rdfs:label '{name}' . {text}"
        (folder / name / "argument.ttl").write_text(head + lines, encoding="utf-8")
        yield name


def test_an_article_is_judged_by_what_it_says_itself(tmp_path: Path) -> None:
    names = list(articles(tmp_path))
    both = build([tmp_path], check=False)
    assert rows(
        both, "SELECT DISTINCT ?thing ?label { ?a am:assesses ?thing ; am:label ?label } ORDER BY ?thing"
    ) == [
        (ID + "one-2001/claim/x", AM + "in"),
        (ID + "two-2002/attack/z", AM + "in"),
        (ID + "two-2002/claim/y", AM + "in"),
    ]
    together: Dispute = evaluation.dispute(both, [ID + name for name in names])
    assert set(together.objections) == {ID + "two-2002/attack/z"}
    framework = evaluation.reading(both, "flat", "none").framework
    assert standing(framework, "grounded").labels[ID + "one-2001/claim/x"] == "out"


def test_json_ld_says_the_label_and_the_name_apart(shipped: ArgumentMap) -> None:
    slug = "grounded.structured.claim.leverage-should-never-be-used"
    answer = shipped.answer("assessments/detail", {"assessment": f"kuperman-1996/assessment/{slug}"})
    document = plain(answer.document)
    assert (document["label"], document["rdfs:label"][-44:]) == (
        "out", "out (grounded semantics, structured reading)"
    )  # fmt: skip
    constructed = set(parse(answer.constructed or b"", format=RdfFormat.N_TRIPLES))
    assert triples_of(document, shipped.context) == {quad.triple for quad in constructed}
    turtle = Graph().parse(data=serialize(constructed, format=RdfFormat.TURTLE) or b"", format="turtle")
    assert len(turtle) == len(constructed)
