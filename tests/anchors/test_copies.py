"""Copies as files: encodings, PDFs, and what is no copy."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from tests.anchors.judging import states, wrong
from tests.anchors.made_up import anchors, article

from argmap.errors import InputError
from argmap.formats.anchors.copy_text import read_copy
from argmap.formats.anchors.normal_form import normal_form
from argmap.formats.anchors.report import Report, search

TEXT = article().text
ALL = len(article().passages)


def found_in(file: Path) -> Report:
    report = search(read_copy(file), anchors())
    assert wrong(report, TEXT) == []
    return report


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert read_copy(file).text == TEXT
    assert states(found_in(file)) == {"found": ALL}


def test_latin_1_and_other_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(TEXT.replace("“", "«").replace("”", "»").replace("\n", "\r\n").encode("latin-1"))
    assert states(found_in(file)) == {"found": ALL}


def test_a_report_names_lines_and_gives_the_wording(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(TEXT, encoding="utf-8")
    entries = list(found_in(file).entries(words=True))
    for entry, passage in zip(entries, article().passages.values(), strict=True):
        words = TEXT[passage.start : passage.end]
        assert entry["wording"] == words
        assert entry["line"] == TEXT[: passage.start].count("\n") + 1
        assert (entry["start"], entry["end"] + 1) == (passage.start, passage.end)


def test_the_wording_has_its_broken_words_whole_again(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    first = next(iter(article().passages.values()))
    words = TEXT[first.start : first.end]
    at = next(
        number for number, sign in enumerate(words) if number > 3 and words[number - 3 : number + 3].isalpha()
    )
    file.write_text(f"{words[:at]}-\n{words[at:]}{TEXT[first.end :]}", encoding="utf-8")
    assert next(found_in(file).entries(words=True))["wording"] == words


def in_two_columns(file: Path) -> None:
    """Write the article as a journal would: two columns, a head, a page number, words broken by hand."""
    page, margin = A5, 40
    width = (page[0] - 3 * margin) / 2
    frames = [Frame(margin + n * (width + margin), 50, width, page[1] - 110, 0, 0, 0, 0) for n in (0, 1)]

    def head(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(margin, page[1] - 30, f"The Journal of Nothing {canvas.getPageNumber()}")
        canvas.drawString(page[0] / 2, 25, str(canvas.getPageNumber()))

    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=9, leading=11, embeddedHyphenation=1)
    story = [Paragraph(text, style) for text in article().paragraphs]
    document = BaseDocTemplate(str(file), pagesize=page)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=head))
    document.build(story)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "copy.pdf"
    in_two_columns(file)
    return file


def test_a_pdf_in_two_columns_with_heads_is_read(pdf: Path) -> None:
    report = found_in(pdf)
    assert states(report)["found"] >= 0.99 * ALL
    pages = [entry["page"] for entry in report.entries(words=False) if "page" in entry]
    assert pages == sorted(pages)
    assert len(set(pages)) == len(PdfReader(pdf).pages) > 3


def test_a_pdf_that_is_locked_against_changes_only_is_read(pdf: Path, tmp_path: Path) -> None:
    assert states(found_in(_locked(pdf, tmp_path, user="")))["found"] >= 0.99 * ALL


def test_a_pdf_with_a_password_is_refused(pdf: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is locked with a password. Open it with the password"):
        read_copy(_locked(pdf, tmp_path, user="secret"))


def _locked(pdf: Path, folder: Path, user: str) -> Path:
    writer = PdfWriter(clone_from=pdf)
    writer.encrypt(user, "owner", algorithm="RC4-128")
    file = folder / "locked.pdf"
    with file.open("wb") as opened:
        writer.write(opened)
    return file


def test_what_is_only_named_as_a_pdf_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_text("Some words that are no PDF.")
    with pytest.raises(InputError, match="is named as a PDF, but is none"):
        read_copy(file)


def test_a_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    canvas = Canvas(str(file))
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    with pytest.raises(
        InputError, match=r"holds no text: its 1 pages are pictures only. Have the text recognised"
    ):
        read_copy(file)


@pytest.mark.parametrize("cut", [20, 400, 3000])
def test_a_damaged_pdf_is_refused_or_read_but_never_breaks(pdf: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "damaged.pdf"
    file.write_bytes(pdf.read_bytes()[:cut])
    with pytest.raises(InputError, match=r"is a damaged PDF|holds no text"):
        read_copy(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04" + bytes(100), "a zip archive, or a document of a word processor"),
        (bytes(range(256)) * 40, "is no text"),
        (b"\x1f\x8b" + bytes(10), "compressed"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_copy(file)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﬁre-\nﬂies", "fireflies"),
        ("Élan", "elan"),
        ("STRASSE", "straße"),
        ("soft\u00adly", "softly"),
        ("in 1994,12 they", "In they"),
        ("one [End Page 231] two", "one two"),
        ("don’t “stop”", "dont stop"),
        ("ﬀ \ufb03 œuvre", "ff ffi oeuvre"),
    ],
)
def test_the_normal_form_is_the_same(one: str, other: str) -> None:
    assert normal_form(one).letters == normal_form(other).letters


def test_the_normal_form_knows_where_its_letters_are() -> None:
    form = normal_form("1. ﬁn–É [End Page 2] Z")
    assert form.letters == "finez"
    assert [form.offset(letter) for letter in range(5)] == [3, 3, 4, 6, 21]
    assert [form.letter(offset) for offset in (0, 3, 4, 22)] == [0, 0, 2, 5]
