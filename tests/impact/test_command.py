"""`argmap impact`, and `argmap audit load-bearing`."""

import json

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]
TINY = "tests/fixtures/tiny"
BRIDGES = "source/bridges-2010"


def run(capsys: Captured, *arguments: str) -> tuple[int, str]:
    status = main([*arguments, "--data", TINY])
    streams = capsys.readouterr()
    return status, streams.out + streams.err


def test_a_reader_sees_the_thesis_and_what_falls(capsys: Captured) -> None:
    status, text = run(capsys, "impact", BRIDGES)
    lines = [line.strip() for line in text.splitlines()]
    assert status == 0
    assert lines[0] == f"If this is withdrawn: Bridges and Their Cost [{BRIDGES}]"
    thesis = "The town should build a bridge over its river. [tiny-2020/claim/bridge-should-be-built]"
    thesis += " (Ada Maker, p. 1, para. 1)"
    assert lines[lines.index("Thesis") + 2] == f"unsupported: {thesis}"
    assert f"goes: source Bridges and Their Cost [{BRIDGES}], note 1" in lines


def test_several_kinds_of_things_are_withdrawn_together(capsys: Captured) -> None:
    things = ["tiny-2020/footnote/1", "tiny-2020/evidence/rare-floods", "agent/ben-reader"]
    status, text = run(capsys, "impact", *things, "--format", "json")
    assert status == 0
    withdrawn = {
        each["id"].removeprefix("https://w3id.org/argmap/id/") for each in json.loads(text)["withdrawn"]
    }
    assert withdrawn == set(things)


def test_csv_and_markdown_are_those_of_the_server(capsys: Captured) -> None:
    assert run(capsys, "impact", BRIDGES, "--format", "csv")[1].startswith("status,id,type,label,text,")
    assert run(capsys, "impact", BRIDGES, "--format", "markdown")[1].startswith("# If this is withdrawn: ")


def test_what_cannot_be_withdrawn_is_wrong_usage(capsys: Captured) -> None:
    status, text = run(capsys, "impact", "tiny-2020/argument/for-the-bridge")
    assert status == 2
    assert "is no work, author, note or statement" in text


def test_what_is_not_there_has_no_answer(capsys: Captured) -> None:
    status, text = run(capsys, "impact", "source/bridges-2011")
    assert status == 1
    assert BRIDGES in text


def test_a_query_takes_a_parameter_several_times(capsys: Captured) -> None:
    both = ["-p", f"source={BRIDGES}", "-p", "source=source/floods-2015"]
    status, text = run(capsys, "query", "impact/several", *both)
    assert status == 0
    assert "source/bridges-2010], Floods Since 1900 [source/floods-2015]" in text.splitlines()[0]


def test_a_parameter_for_one_value_is_not_taken_twice(capsys: Captured) -> None:
    status, text = run(capsys, "query", "sources/impact", "-p", "source=a/b", "-p", "source=c/d")
    assert status == 2
    assert "source: is given more than once" in text


def test_the_load_bearing_sources_are_an_audit(capsys: Captured) -> None:
    status, text = run(capsys, "audit", "load-bearing")
    lines = [line.strip() for line in text.splitlines()]
    assert status == 0
    at = lines.index("It falls with any of these 2 sets of up to 3 sources:")
    assert lines[at + 1] == f"Bridges and Their Cost [{BRIDGES}]"
    assert run(capsys, "audit", "load-bearing", "--format", "csv")[1].startswith(
        "id,label,type,claims,endorsedClaims,share,"
    )
