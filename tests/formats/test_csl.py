import pytest

from argmap.formats.csl import csl

BEN = {"id": "ben", "type": "Person", "label": "Ben Reader", "familyName": "Reader", "givenName": "Ben"}
ADA = {"id": "ada", "type": "Person", "label": "Ada Maker", "familyName": "Maker", "givenName": "Ada"}
OFFICE = {"id": "office", "label": "River Office"}


def test_a_chapter_names_its_volume_and_that_volumes_publisher() -> None:
    chapter = {
        "id": "x",
        "type": ["Source", "BookChapter"],
        "title": "Floods",
        "byline": "Reader, Ben; Maker, Ada",
        "hasAuthor": [ADA, BEN],
        "containedIn": {"id": "v", "title": "Rivers", "hasPublisher": OFFICE},
        "pageRange": "1-9",
        "year": 2010,
    }
    assert csl(chapter) == {
        "id": "x",
        "type": "chapter",
        "title": "Floods",
        "author": [{"family": "Reader", "given": "Ben"}, {"family": "Maker", "given": "Ada"}],
        "container-title": "Rivers",
        "publisher": "River Office",
        "page": "1-9",
        "issued": {"date-parts": [[2010]]},
    }


def test_an_organization_is_a_literal_name() -> None:
    assert csl({"id": "x", "type": "Report", "hasAuthor": OFFICE})["author"] == [{"literal": "River Office"}]


def test_a_byline_alone_still_gives_names() -> None:
    given = {"id": "x", "type": "Book", "byline": "Reader, Ben; River Office"}
    assert csl(given)["author"] == [{"family": "Reader", "given": "Ben"}, {"literal": "River Office"}]


@pytest.mark.parametrize(
    ("date", "parts"), [("1994-04-07", [1994, 4, 7]), ("1993-03", [1993, 3]), ("1990", [1990])]
)
def test_a_date_has_the_parts_that_are_known(date: str, parts: list[int]) -> None:
    assert csl({"id": "x", "publicationDate": date})["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("Book", "book"),
        ("BookChapter", "chapter"),
        ("JournalArticle", "article-journal"),
        ("MagazineArticle", "article-magazine"),
        ("NewspaperArticle", "article-newspaper"),
        ("Report", "report"),
        ("OfficialDocument", "document"),
        ("Broadcast", "broadcast"),
        ("Presentation", "speech"),
        ("PressStatement", "document"),
        ("Source", "document"),
    ],
)
def test_every_kind_of_source_has_a_type(kind: str, type: str) -> None:
    assert csl({"id": "x", "type": ["Source", kind]})["type"] == type
