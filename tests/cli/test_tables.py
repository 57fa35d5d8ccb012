"""Tables: aligned in a pipe, fitted to a terminal."""

import pytest
from tests.cli.terminal import on_terminal

from argmap.cli import tables

COLUMNS = ["id", "notes", "title"]
ROWS = [["a", 5, "Short"], ["bbb", 35, "A [bold] title\nof two lines"]]


def test_a_pipe_gets_aligned_text(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show(COLUMNS, ROWS, numeric=frozenset({"notes"}))
    assert capsys.readouterr().out.splitlines() == [
        "id   notes  title",
        "a        5  Short",
        "bbb     35  A [bold] title of two lines",
    ]


def test_a_long_cell_is_whole_and_does_not_pad_the_others() -> None:
    lines = tables.plain(["text", "page"], [["x" * 120, "1"], ["y", "2"]], frozenset()).splitlines()
    assert lines[1] == "x" * 120 + "  1"
    assert len(lines[2]) < 90


def test_an_absent_value_is_an_empty_cell(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show(["a", "b"], [[None, "x"]])
    assert capsys.readouterr().out == "a  b\n   x\n"


def test_a_terminal_gets_no_line_wider_than_itself() -> None:
    with on_terminal(columns=40) as terminal:
        tables.show(["id", "text"], [["a", "word " * 30]])
    assert max(map(len, terminal.screen)) <= 40
    assert "".join(terminal.screen).count("word") == 30


def test_columns_that_do_not_fit_are_named() -> None:
    with on_terminal(columns=80) as terminal:
        tables.show(["a", "b", "c", "d", "e"], [["x" * 30] * 5])
    assert terminal.screen[0].split() == ["a", "b", "c"]
    assert "Not shown for want of width: d, e." in terminal.screen[-1]


def test_brackets_in_the_data_are_no_markup() -> None:
    with on_terminal() as terminal:
        tables.show(COLUMNS, ROWS)
    assert any("A [bold] title" in line for line in terminal.screen)
