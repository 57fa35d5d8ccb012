"""`argmap what-if`."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]
TINY = "tests/fixtures/tiny"
ARTICLE = ("--article", "tiny-2020")
THESIS = "tiny-2020/claim/bridge-should-be-built"
FLOODS = "source/floods-2015"
OBJECTION = "tiny-2020/claim/floods-sweep-bridges-away"


def run(capsys: Captured, *arguments: str) -> tuple[int, str]:
    status = main(["what-if", *arguments, "--data", TINY])
    streams = capsys.readouterr()
    return status, streams.out + streams.err


def test_a_reader_sees_what_is_supposed_the_thesis_and_what_changes(capsys: Captured) -> None:
    status, text = run(capsys, *ARTICLE, "--withdraw", FLOODS)
    lines = [line.strip() for line in text.splitlines()]
    assert status == 0
    assert lines[0] == "What if, in Why Build the Bridge [tiny-2020]"
    assert lines[2].startswith("without: ")
    thesis = lines.index("Thesis") + 2
    assert lines[thesis].startswith("stood, does not stand: Thesis: The town should build a bridge")
    assert "What changes: 5 statements, 2 arguments, 2 attacks" in lines


def test_the_reasons_of_each_change_stand_below_it(capsys: Captured) -> None:
    _, text = run(capsys, *ARTICLE, "--withdraw", FLOODS)
    lines = [line.strip() for line in text.splitlines()]
    at = next(
        at for at, line in enumerate(lines) if line.startswith("stood, does not stand: Historical evidence")
    )
    assert lines[at + 1].startswith("because its source is withdrawn: ")


def test_nothing_supposed_is_done_too(capsys: Captured) -> None:
    status, text = run(capsys, *ARTICLE)
    assert status == 0
    assert "What changes: nothing" in text.splitlines()


def test_what_is_assumed_and_does_not_stand_says_why(capsys: Captured) -> None:
    status, text = run(capsys, *ARTICLE, "--assume", OBJECTION)
    assert status == 0
    assert "which does not stand all the same, because the attack Rare floods against the objection" in text


def test_an_author_of_nothing_cited_takes_nothing_and_is_told(capsys: Captured) -> None:
    status, text = run(capsys, *ARTICLE, "--withdraw", "agent/critics")
    assert status == 0
    assert "wrote no work that is cited, so nothing goes; 2 statements are attributed" in text


def test_several_things_are_supposed_together(capsys: Captured) -> None:
    attack = f"{OBJECTION}:tiny-2020/attack/rarity-against-floods"
    options = ["--semantics", "preferred", "--reading", "flat", "--preferences", "last-link"]
    status, text = run(capsys, *ARTICLE, "--attack", attack, "--assume", THESIS, *options, "--format", "json")
    found = json.loads(text)
    assert status == 0
    assert (found["semantics"], found["reading"], found["preferences"]) == ("preferred", "flat", "last-link")
    assert [each["id"].rpartition("/")[2] for each in found["assumed"]] == ["bridge-should-be-built"]
    assert found["attacks"][0]["attackedElement"]["id"].endswith("tiny-2020/attack/rarity-against-floods")


def test_an_attack_may_be_given_by_iris(capsys: Captured) -> None:
    root = "https://w3id.org/argmap/id/"
    short, full = (f"{each}{OBJECTION}:{each}{THESIS}" for each in ("", root))
    assert run(capsys, *ARTICLE, "--attack", short) == run(capsys, *ARTICLE, "--attack", full)


def test_a_file_and_standard_input_say_the_same_as_options(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps({"article": "tiny-2020", "withdraw": [FLOODS]})
    (tmp_path / "change.json").write_text(body, encoding="utf-8")
    expected = run(capsys, *ARTICLE, "--withdraw", FLOODS)
    assert run(capsys, str(tmp_path / "change.json")) == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
    assert run(capsys, "-") == expected


def test_csv_has_a_row_for_each_change(capsys: Captured) -> None:
    status, text = run(capsys, *ARTICLE, "--withdraw", FLOODS, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (status, len(rows)) == (0, 9)
    assert (rows[0]["id"].rpartition("/")[2], rows[0]["before"], rows[0]["after"]) == (
        "bridge-should-be-built",
        "in",
        "out",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "--article: is required"),
        (["none.json"], 2, 'there is no file "none.json"'),
        ([TINY], 1, "cannot be read"),
        (["change.json", *ARTICLE], 2, "Leave out the one or the other"),
        ([*ARTICLE, "--withdraw", "source/none"], 1, 'no such thing "source/none"'),
        (["--article", "tiny-2021"], 1, "Nearest: tiny-2020"),
        ([*ARTICLE, "--withdraw", FLOODS, "--withdraw", FLOODS], 2, "--withdraw: is the same"),
        ([*ARTICLE, "--withdraw", THESIS, "--assume", THESIS], 2, "--assume: "),
        ([*ARTICLE, "--assume", FLOODS], 2, "give a statement"),
        ([*ARTICLE, "--attack", THESIS], 2, "is not STATEMENT:TARGET"),
        ([*ARTICLE, "--semantics", "naive"], 2, "invalid choice"),
    ],
)
def test_what_makes_no_sense_is_told(capsys: Captured, arguments: list[str], status: int, said: str) -> None:
    found, text = run(capsys, *arguments)
    assert (found, said in text) == (status, True)
