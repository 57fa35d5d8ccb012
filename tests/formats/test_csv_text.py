"""Rows as CSV: quoted by RFC 4180, and nothing in them that a spreadsheet would run."""

import csv
import io

import pytest

from argmap.formats.csv_text import csv_text


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+1", "-A1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_takes_no_text_for_a_formula(text: str) -> None:
    assert _read(csv_text(["a"], [{"a": text}])) == [["a"], [f"'{text}"]]


@pytest.mark.parametrize("cell", ["-1", "-0.5", -3, "a=b", "plain"])
def test_numbers_and_other_texts_stay_as_they_are(cell: str | int) -> None:
    assert _read(csv_text(["a"], [{"a": cell}])) == [["a"], [str(cell)]]


def test_quotes_commas_and_line_breaks_come_back() -> None:
    text = 'a "b", c\nd'

    assert _read(csv_text(["a", "b"], [{"a": text}])) == [["a", "b"], [text, ""]]


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))
