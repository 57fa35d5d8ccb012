"""`argmap articles` lists what is mapped."""

import csv
import io
import json

import pytest
from tests.cli.terminal import on_terminal

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


def test_articles_come_with_their_counts(tiny: str, capsys: Captured) -> None:
    assert main(["articles", "--data", tiny]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "title", "author", "year", "statements", "arguments", "notes", "sources"]
    assert row.split("  ")[:2] == ["tiny-2020", "Why Build the Bridge"]
    assert row.split()[-5:] == ["2020", "8", "2", "4", "2"]


def test_articles_for_programs(tiny: str, capsys: Captured) -> None:
    assert main(["articles", "--data", tiny, "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["items"]
    assert (article["statementCount"], article["noteCount"]) == (8, 4)


def test_articles_for_a_spreadsheet(tiny: str, capsys: Captured) -> None:
    assert main(["articles", "--data", tiny, "--format", "csv"]) == 0
    (article,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (article["title"], article["year"]) == ("Why Build the Bridge", "2020")


def test_every_column_fits_a_common_terminal(tiny: str) -> None:
    with on_terminal(columns=80) as terminal:
        assert main(["articles", "--data", tiny]) == 0
    assert terminal.screen[0].split()[-1] == "sources"
    assert max(map(len, terminal.screen)) <= 80
