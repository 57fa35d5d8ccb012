"""What `--reason` says of contradictions: in words, with places, and nothing that is not needed."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Triple

from argmap.cli.main import main
from argmap.errors import ReasonerTimeout
from argmap.graph.check import check, reasoning, syntax
from argmap.graph.check.draft import Draft
from argmap.graph.layout import DataFile
from argmap.model.finding import Finding
from argmap.reasoning.contradictions.axioms import Axiom, axioms
from argmap.reasoning.contradictions.contradictions import Contradictions, contradictions
from argmap.reasoning.contradictions.judge import Judge
from argmap.reasoning.logical import logical, unique_names

FOLDER = Path(__file__).parent / "contradictions"
FIXTURES = sorted(path.stem for path in FOLDER.glob("*.ttl"))
# HermiT refuses a datatype that is none of OWL's, whatever is said beside it.
JUDGED = [name for name in FIXTURES if name != "unknown-datatype"]
LONG = 300.0

pytestmark = [pytest.mark.hermit, pytest.mark.usefixtures("java")]
each_fixture = pytest.mark.parametrize("name", FIXTURES)


@cache
def draft(*paths: Path) -> Draft:
    read, unreadable = syntax.read([DataFile(path, "example") for path in paths])
    assert unreadable == []
    return read


def contradicted(name: str) -> Contradictions:
    given = draft(FOLDER / f"{name}.ttl")
    return contradictions(given.data(), given.ontology, LONG, most=1)


@cache
def each() -> dict[str, Contradictions]:
    """Return what contradicts what in each fixture; two at a time, since each starts Java again and again."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(FIXTURES, pool.map(contradicted, FIXTURES), strict=True))


def findings(name: str) -> Sequence[Finding]:
    return [finding for finding, _ in reasoning.told(draft(FOLDER / f"{name}.ttl"), each()[name], LONG)]


def said(found: Sequence[Finding]) -> str:
    return "".join(f"{line}\n" for one in found for line in one.because).replace(f"{FOLDER}/", "")


@each_fixture
def test_a_contradiction_is_told_in_words_with_places(name: str) -> None:
    assert said(findings(name)) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@each_fixture
def test_there_is_one_finding_with_a_line_and_a_way_out(name: str) -> None:
    [finding] = findings(name)
    assert (finding.severity, finding.rule) == ("error", "contradiction")
    assert finding.line
    assert finding.remedy.startswith(("At least one of the facts", "Keep one IRI: write example/"))


@pytest.mark.parametrize("name", JUDGED)
def test_without_any_one_part_nothing_is_contradicted(name: str) -> None:
    """All parts together contradict each other; every set with one of them left out is consistent."""
    [parts] = [found.axioms for found in each()[name].found]
    assert parts
    smaller = [[part for part in parts if part is not left_out] for left_out in parts]
    assert consistent(name, *smaller, parts) == len(smaller)


def consistent(name: str, *sets: Sequence[Axiom]) -> int:
    """Return how many sets of axioms do not contradict themselves, counted up to the first that does."""
    given = draft(FOLDER / f"{name}.ttl")
    used = logical(given.everything())
    declared: set[Triple] = {*axioms(used).declarations, *unique_names(())}
    questions = [{triple for axiom in one for triple in axiom.triples} | declared for one in sets]
    first = Judge(LONG).first_inconsistent(questions)
    return len(sets) if first is None else first


def test_two_contradictions_at_one_thing_are_told_apart(tmp_path: Path) -> None:
    text = (FOLDER / "one-value-of-texts.ttl").read_text(encoding="utf-8")
    (tmp_path / "both.ttl").write_text(text + "ex:survey am:year 1995 ; a am:Claim .", encoding="utf-8")
    found = list(reasoning.findings(draft(tmp_path / "both.ttl"), LONG))
    assert sorted(len(one.because) for one in found) == [3, 3, 5]


def test_what_the_rest_of_an_article_says_does_not_hide_it() -> None:
    """In the whole shipped article, without a clue where to look."""
    article = sorted(Path("data/kuperman-1996").glob("*.ttl"))
    found = list(reasoning.findings(draft(*article, FOLDER / "neither-of-two-kinds.ttl"), LONG))
    assert said(found) == (FOLDER / "neither-of-two-kinds.txt").read_text(encoding="utf-8")


