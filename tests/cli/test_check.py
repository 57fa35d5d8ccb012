"""`argmap check` says what is wrong, where, and what to do."""

import json
import shutil
from pathlib import Path

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def bad(tiny: str, tmp_path: Path) -> Path:
    """Return a copy of the small article in which a property is misspelt."""
    folder = Path(shutil.copytree(tiny, tmp_path / "bad"))
    file = folder / "tiny-2020" / "argument.ttl"
    file.write_text(file.read_text().replace("am:strength am:moderate", "am:strenght am:moderate"))
    return folder


@pytest.fixture
def sound() -> str:
    """Return the path of an article in which not even the audits find anything."""
    return str(Path(__file__).parent.parent / "audits" / "sound")


def test_good_data_have_no_findings(sound: str, capsys: Captured) -> None:
    assert main(["check", sound]) == 0
    assert capsys.readouterr().out == "nothing wrong\n"


def test_warnings_are_told_and_remarks_only_counted(tiny: str, capsys: Captured) -> None:
    assert main(["check", tiny]) == 0
    file, finding, *_, last = capsys.readouterr().out.splitlines()
    assert file.endswith("tiny-2020/article.ttl")
    assert "warning: tiny-2020/marker/2-8: The marker prints 8" in finding
    assert last == "1 warning, 1 remark in 2 files; argmap audit lists the remarks"


def test_a_finding_stands_under_its_file_with_line_subject_and_remedy(bad: Path, capsys: Captured) -> None:
    assert main(["check", str(bad)]) == 1
    file, finding, remedy, *_, last = capsys.readouterr().out.splitlines()
    assert file.endswith("tiny-2020/argument.ttl")
    assert finding.startswith("  line ")
    assert "error: tiny-2020/argument/for-saving-time: There is no property named am:strenght." in finding
    assert remedy.strip().startswith("Did you mean am:strength")
    assert last == "1 error, 1 warning, 1 remark in 3 files; argmap audit lists the remarks"


def test_findings_for_programs(bad: Path, capsys: Captured) -> None:
    assert main(["check", str(bad), "--format", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["errors"], answer["warnings"], answer["remarks"]) == (1, 1, 1)
    parts = {"severity", "file", "line", "subject", "message", "remedy", "rule", "because"}
    assert set(answer["findings"][0]) == parts


def test_without_java_the_reasoner_is_said_to_be_left_out(
    sound: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["check", sound, "--reason"]) == 0
    said = capsys.readouterr().out
    assert "left out" in said
    assert "Java" in said
    assert said.endswith("1 warning\n")


@pytest.mark.hermit
def test_with_java_the_reasoner_finds_nothing_wrong_with_good_data(
    sound: str, java: str, capsys: Captured
) -> None:
    assert main(["check", sound, "--reason"]) == 0
    assert capsys.readouterr().out == "nothing wrong; HermiT finds no contradiction\n"
