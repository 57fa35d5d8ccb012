"""A work of the graph as CSL-JSON."""

import pytest

from argmap.formats.citations import csl

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
        "custom": {"kind": "BookChapter"},
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


def test_a_chapter_has_what_is_said_of_its_volume() -> None:
    volume = {
        "id": "v",
        "title": "Rivers",
        "hasEditor": ADA,
        "placeOfPublication": "Riverside",
        "edition": "2nd",
    }
    item = csl({"id": "x", "type": "BookChapter", "title": "Floods", "containedIn": volume, "hasAuthor": BEN})
    assert item["editor"] == [{"family": "Maker", "given": "Ada"}]
    assert (item["container-title"], item["publisher-place"], item["edition"]) == (
        "Rivers",
        "Riverside",
        "2nd",
    )


def test_a_document_in_a_volume_is_cited_like_a_chapter_of_its_year() -> None:
    volume = {"id": "v", "title": "River Treaties", "hasAuthor": BEN, "year": 2011}
    item = csl({"id": "x", "type": "OfficialDocument", "title": "Ford Treaty", "containedIn": volume})
    assert (item["type"], item["issued"]) == ("chapter", {"date-parts": [[2011]]})
    assert item["container-author"] == [{"family": "Reader", "given": "Ben"}]


def test_those_whom_a_byline_leaves_unnamed_are_others() -> None:
    item = csl({"id": "x", "type": "Book", "byline": "Reader, Ben, et al.", "hasAuthor": BEN})
    assert item["author"] == [{"family": "Reader", "given": "Ben"}, {"literal": "others"}]


def test_a_suffix_is_taken_from_the_byline() -> None:
    item = csl({"id": "x", "type": "Book", "byline": "Reader, Ben, Jr.", "hasAuthor": BEN})
    assert item["author"] == [{"family": "Reader", "given": "Ben", "suffix": "Jr."}]


def test_an_issue_that_is_named_after_months_is_a_date() -> None:
    item = csl({"id": "x", "type": "MagazineArticle", "issue": "May-June 1990", "year": 1990})
    assert item["issued"] == {"date-parts": [[1990, 5], [1990, 6]]}
    assert "issue" not in item


@pytest.mark.parametrize("date", ["Spring 1995", "1995-13", "c. 1900"])
def test_a_date_that_has_no_parts_stays_as_it_is(date: str) -> None:
    assert csl({"id": "x", "publicationDate": date})["issued"] == {"literal": date}


@pytest.mark.parametrize(
    ("identifier", "variable", "value"),
    [
        ("doi:10.1000/182", "DOI", "10.1000/182"),
        ("https://doi.org/10.1000/182", "DOI", "10.1000/182"),
        ("978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
        ("1050-124X", "ISSN", "1050-124X"),
        ("R/2/2010", "number", "R/2/2010"),
    ],
)
def test_an_identifier_is_told_by_its_form(identifier: str, variable: str, value: str) -> None:
    assert csl({"id": "x", "identifier": identifier})[variable] == value


def test_who_prints_the_transcript_of_a_broadcast_is_not_its_station() -> None:
    broadcast = {"id": "x", "type": "Broadcast", "containerTitle": "Heard on Air", "hasPublisher": OFFICE}
    item = csl({**broadcast, "placeOfPublication": "Riverside", "originalLanguage": "French"})
    assert (item["source"], item["event-place"]) == ("River Office", "Riverside")
    assert item["custom"]["originalLanguage"] == "French"
    assert not {"publisher", "publisher-place", "language"} & item.keys()
