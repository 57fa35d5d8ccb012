"""On which page a passage stands: certain where the break is printed, a range where it is lost."""

from pyoxigraph import Store
from tests.data.asking import column, rows


def test_only_the_breaks_that_are_printed_put_a_passage_on_two_pages(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?x ?one ?two
        { ?x a am:Passage ; am:onPage/am:pageNumber ?one, ?two FILTER(?one < ?two) } ORDER BY ?one""",
    )
    assert found == [
        ("passage/p6-s2", 222, 223),
        ("passage/p17-s1", 226, 227),
        ("passage/p20-s2", 229, 230),
        ("passage/p25-s1", 230, 231),
        ("passage/p35-s1-3", 233, 234),
    ]


def test_a_passage_whose_break_is_lost_may_be_on_every_page_of_the_range(text: Store) -> None:
    found = rows(
        text,
        """SELECT DISTINCT ?first ?last ?count {
        { SELECT ?x (MIN(?n) AS ?first) (MAX(?n) AS ?last) (COUNT(?n) AS ?count)
          { ?x a am:Passage ; am:possiblyOnPage/am:pageNumber ?n } GROUP BY ?x } } ORDER BY ?first""",
    )
    assert found == [(224, 226, 3), (227, 229, 3), (234, 237, 4), (238, 240, 3)]


def test_no_passage_has_both_a_certain_page_and_a_range(text: Store) -> None:
    both = "SELECT ?x { ?x a am:Passage ; am:onPage ?p ; am:possiblyOnPage ?q }"
    none = "SELECT ?x { ?x a am:Passage FILTER NOT EXISTS { ?x am:onPage|am:possiblyOnPage ?p } }"
    assert not rows(text, both)
    assert not rows(text, none)


def test_pages_never_go_back_in_reading_order(text: Store) -> None:
    firsts = column(
        text,
        """SELECT ?first {
        { SELECT ?x ?start ?end (MIN(?n) AS ?first)
          { ?x am:inParagraph ?p ; am:startOffset ?start ; am:endOffset ?end .
            ?x (am:onPage|am:possiblyOnPage)/am:pageNumber ?n } GROUP BY ?x ?start ?end } }
        ORDER BY ?start ?end""",
    )
    certain = [int(first or 0) for first in firsts]
    assert certain == sorted(certain)
    assert (certain[0], certain[-1]) == (221, 238)


def test_a_paragraph_is_on_every_certain_page_of_its_passages(text: Store) -> None:
    query = "SELECT ?p { ?x am:inParagraph ?p ; am:onPage ?page FILTER NOT EXISTS { ?p am:onPage ?page } }"
    assert not rows(text, query)
