"""`argmap lint` says what is wrong with an ontology, and ends with 1 if anything of it is an error."""

import json
import re
from pathlib import Path

import pytest

from argmap.cli.main import main
from argmap.graph.lint import lint, shipped_files

Captured = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parent / "fixtures"
NO_LABEL = str(FIXTURES / "robot-missing-label" / "faulty.ttl")
SOUND = str(Path(__file__).parent / "sound.ttl")


def test_the_shipped_files_have_no_errors_and_no_warnings(capsys: Captured) -> None:
    assert main(["lint"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, 0 warnings, ")


def test_a_sound_ontology_has_no_table(capsys: Captured) -> None:
    assert main(["lint", SOUND]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 remarks, 0 waived\n"


def test_an_error_is_shown_and_ends_with_1(capsys: Captured) -> None:
    assert main(["lint", NO_LABEL]) == 1
    head, *rows, _, last = capsys.readouterr().out.splitlines()
    assert head.split() == ["severity", "rule", "term", "found", "evidence", "file"]
    (row,) = (row for row in rows if "robot-missing-label " in row)
    assert row.startswith("error ")
    assert "https://example.org/pets#Dog" in row
    assert "rdfs:label" in row
    assert not last.startswith("0 errors")


def test_warnings_alone_end_with_0(tmp_path: Path, capsys: Captured) -> None:
    text = Path(SOUND).read_text(encoding="utf-8").replace('    dcterms:created "2026-01-31" ;\n', "")
    (tmp_path / "pets.ttl").write_text(text, encoding="utf-8")
    assert main(["lint", str(tmp_path / "pets.ttl")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 errors, 3 warnings, 0 remarks, 0 waived"


def test_findings_for_programs(capsys: Captured) -> None:
    main(["lint", NO_LABEL, "--format", "json"])
    answer = json.loads(capsys.readouterr().out)
    (found,) = (each for each in answer["findings"] if each["rule"] == "robot-missing-label")
    assert found["source"] == "ROBOT report missing_label"
    assert found["severity"] == "error"
    assert found["file"] == NO_LABEL
    assert found["waived"] is None
    assert answer["errors"] == sum(each["severity"] == "error" for each in answer["findings"])


def test_what_is_waived_is_counted_and_told_if_asked(capsys: Captured) -> None:
    main(["lint"])
    without = capsys.readouterr().out
    main(["lint", "--waived"])
    told = capsys.readouterr().out
    assert "oops-p13-inverse-undeclared" not in without
    (inverses,) = (line for line in told.splitlines() if "HermiT takes" in line)
    assert re.match(r" *69  oops-p13-inverse-undeclared +am:\w+, am:\w+, am:\w+ and 66 more ", inverses)
    reasons = {each.waived for each in lint() if each.waived}
    assert len(told.splitlines()) - len(without.splitlines()) == len(reasons) + 2
    assert without.splitlines()[-1] == told.splitlines()[-1]


def test_a_file_that_is_no_turtle_says_where(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("ex:Dog a owl:Class .", encoding="utf-8")
    assert main(["lint", str(file)]) == 1
    assert "broken.ttl:1" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_wrong_usage(capsys: Captured) -> None:
    assert main(["lint", "nowhere.ttl"]) == 2
    assert "nowhere.ttl" in capsys.readouterr().err


def test_what_argmap_declares_counts_for_its_own_files_alone(tmp_path: Path, capsys: Captured) -> None:
    (ibis,) = (file for file in shipped_files() if file.stem == "ibis")
    (tmp_path / "ibis.ttl").write_text(ibis.read_text(encoding="utf-8"), encoding="utf-8")
    main(["lint", str(tmp_path / "ibis.ttl"), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    undeclared = {each["subject"] for each in found if each["rule"] == "oops-p35-untyped-property"}
    assert "https://w3id.org/argmap/ontology#hasConclusion" in undeclared
    assert not [each for each in lint([ibis]) if each.rule == "oops-p35-untyped-property"]
