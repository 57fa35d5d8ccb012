"""`argmap query` writes works for reference managers."""

import json
import subprocess
import sys

import pybtex.database
import pytest
import rispy

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


def ask(tiny: str, *arguments: str) -> int:
    return main(["query", *arguments, "--data", tiny])


def test_a_list_of_works_as_bibtex(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "sources/list", "--format", "bibtex") == 0
    entries = pybtex.database.parse_string(capsys.readouterr().out, "bibtex").entries
    assert [str(name) for name in entries["bridges-2010"].persons["author"]] == ["Reader, Ben", "Maker, Ada"]
    assert entries["bridges-2010"].fields["publisher"] == "River Office"


def test_one_work_as_ris(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "sources/detail", "-p", "source=bridges-2010", "--format", "ris") == 0
    (record,) = rispy.loads(capsys.readouterr().out)
    assert record["title"] == "Bridges and Their Cost"


def test_the_article_itself_as_csl_json(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "articles/detail", "-p", "article=tiny-2020", "--format", "csl-json") == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert (item["id"], item["type"]) == ("tiny-2020", "article-journal")


@pytest.mark.parametrize("query", ["claims/list", "sources/records"])
def test_what_is_no_work_has_no_record(tiny: str, query: str, capsys: Captured) -> None:
    assert ask(tiny, query, "--format", "bibtex") == 2
    assert "bibtex is for works" in capsys.readouterr().err


def test_nothing_of_citeproc_is_loaded_before_a_citation_is_asked_for() -> None:
    code = "import argmap.http.app, argmap.cli.main, sys; print({'citeproc', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
