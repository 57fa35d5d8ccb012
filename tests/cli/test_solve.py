"""`argmap solve`: a framework in; extensions, standings and answers out."""

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from tests.cli.terminal import on_terminal
from tests.reasoning.acceptability.frameworks import sparse

from argmap.cli.main import main
from argmap.formats.frameworks import read, write
from argmap.reasoning.acceptability import SEMANTICS, Standings

Captured = pytest.CaptureFixture[str]
# a and b attack each other, both attack c, and c attacks d.
FLOATING = "a Open the bridge\nb Close it\nc\nd\n#\na b\nb a\na c\nb c\nc d\n"
CIRCLE = "arg(a). arg(b). arg(c). att(a,b). att(b,c). att(c,a)."


@pytest.fixture
def floating(tmp_path: Path) -> str:
    return written(tmp_path / "floating.tgf", FLOATING)


@pytest.fixture
def circle(tmp_path: Path) -> str:
    return written(tmp_path / "circle.apx", CIRCLE)


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def solved(capsys: Captured, *arguments: str, status: int = 0) -> dict[str, Any]:
    assert main(["solve", *arguments, "--format", "json"]) == status
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_extensions_are_lists_of_names_in_json(floating: str, capsys: Captured) -> None:
    answer = solved(capsys, floating, "--semantics", "preferred")
    assert answer == {
        "semantics": "preferred",
        "extensions": [["a", "d"], ["b", "d"]],
        "finished": True,
        "labels": {"a": "undecided", "b": "undecided", "c": "out", "d": "in"},
        "credulous": ["a", "b", "d"],
        "sceptical": ["d"],
        "texts": {"a": "Open the bridge", "b": "Close it"},
    }


def test_without_a_semantics_it_is_the_grounded_one(floating: str, capsys: Captured) -> None:
    answer = solved(capsys, floating)
    assert (answer["semantics"], answer["extensions"]) == ("grounded", [[]])


@pytest.mark.parametrize(
    ("semantics", "extensions"),
    [
        ("complete", [[]]),
        ("preferred", [[]]),
        ("stable", []),
        ("semi-stable", [[]]),
        ("ideal", [[]]),
        ("stage", [["a"], ["b"], ["c"]]),
    ],
)
def test_every_semantics_can_be_asked_for(
    semantics: str, extensions: list[list[str]], circle: str, capsys: Captured
) -> None:
    assert semantics in SEMANTICS
    assert solved(capsys, circle, "--semantics", semantics)["extensions"] == extensions


def test_people_get_a_line_an_extension_and_a_table(floating: str, capsys: Captured) -> None:
    assert main(["solve", floating, "--semantics", "preferred"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 preferred extensions of 4 arguments, 5 attacks",
        "  a, d",
        "  b, d",
        "",
        "argument  label      in some  in every  text",
        "a         undecided  yes      no        Open the bridge",
        "b         undecided  yes      no        Close it",
        "c         out        no       no",
        "d         in         yes      yes",
    ]


def test_a_terminal_shows_the_same(floating: str) -> None:
    with on_terminal(columns=40) as terminal:
        assert main(["solve", floating]) == 0
    assert "  (the empty set)" in terminal.screen
    assert max(map(len, terminal.screen)) <= 48


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CIRCLE.encode())))
    assert solved(capsys, "-", "--semantics", "stage")["extensions"] == [["a"], ["b"], ["c"]]


def test_the_format_can_be_said(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path / "numbers.txt", "p af 2\n1 2\n")
    assert solved(capsys, file, "--input", "af")["extensions"] == [["1"]]


def test_one_argument_can_be_asked_about(floating: str, capsys: Captured) -> None:
    asked = ["--semantics", "preferred", "--credulous", "a", "--sceptical", "a"]
    assert solved(capsys, floating, *asked) == {
        "semantics": "preferred",
        "credulous": {"argument": "a", "finished": True, "accepted": True, "extensions": True},
        "sceptical": {"argument": "a", "finished": True, "accepted": False, "extensions": True},
    }
    assert main(["solve", floating, *asked]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "yes: a is in some preferred extension",
        "no: a is not in every preferred extension",
    ]