def test_when_the_time_is_over_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    given = draft(FOLDER / "by-a-chain.ttl")

    def never(*_: object) -> None:
        raise ReasonerTimeout(5)

    monkeypatch.setattr("argmap.reasoning.contradictions.search.Search.justification", never)
    [finding] = reasoning.findings(given, LONG)
    assert finding.severity == "error"
    assert "no time" in finding.message


def test_no_time_at_all_leaves_the_check_out() -> None:
    [finding] = reasoning.findings(draft(FOLDER / "by-a-chain.ttl"), 0.0)
    assert finding.severity == "warning"
    assert "seconds" in finding.remedy


def test_the_command_prints_the_statements(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--reason", str(FOLDER / "disjoint-kinds.ttl")]) == 1
    printed = capsys.readouterr().out
    assert '1. example/why ("why it stands") is a question (' in printed
    assert "4. nothing is both a claim and a question (ontology)" in printed
    assert "Exception" not in printed


def test_an_ontology_that_contradicts_itself_is_told_once() -> None:
    at_fault = draft(FOLDER / "disjoint-kinds.ttl")
    found = contradictions([], at_fault.everything(), LONG).found
    [(finding, _)] = reasoning.told(Draft([], at_fault.ontology), Contradictions(found), LONG)
    assert finding.remedy.startswith("The ontology contradicts itself")
    assert len(finding.because) == 4


GOOD = Path(__file__).parent / "good"
HEAD = "@prefix am: <https://w3id.org/argmap/ontology#> .\n@prefix id: <https://w3id.org/argmap/id/> .\n"


def errors(folder: Path, turtle: str) -> list[Finding]:
    """Return what is wrong with the good article and this besides."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    (folder / "doe-2001" / "more.ttl").write_text(HEAD + turtle, encoding="utf-8")
    return [each for each in check([folder], reason=True) if each.severity == "error"]


def test_the_misused_property_is_the_headline_and_its_sibling_the_way_out(tmp_path: Path) -> None:
    turtle = """<https://w3id.org/argmap/id/doe-2001/attack/x> a am:Attack ;
  am:attackingStatement <https://w3id.org/argmap/id/doe-2001/claim/storms> ;
  am:attackedInference <https://w3id.org/argmap/id/doe-2001/evidence/rust> .
"""
    found = errors(tmp_path, turtle)
    [misuse] = [each for each in found if "attacked inference" in each.message]
    assert (misuse.subject, misuse.line) == ("doe-2001/attack/x", 5)
    assert "is statistical evidence" in misuse.message
    assert "am:attackedConclusion or am:attackedPremise instead" in misuse.remedy
    assert len(misuse.because) > 3
    assert [each for each in found if each.subject == "doe-2001/evidence/rust"] == []


def test_what_the_plain_check_finds_too_is_told_once(tmp_path: Path) -> None:
    turtle = "<https://w3id.org/argmap/id/doe-2001/reference/1-1> am:assertsSource id:doe-2001 .\n"
    found = [each for each in errors(tmp_path, turtle) if "must point to a source" in each.message]
    assert [(each.rule, each.line) for each in found] == [("contradiction", 3)]
    assert [each for each in found[0].because if "“asserts source”" in each]


def test_of_two_names_for_one_thing_one_is_to_be_kept(tmp_path: Path) -> None:
    turtle = """<https://w3id.org/argmap/id/doe-2001/claim/storms>
  <http://www.w3.org/2002/07/owl#sameAs> <https://w3id.org/argmap/id/doe-2001/claim/neglect> .
"""
    [finding] = errors(tmp_path, turtle)
    assert "write doe-2001/claim/storms instead of doe-2001/claim/neglect" in finding.remedy


def test_one_contradiction_behind_another_has_its_statements_too(tmp_path: Path) -> None:
    path = tmp_path / "both.ttl"
    path.write_text(HEAD + "id:example a am:Article , am:Claim .\nid:r am:assertsSource id:example .\n")
    found = list(reasoning.findings(draft(path), LONG))
    assert len(found) > 1
    assert [each for each in found if not each.because or "am:" in each.message] == []
