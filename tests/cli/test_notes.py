"""`argmap notes`: a note list in; Turtle, and what to review, out."""

import json
from pathlib import Path

import pyoxigraph
import pytest

from argmap.cli import notes
from argmap.cli.main import main
from argmap.formats.notes import styles

Captured = pytest.CaptureFixture[str]

NOTES = """\
Notes

1. Ada Brook, The Law of Tides (London: Quay Press, 1990), p. 14.
2. Ibid., p. 20.
3. Brook, p. 33. The tide was never measured there.
"""
ARTICLE = """\
@prefix agent: <https://w3id.org/argmap/id/agent/> .
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix id: <https://w3id.org/argmap/id/> .
@prefix page: <https://w3id.org/argmap/id/doe-2001/page/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

id:doe-2001 a am:Article ; rdfs:label "Dues" ; am:title "Dues" ; am:year 2001 ; am:hasAuthor agent:jo-doe ;
  am:byline "Doe, Jo" ; am:firstPage 1 ; am:lastPage 14 .
agent:jo-doe a am:Person ; rdfs:label "Jo Doe" .
page:14 a am:Page ; rdfs:label "Page 14" ; am:inArticle id:doe-2001 ; am:pageNumber 14 .
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return str(path)


def test_turtle_goes_out_and_the_report_beside_it(file: str, capsys: Captured) -> None:
    assert main(["notes", file, "--article", "doe-2001"]) == 0
    out, err = capsys.readouterr()
    assert list(pyoxigraph.parse(out.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    assert "reference:2-1\n  a am:IbidReference" in out
    assert err.startswith("3 notes, style chicago: 3 references (1 full, 2 short, 0 of these open)")
    assert "left out, before the first note: line 1" in err


def test_the_report_for_programs_says_line_note_and_candidates(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(
        NOTES + "4. Ada Brook, Sea Walls (Hull: Mole, 1994).\n5. Brook, p. 7.\n", encoding="utf-8"
    )
    assert main(["notes", str(file), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (review,) = answer["review"]
    assert (review["note"], review["line"], review["reference"]) == ("5", 7, "5-1")
    assert review["candidates"] == ["1-1", "4-1"]
    assert answer["counts"]["open"] == 1


def test_what_is_written_passes_the_check_with_a_minimal_article(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    data = tmp_path / "data" / "doe-2001"
    data.mkdir(parents=True)
    (data / "article.ttl").write_text(ARTICLE, encoding="utf-8")
    assert main(["notes", file, "--article", "doe-2001", "--pages", "14", "--output", str(data.parent)]) == 0
    (data.parent / "notes.ttl").rename(data / "notes.ttl")
    capsys.readouterr()
    assert main(["check", str(data.parent), "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["message"] for finding in findings if finding["severity"] == "warning"} == {
        "No marker in the text calls this note, and nothing says that the marker is lost."
    }


def test_an_output_that_is_there_is_not_written_over(file: str, tmp_path: Path, capsys: Captured) -> None:
    kept = tmp_path / "reviewed.ttl"
    kept.write_text("# reviewed\n", encoding="utf-8")
    assert main(["notes", file, "--output", str(kept)]) == 2
    assert kept.read_text(encoding="utf-8") == "# reviewed\n"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("output", ["draft", "draft/references.ttl"])
def test_a_link_that_leads_nowhere_is_not_followed(
    file: str, tmp_path: Path, capsys: Captured, output: str
) -> None:
    draft, elsewhere = tmp_path / "draft", tmp_path / "elsewhere.ttl"
    draft.mkdir()
    for name in ("references.ttl", "notes.ttl", "sources.ttl"):
        (draft / name).symlink_to(elsewhere)
    assert main(["notes", file, "--output", str(tmp_path / output)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert not elsewhere.exists()
    assert all(each.is_symlink() for each in draft.iterdir())


def test_a_pdf_is_said_to_be_one(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "notes.pdf"
    file.write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    assert main(["notes", str(file)]) == 1
    assert "this is a PDF, not a text" in capsys.readouterr().err


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("")
    assert main(["notes", str(file)]) == 1
    assert "the file is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value"), [("--article", "a/b"), ("--pages", "9-3"), ("--style", "none"), ("--pages", "x")]
)
def test_a_value_that_makes_no_sense_is_wrong_usage(file: str, option: str, value: str) -> None:
    assert main(["notes", file, option, value]) == 2


def test_a_folder_is_wrong_usage(tmp_path: Path, capsys: Captured) -> None:
    assert main(["notes", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


def test_the_styles_on_offer_are_those_there_are() -> None:
    assert set(notes.STYLES) == {"auto", *styles.NAMES}
