"""`argmap audit` for people, and what its exit status says."""

import csv
import json
from io import StringIO

import pytest
from tests.audits.conftest import SEEDED, SOUND

from argmap.cli.main import main
from argmap.vocabulary import ID


def test_findings_stand_under_their_audit_with_page_and_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "misprinted-numbers"]) == 1
    head, first, because, *_ = capsys.readouterr().out.splitlines()
    assert head.startswith("misprinted-numbers: ")
    assert first.startswith("  warning  p. 231, note 23  The marker prints 13")
    assert because.startswith("    because: ")


def test_what_to_do_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "lost-markers"]) == 0
    told = capsys.readouterr().out
    assert told.count("to do:") == 1
    assert "pp. 224–226, note 12" in told
    assert told.endswith("17 remarks\n")


def test_warnings_come_before_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--data", str(SEEDED)])
    told = capsys.readouterr().out
    assert told.rindex("  warning") < told.index("\nincomplete-works:")


def test_nothing_found_is_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "notes", "--data", str(SOUND)]) == 0
    assert capsys.readouterr().out.endswith("\nnothing found\n")


def test_one_article_of_several(capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(SEEDED), "--data", "data/kuperman-1996"]
    assert main(["audit", "misprinted-numbers", "--article", "hollin-2011", *data]) == 1
    told = capsys.readouterr().out
    assert "hollin-2011/marker/44-2" in told
    assert "kuperman" not in told


def test_a_table_has_a_line_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--data", str(SEEDED), "--format", "csv"])
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert len(rows) == 31
    assert {row["severity"] for row in rows} == {"warning", "info"}


def test_an_unknown_article_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "notes", "--article", "kuperman-1997"]) == 1
    assert 'no such thing "kuperman-1997". Nearest: kuperman-1996.\n' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "nearest"), [("numbering-gap", "numbering-gaps"), ("load-bering", "load-bearing")]
)
def test_an_unknown_audit_is_wrong_usage(capsys: pytest.CaptureFixture[str], name: str, nearest: str) -> None:
    assert main(["audit", name]) == 2
    told = capsys.readouterr().err
    assert f'no such audit "{name}". Nearest: {nearest}' in told
    assert "\n  misprinted-numbers\n" in told


def test_load_bearing_takes_claims_a_size_and_what_holds_uncited(capsys: pytest.CaptureFixture[str]) -> None:
    claims = ["kuperman-1996/claim/pressure-drove-habyarimana", "kuperman-1996/claim/world-failed-to-act"]
    asked = [part for claim in claims for part in ("--claim", claim)]
    options = ["--size", "1", "--uncited", "stands", "--format", "json"]
    assert main(["audit", "load-bearing", *asked, *options]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [target["id"].removeprefix(ID) for target in answer["targets"]] == claims
    assert answer["uncited"] == "stands"
    assert all(len(cut) <= 1 for target in answer["targets"] for cut in target["cutSets"])


def test_a_size_that_is_not_offered_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "load-bearing", "--size", "9"]) == 2
    assert 'size: "9" is not offered' in capsys.readouterr().err


def test_what_only_load_bearing_takes_is_refused_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "notes", "--size", "2"]) == 2
    assert "--size: is only for argmap audit load-bearing" in capsys.readouterr().err


def test_what_cannot_be_an_article_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "notes", "--article", "a b"]) == 2
    assert "article" in capsys.readouterr().err


def test_remarks_do_not_fail_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "argmap audit lists the remarks" in told
    assert "lost in a gap" not in told
