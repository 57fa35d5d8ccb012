"""`argmap trace` draws what a claim rests on, and what rests on a source."""

import json

import pytest
from tests.cli.terminal import on_terminal

from argmap.cli.main import main
from argmap.formats.trace import paths
from argmap.vocabulary import ID

Captured = pytest.CaptureFixture[str]
THESIS = "tiny-2020/claim/bridge-should-be-built"
BRIDGES = "Ben Reader and Ada Maker, Bridges and Their Cost (Riverside: River Office, 2010)"


def trace(tiny: str, *arguments: str) -> int:
    return main(["trace", *arguments, "--data", tiny])


def test_a_claim_is_traced_to_the_works_it_rests_on(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, THESIS) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 paths, 2 notes, 3 statements, 2 works"
    assert lines[1] == (
        f"Thesis: The town should build a bridge over its river. (Ada Maker, p. 1, para. 1) [{THESIS}]"
    )
    at = next(number for number, line in enumerate(lines) if "evidence/low-cost" in line)
    assert [line.strip("├└─│ ") for line in lines[at + 1 : at + 4]] == [
        "Footnote: Note 1 [tiny-2020/footnote/1]",
        "Full reference: Bridges and Their Cost, in note 1 (at 12, cited as evidence) "
        "[tiny-2020/reference/1-1]",
        f"Book: {BRIDGES}, 12. [source/bridges-2010]",
    ]


def test_the_full_iri_is_the_same_thing(tiny: str, capsys: Captured) -> None:
    trace(tiny, THESIS)
    short = capsys.readouterr().out
    assert trace(tiny, f"https://w3id.org/argmap/id/{THESIS}") == 0
    assert capsys.readouterr().out == short


def test_a_source_is_traced_to_what_rests_on_it(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, "source/bridges-2010") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 paths, 3 notes, 3 statements"
    assert lines[1] == f"Book: {BRIDGES}. [source/bridges-2010]"
    assert any("Short form reference: Reader and Maker, in note 3 (at 30)" in line for line in lines)
    assert any(f"[{THESIS}]" in line for line in lines)


def test_the_tree_holds_every_hop_of_every_path(tiny: str, capsys: Captured) -> None:
    trace(tiny, "source/bridges-2010", "--format", "json")
    document = json.loads(capsys.readouterr().out)
    trace(tiny, "source/bridges-2010")
    tree = capsys.readouterr().out
    names = {hop["id"].removeprefix(ID) for path in paths(document) for hop in path}
    assert len(names) > 5
    assert [name for name in names if f"[{name}]" not in tree] == []


def test_evidence_is_traced_too(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, "tiny-2020/evidence/low-cost") == 0
    assert "[source/bridges-2010]" in capsys.readouterr().out


def test_a_note_is_traced_both_ways(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, "tiny-2020/footnote/1") == 0
    tree = capsys.readouterr().out
    assert "[source/bridges-2010]" in tree
    assert f"[{THESIS}]" in tree


def test_a_note_whose_marker_is_lost_says_so(tiny: str, capsys: Captured) -> None:
    trace(tiny, "tiny-2020/footnote/4")
    assert "its marker is lost: A table of the costs of four bridges" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("style", "beginning"),
    [
        (
            "markdown",
            "# Trace: The bridge should be built\n\n[Thesis](<https://w3id.org/argmap/id/tiny-2020/",
        ),
        ("csv", "thing,path,inherited,statements,"),
        ("turtle", "@prefix rdf: <"),
        ("json", '{\n  "id": "https://w3id.org/argmap/id/tiny-2020/claim/'),
    ],
)
def test_a_trace_can_be_had_in_other_forms(tiny: str, style: str, beginning: str, capsys: Captured) -> None:
    assert trace(tiny, THESIS, "--format", style) == 0
    assert capsys.readouterr().out.startswith(beginning)


def test_works_are_cited_in_the_style_that_is_wanted(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, THESIS, "--style", "apa") == 0
    assert "Reader, B., & Maker, A. (2010)" in capsys.readouterr().out


def test_a_style_that_is_not_there_is_wrong_usage(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, THESIS, "--style", "../apa") == 2
    assert 'no citation style "../apa"' in capsys.readouterr().err


def test_a_claim_without_sources_says_so(tiny: str, capsys: Captured) -> None:
    assert trace(tiny, "tiny-2020/claim/low-bridges-are-at-risk") == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["", "It rests on no cited work."]


@pytest.mark.parametrize(
    ("thing", "nearest"),
    [
        ("tiny-2020/claim/bridge-saves-tim", "tiny-2020/claim/bridge-saves-time"),
        ("source/bridge", "source/bridges-2010"),
    ],
)
def test_an_unknown_thing_gets_the_nearest(tiny: str, thing: str, nearest: str, capsys: Captured) -> None:
    assert trace(tiny, thing) == 1
    assert f'no such thing "{thing}". Nearest: {nearest}' in capsys.readouterr().err


@pytest.mark.parametrize("thing", ["tiny-2020/page/1", "tiny-2020", "nonsense", "not an iri"])
def test_what_has_no_trace_is_wrong_usage(tiny: str, thing: str, capsys: Captured) -> None:
    assert trace(tiny, thing) == 2
    assert thing in capsys.readouterr().err


def test_a_terminal_gets_the_tree_within_its_width(tiny: str) -> None:
    with on_terminal(columns=60) as terminal:
        assert trace(tiny, THESIS) == 0
    assert max(map(len, terminal.screen)) <= 60
    assert terminal.screen[1].startswith("Thesis: The town should build a bridge")
