"""The whole check: the shipped data, the reasoner, what is imported, what neighbours' files may say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.graph.check import check
from argmap.graph.check.audits import queries

GOOD = Path(__file__).parent / "good"
FIXTURES = Path(__file__).parent / "fixtures"


def test_nothing_is_wrong_with_what_is_shipped() -> None:
    """Its audits find something: faults of the article's notes, which `tests/audits` knows one by one."""
    audits = {query.name for query in queries()}
    assert [str(finding) for finding in check() if finding.rule not in audits] == []
    assert [str(finding) for finding in check() if finding.severity == "error"] == []


def test_unreadable_file_silences_what_would_follow_from_it(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (tmp_path / "agents.ttl").write_text("agent:nobody")
    (tmp_path / "doe-2001" / "notes.ttl").write_text("<notes>")
    assert [Path(finding.file or "").name for finding in check([tmp_path])] == ["agents.ttl", "notes.ttl"]


def test_empty_folder_is_no_good_data(tmp_path: Path) -> None:
    [finding] = [each for each in check([GOOD, tmp_path]) if each.severity != "info"]
    assert (finding.severity, finding.file) == ("error", str(tmp_path))


def test_files_nobody_asked_for_are_not_judged(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    shutil.copy(FIXTURES / "thing-label" / "doe-2001" / "mistake.ttl", tmp_path / "dataset.ttl")
    assert [Path(each.file or "").name for each in check([tmp_path])].count("dataset.ttl") == 1
    assert {Path(each.file or "").name for each in check([tmp_path / "doe-2001"])} == {"notes.ttl"}


def test_broken_query_files_are_findings(tmp_path: Path) -> None:
    (tmp_path / "no_head.rq").write_text("ASK {}\n")
    (tmp_path / "odd_key.rq").write_text("#+ summary: Anything?\n#+ colour: red\n\nASK { ?s ?p ?o }\n")
    found = check([tmp_path])
    assert [(Path(each.file or "").name, each.line, each.severity) for each in found] == [
        ("no_head.rq", 1, "error"),
        ("odd_key.rq", 2, "error"),
    ]
    assert "colour" in found[1].message


def test_two_query_files_on_one_path_are_a_finding(tmp_path: Path) -> None:
    query = "#+ path: /any\n#+ summary: Anything?\n#+ shape: none\n\nASK { ?s ?p ?o }\n"
    (tmp_path / "one.rq").write_text(query)
    (tmp_path / "two.rq").write_text(query)
    [finding] = check([tmp_path])
    assert "/any" in finding.message


def test_without_java_the_reasoner_is_skipped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    [finding] = [each for each in check([GOOD], reason=True) if each.severity != "info"]
    assert finding.severity == "warning"
    assert "was left out" in finding.message
    assert "Java" in finding.remedy


@pytest.mark.hermit
def test_reasoner_finds_nothing_in_good_data(java: str) -> None:
    assert java
    assert {finding.severity for finding in check([GOOD], reason=True)} == {"info"}


@pytest.mark.hermit
def test_reasoner_finds_what_shapes_do_not(java: str, tmp_path: Path) -> None:
    """Two references that resolve to each other within one note: only asymmetry forbids it."""
    assert java
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    shutil.copy(Path(__file__).parent / "contradiction.ttl", tmp_path / "doe-2001")
    assert [finding for finding in check([tmp_path]) if finding.severity == "error"] == []
    assert "error" in {finding.severity for finding in check([tmp_path], reason=True)}


def test_the_room_brings_no_rdflib() -> None:
    code = "import argmap.graph.check, sys; print({'rdflib', 'pyshacl', 'owlready2'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout == "set()\n"