def test_where_there_is_no_extension_it_is_said(circle: str, capsys: Captured) -> None:
    assert main(["solve", circle, "--semantics", "stable", "--credulous", "a", "--sceptical", "a"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "no: there is no stable extension, so a is in none",
        "yes: there is no stable extension, so a is in every one",
    ]


def test_more_extensions_than_wanted_are_not_told_as_all(
    floating: str, circle: str, capsys: Captured
) -> None:
    answer = solved(capsys, floating, "--semantics", "preferred", "--most", "1", status=1)
    assert answer["finished"] is False
    assert answer["because"] == "there are more than 1 extensions"
    assert answer["extensions"] == [["a", "d"]]
    assert answer["labels"]["d"] == "in"
    assert main(["solve", circle, "--semantics", "stage", "--most", "2"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("at least 2 stage extensions")
    assert "not finished: there are more than 2 extensions" in err


def test_what_takes_too_long_is_not_told(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path / "hard.tgf", write(sparse(2000, 8000), "tgf").text)
    answer = solved(capsys, file, "--semantics", "stage", "--seconds", "1", status=1)
    assert answer["because"] == "it takes more than 1 second"
    assert "labels" not in answer
    assert main(["solve", file, "--semantics", "stage", "--seconds", "1", "--sceptical", "1"]) == 1
    assert capsys.readouterr().out == "not known: 1\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [("a\n#\na b\n", "3:3: there is no argument"), ("a\nb\na b\n", '3:3: there is no line "#"')],
)
def test_what_is_no_framework_is_told_with_its_place(
    text: str, place: str, tmp_path: Path, capsys: Captured
) -> None:
    file = written(tmp_path / "bad.tgf", text)
    assert main(["solve", file]) == 1
    assert f"bad.tgf:{place}" in capsys.readouterr().err


def test_an_argument_that_is_not_there_has_no_answer(floating: str, capsys: Captured) -> None:
    assert main(["solve", floating, "--credulous", "x"]) == 1
    assert 'no such thing "x"' in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.tgf"],
        ["."],
        [],
        ["-", "--semantics", "admissible"],
        ["-", "--most", "0"],
        ["-", "--input", "x"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: Captured) -> None:
    assert main(["solve", *arguments]) == 2
    assert capsys.readouterr().err


def test_names_cannot_steer_a_terminal(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path / "x.tgf", "a\u202eb\n#\n")
    assert main(["solve", file]) == 0
    assert "\u202e" not in capsys.readouterr().out


@pytest.mark.parametrize("file", ["", "x" * 300, "x" * 5000])
def test_a_name_that_no_file_can_have_is_wrong_usage(file: str, capsys: Captured) -> None:
    assert main(["solve", file]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_whole_list_is_called_whole_when_nobody_knows_yet_how_arguments_stand(
    floating: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Standings("ideal", finished=False, because="it takes more than 0.2 seconds")
    monkeypatch.setattr("argmap.cli.solve.standing", lambda *_, **__: late)
    assert main(["solve", floating, "--semantics", "ideal", "--seconds", "3", "--format", "json"]) == 1
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert (answer["finished"], answer["extensions"]) == (True, [[]])
    assert "labels" not in answer
    assert "time was over" in answer["unlabelled"]
    assert "more than 3 seconds; all extensions are listed" in captured.err


def test_a_long_name_takes_little_more_memory_than_itself(tmp_path: Path) -> None:
    name = "a." * 500_000 + "b"
    tracemalloc.start()
    try:
        assert read(f"arg({name}).".encode(), "long.apx", None).framework.arguments == (name,)
        assert tracemalloc.get_traced_memory()[1] < 50 * len(name)
    finally:
        tracemalloc.stop()
