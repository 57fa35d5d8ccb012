"""What BibTeX says is what two parsers that others wrote read out of it."""

from typing import Any

import pybtex.database
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from pylatexenc.latex2text import LatexNodes2Text
from tests.formats.citations.nasty import NAMES, NASTY

from argmap.formats.citations import bibtex

Item = dict[str, Any]


def read(*items: Item) -> dict[str, pybtex.database.Entry]:
    return dict(pybtex.database.parse_string(bibtex(items).decode(), "bibtex").entries)


def plain(latex: str) -> str:
    # pylatexenc reads \textasciicircum as the modifier letter that looks like it.
    return str(LatexNodes2Text().latex_to_text(latex)).replace("ˆ", "^")


@given(NASTY, NASTY, NASTY)
def test_any_text_is_read_back(title: str, publisher: str, remark: str) -> None:
    item = {"id": "x", "type": "book", "title": title, "publisher": publisher, "annote": remark}
    library = parse_string(bibtex([item]).decode())
    assert not library.failed_blocks
    (ours,), theirs = library.entries, read(item)["x"].fields
    for field, text in (("title", title), ("publisher", publisher), ("annote", remark)):
        assert plain(ours[field]) == text
        assert plain(theirs[field]) == text


@given(NAMES)
def test_any_names_are_read_back(names: list[dict[str, str]]) -> None:
    persons = read({"id": "x", "type": "book", "author": names})["x"].persons["author"]
    assert [_name(person) for person in persons] == [
        (name.get("family", name.get("literal", "")), name.get("given", ""), name.get("suffix", ""))
        for name in names
    ]


def _name(person: pybtex.database.Person) -> tuple[str, str, str]:
    family_names = person.prelast_names + person.last_names
    parts = (family_names, person.first_names + person.middle_names, person.lineage_names)
    family, given, suffix = (plain(" ".join(part)) for part in parts)
    return family, given, suffix


def test_every_shipped_work_is_read_back(works: dict[str, Item]) -> None:
    entries = read(*works.values())
    assert list(entries) == list(works)
    for key, item in works.items():
        fields = entries[key].fields
        assert plain(fields["title"]) == item["title"]
        assert fields["year"] == str(item["issued"]["date-parts"][0][0])
        assert len(entries[key].persons.get("author", [])) == len(item.get("author", []))


def test_a_chapter_has_its_volume() -> None:
    item = {"id": "x", "type": "chapter", "title": "Floods", "container-title": "Rivers", "page": "4-9"}
    entry = read({**item, "editor": [{"family": "Maker", "given": "Ada"}], "publisher-place": "Riverside"})[
        "x"
    ]
    assert entry.type == "incollection"
    assert (entry.fields["booktitle"], entry.fields["pages"]) == ("Rivers", "4--9")
    assert (str(entry.persons["editor"][0]), entry.fields["address"]) == ("Maker, Ada", "Riverside")


def test_a_date_is_there_for_bibtex_and_in_full_for_biblatex() -> None:
    fields = read({"id": "x", "type": "broadcast", "issued": {"date-parts": [[1992, 11, 25]]}})["x"].fields
    assert (fields["year"], fields["month"], fields["date"]) == ("1992", "November", "1992-11-25")


def test_months_from_to_are_both_there() -> None:
    issued = {"date-parts": [[1990, 5], [1990, 6]]}
    fields = read({"id": "x", "type": "article-magazine", "issued": issued})["x"].fields
    assert (fields["month"], fields["date"]) == ("May--June", "1990-05/1990-06")


def test_unnamed_authors_are_others_but_an_organization_may_be_called_so() -> None:
    others = {"literal": "others"}
    text = bibtex([{"id": "x", "type": "book", "author": [{"family": "Reader", "given": "Ben"}, others]}])
    assert b"author = {Reader, Ben and others}" in text
    assert b"author = {{others}}" in bibtex([{"id": "x", "type": "book", "author": [others]}])


def test_what_has_no_field_is_said_in_a_note() -> None:
    item = {"id": "x", "type": "report", "number": "R/2", "collection-number": "7", "medium": "Tape"}
    fields = read(item)["x"].fields
    assert (fields["number"], fields["note"]) == ("R/2", "Number in the series: 7. medium: Tape")


@pytest.mark.parametrize(
    ("ids", "keys"), [(("a b", "a%b"), ["a-b", "a-b-2"]), (("A", "a"), ["A", "a-2"]), (("é",), ["work"])]
)
def test_keys_are_plain_and_differ(ids: tuple[str, ...], keys: list[str]) -> None:
    assert list(read(*({"id": id, "type": "book", "title": "T"} for id in ids))) == keys
