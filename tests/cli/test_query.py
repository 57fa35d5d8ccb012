"""`argmap query` asks the catalogue, or a query file of one's own."""

import csv
import io
import json
from pathlib import Path

import pytest

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]

SELECT = """\
PREFIX am: <https://w3id.org/argmap/ontology#>
SELECT ?note ?number WHERE { ?note a am:Footnote ; am:noteNumber ?number } ORDER BY ?number
"""
WITH_HEAD = """\
#+ summary: One note.
#+ parameters:
#+   number: {type: integer, description: Its number., example: 2}
PREFIX am: <https://w3id.org/argmap/ontology#>
SELECT ?note WHERE { VALUES ?number { UNDEF } ?note am:noteNumber ?number } ORDER BY ?note
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a query file may be written."""
    return tmp_path / "mine.rq"


def ask(tiny: str, *arguments: object) -> int:
    return main(["query", *map(str, arguments), "--data", tiny])


def test_without_a_name_the_catalogue_is_listed(capsys: Captured) -> None:
    assert main(["query"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["name", "parameters", "answers"]
    assert any(line.startswith("claims/detail ") and " claim* " in line for line in lines)
    assert not any(line.startswith("rules/") for line in lines)


def test_a_list_is_a_table(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/list", "-p", "stance=rejected") == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["id", "type", "label", "text"]
    assert row.startswith("tiny-2020/claim/floods-sweep-bridges-away  Claim  Floods sweep bridges away")


def test_limit_and_offset_say_how_much_there_is(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/list", "--limit", 1, "--offset", 1) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "1 of 5"


def test_a_list_for_programs_has_its_total(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/list", "--limit", 2, "--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (len(answer["items"]), answer["total"]) == (2, 5)


def test_a_list_for_a_spreadsheet_is_whole(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/list", "--format", "csv") == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 5


def test_an_empty_list_says_so(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/list", "-p", "q=submarine") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "nothing found"


def test_one_thing_is_a_tree(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/support", "-p", "claim=tiny-2020/claim/bridge-should-be-built") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Thesis: The town should build a bridge")
    assert any("has premise: Statistical evidence: Over fifty years" in line for line in lines)


def test_one_thing_is_no_csv(tiny: str, capsys: Captured) -> None:
    thing = "claim=tiny-2020/claim/bridge-saves-time"
    assert ask(tiny, "claims/detail", "-p", thing, "--format", "csv") == 2
    assert "csv is for lists" in capsys.readouterr().err


def test_one_thing_has_no_pages_of_a_list(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/detail", "-p", "claim=tiny-2020/claim/bridge-saves-time", "--limit", 1) == 2
    assert "claims/detail is none" in capsys.readouterr().err


def test_an_unknown_name_gets_the_nearest_and_all(capsys: Captured) -> None:
    assert main(["query", "claims/lits"]) == 2
    said = capsys.readouterr().err
    assert 'no such query "claims/lits". Nearest: claims/list' in said
    assert "\n  sources/trace\n" in said


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (["stanc=rejected"], "stanc: no such parameter. Nearest: stance."),
        (["page=x"], 'page: "x" is no whole number'),
        (["stance=unsure"], "give one of endorsed, rejected, conceded, reported"),
        (["page=1", "page=2"], "page: is given more than once"),
        (["page"], "'page' is not NAME=VALUE"),
    ],
)
def test_a_wrong_parameter_is_wrong_usage(parameters: list[str], message: str, capsys: Captured) -> None:
    given = [argument for parameter in parameters for argument in ("-p", parameter)]
    assert main(["query", "claims/list", *given]) == 2
    assert message in capsys.readouterr().err


def test_a_part_of_an_address_is_no_parameter(capsys: Captured) -> None:
    assert main(["query", "sources/detail", "-p", "slug=touval-1992"]) == 2
    assert "slug: no such parameter. It takes source." in capsys.readouterr().err


def test_a_missing_parameter_comes_with_an_example(capsys: Captured) -> None:
    assert main(["query", "claims/detail"]) == 2
    assert "claim: is required. For example claim=" in capsys.readouterr().err


def test_an_unknown_thing_is_no_answer(tiny: str, capsys: Captured) -> None:
    assert ask(tiny, "claims/detail", "-p", "claim=tiny-2020/claim/bridge-saves-tim") == 1
    assert "Nearest: tiny-2020/claim/bridge-saves-time" in capsys.readouterr().err


def test_a_plain_query_of_ones_own(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text(SELECT)
    assert ask(tiny, file) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "note                  number",
        "tiny-2020/footnote/1  1",
    ]


def test_a_plain_query_for_programs(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text(SELECT)
    assert ask(tiny, file, "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)["results"]["bindings"]) == 4
    assert ask(tiny, file, "--format", "csv") == 0
    assert capsys.readouterr().out.splitlines()[0] == "note,number"


def test_a_question_of_yes_or_no(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text("ASK { <https://w3id.org/argmap/id/tiny-2020/footnote/1> ?p ?o }")
    assert ask(tiny, file) == 0
    assert capsys.readouterr().out == "yes\n"
    assert ask(tiny, file, "--format", "csv") == 2


def test_triples_are_turtle_or_json_ld(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text(SELECT.replace("SELECT ?note ?number", "CONSTRUCT { ?note am:noteNumber ?number }"))
    assert ask(tiny, file) == 0
    assert "am:noteNumber 1" in capsys.readouterr().out
    assert ask(tiny, file, "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 4


def test_a_query_with_a_head_takes_parameters(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text(WITH_HEAD)
    assert ask(tiny, file, "-p", "number=2") == 0
    assert capsys.readouterr().out.splitlines() == ["note", "tiny-2020/footnote/2"]


def test_a_plain_query_takes_no_parameters(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text(SELECT)
    assert ask(tiny, file, "-p", "number=2") == 2
    assert "a query file without a head takes no parameters" in capsys.readouterr().err


def test_a_mistake_in_a_query_is_shown_where_it_is(tiny: str, file: Path, capsys: Captured) -> None:
    file.write_text("SELECT * WHERE {\n  ?s ?p }\n")
    assert ask(tiny, file) == 1
    said = capsys.readouterr().err
    assert said.startswith("argmap: line 2, column 9: ")
    assert said.endswith("\n  ?s ?p }\n        ^\n")


@pytest.mark.parametrize("head", ["", "#+ summary: Elsewhere.\n"])
def test_no_query_calls_another_server(tiny: str, file: Path, head: str, capsys: Captured) -> None:
    file.write_text(head + "SELECT ?s WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } ORDER BY ?s")
    assert ask(tiny, file) == 1
    assert "SERVICE" in capsys.readouterr().err


def test_a_query_file_that_is_not_there_is_wrong_usage(capsys: Captured) -> None:
    assert main(["query", "nowhere.rq"]) == 2
    assert 'there is no query file "nowhere.rq"' in capsys.readouterr().err
