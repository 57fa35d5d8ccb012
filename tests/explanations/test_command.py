"""`argmap explain`."""

import json

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]
TINY = "tests/fixtures/tiny"
BRIDGE = "tiny-2020/claim/bridge-should-be-built"


def run(capsys: Captured, *arguments: str) -> tuple[int, str]:
    status = main(["explain", *arguments, "--data", TINY])
    streams = capsys.readouterr()
    return status, streams.out + streams.err


def test_a_reader_sees_how_it_stands_and_why(capsys: Captured) -> None:
    status, text = run(capsys, BRIDGE)
    assert status == 0
    assert text.startswith("Why this is ")
    assert f"[{BRIDGE}]" in text
    assert "\nReasons\n" in text


def test_programs_get_the_whole_document(capsys: Captured) -> None:
    status, text = run(capsys, BRIDGE, "--semantics", "preferred", "--reading", "flat", "--format", "json")
    assert status == 0
    document = json.loads(text)
    assert document["explains"]["id"].endswith(BRIDGE)
    assert document["asked"] == {
        "semantics": "preferred",
        "reading": "flat",
        "preferences": "none",
        "seconds": 10,
    }


@pytest.mark.parametrize(
    ("style", "begins"),
    [("markdown", "# Why this "), ("dot", "digraph explanation {"), ("csv", "id,element,")],
)
def test_other_forms_are_those_of_the_server(capsys: Captured, style: str, begins: str) -> None:
    assert run(capsys, BRIDGE, "--format", style)[1].startswith(begins)


@pytest.mark.parametrize("thing", ["source/bridges-2010", "tiny-2020/footnote/1", "https://example.org/a"])
def test_what_has_no_label_is_wrong_usage(capsys: Captured, thing: str) -> None:
    status, text = run(capsys, thing)
    assert status == 2
    assert "is no statement, argument or attack" in text


def test_what_is_not_there_has_no_answer(capsys: Captured) -> None:
    status, text = run(capsys, "tiny-2020/claim/bridge-should-be-bilt")
    assert status == 1
    assert BRIDGE in text
