"""What RIS says is what rispy reads out of it."""

from typing import Any

import pytest
import rispy
from hypothesis import given
from tests.formats.citations.nasty import NASTY, PEOPLE

from argmap.formats.citations import ris

Item = dict[str, Any]


def read(*items: Item) -> list[dict[str, Any]]:
    return list(rispy.loads(ris(items).decode()))


@given(NASTY, NASTY, NASTY)
def test_any_text_is_read_back(title: str, publisher: str, remark: str) -> None:
    (record,) = read({"id": "x", "type": "book", "title": title, "publisher": publisher, "annote": remark})
    assert (record["title"], record["publisher"], record["notes"]) == (title, publisher, [remark])


@given(PEOPLE)
def test_any_name_is_read_back(name: dict[str, str]) -> None:
    (record,) = read({"id": "x", "type": "book", "author": [name]})
    assert record["authors"] == [
        ", ".join(name[part] for part in ("family", "given", "suffix") if part in name)
    ]


def test_every_shipped_work_is_read_back(works: dict[str, Item]) -> None:
    records = read(*works.values())
    assert [record["id"] for record in records] == list(works)
    for record, item in zip(records, works.values(), strict=True):
        assert record["title"] == item["title"]
        assert record["year"] == str(item["issued"]["date-parts"][0][0])
        assert len(record.get("authors", [])) == len(item.get("author", []))


def test_a_line_break_cannot_make_a_tag_of_its_own() -> None:
    records = read({"id": "x", "type": "book", "title": "Floods\nER  - \r\nTY  - BOOK\u2028TI  - Other"})
    assert [record["title"] for record in records] == ["Floods ER - TY - BOOK TI - Other"]


def test_a_chapter_has_its_volume_and_pages() -> None:
    item = {"id": "x", "type": "chapter", "container-title": "Rivers", "page": "4–9", "edition": "2nd"}
    editor = {"family": "Maker", "given": "Ada"}
    (record,) = read({**item, "editor": [editor], "container-author": [{"literal": "River Office"}]})
    assert (record["type_of_reference"], record["secondary_title"]) == ("CHAP", "Rivers")
    assert (record["secondary_authors"], record["custom2"]) == (["Maker, Ada"], "River Office")
    assert (record["start_page"], record["end_page"]) == ("4", "9")


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[1992, 11, 25]], "1992/11/25/"),
        ([[1991, 2]], "1991/02//"),
        ([[1990, 5], [1990, 6]], "1990/05//to 1990/06"),
    ],
)
def test_a_date_has_the_form_of_ris(parts: list[list[int]], date: str) -> None:
    (record,) = read({"id": "x", "type": "book", "issued": {"date-parts": parts}})
    assert (record["year"], record["date"]) == (str(parts[0][0]), date)


def test_what_has_no_tag_is_said_in_a_note() -> None:
    item = {"id": "x", "type": "broadcast", "container-title": "Heard on Air", "source": "River Office"}
    (record,) = read({**item, "custom": {"kind": "Broadcast", "originalLanguage": "French"}})
    assert record["notes"] == ["Source of the text: River Office", "Translated from French"]


def test_lines_end_as_ris_prescribes() -> None:
    assert ris([{"id": "x", "type": "book"}]) == b"TY  - BOOK\r\nID  - x\r\nER  - \r\n"
