"""What the notes cite: references, short forms, citations, sources."""

from pyoxigraph import Store
from tests.data.asking import column, rows


def test_every_reference_leads_to_exactly_one_source(text: Store) -> None:
    query = """SELECT ?reference (COUNT(DISTINCT ?source) AS ?sources) {
        ?note am:containsReference ?reference
        OPTIONAL { ?reference am:resolvesTo*/am:assertsSource ?source } } GROUP BY ?reference"""
    assert {count for _, count in rows(text, query)} == {1}
    assert len(rows(text, query)) == 37


def test_a_short_form_repeats_a_full_reference_of_an_earlier_note(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?n ?m { ?short a am:ShortFormReference ; am:resolvesTo ?full . ?full a am:FullReference .
        ?note am:containsReference ?short ; am:noteNumber ?n .
        ?other am:containsReference ?full ; am:noteNumber ?m } ORDER BY ?n""",
    )
    assert found == [
        (8, 7),
        (9, 4),
        (10, 4),
        (12, 5),
        (13, 11),
        (18, 5),
        (19, 17),
        (22, 5),
        (25, 5),
        (26, 5),
        (27, 20),
        (35, 20),
    ]


def test_a_work_is_given_in_full_only_once(text: Store) -> None:
    sources = column(text, "SELECT ?source { ?reference am:assertsSource ?source }")
    assert len(sources) == len(set(sources))


def test_every_reference_is_the_object_of_one_citation_by_its_note(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?reference (COUNT(?citation) AS ?citations) { ?note am:containsReference ?reference
        OPTIONAL { ?citation am:hasCitedReference ?reference ; am:hasCitingEntity ?note } }
        GROUP BY ?reference""",
    )
    assert {count for _, count in found} == {1}


def test_a_citation_gives_the_locator_of_its_reference(text: Store) -> None:
    query = """SELECT ?citation { ?citation am:hasCitedReference ?reference
        OPTIONAL { ?citation am:locator ?here } OPTIONAL { ?reference am:locator ?there }
        FILTER(COALESCE(?here, "") != COALESCE(?there, "")) }"""
    assert not rows(text, query)


def test_notes_that_say_quoted_in_are_second_hand(text: Store) -> None:
    query = "SELECT ?n { ?citation am:secondHand true ; am:hasCitingEntity/am:noteNumber ?n } ORDER BY ?n"
    assert column(text, query) == [22, 35]


def test_every_source_is_named_by_a_reference_or_contains_one_that_is(text: Store) -> None:
    query = """SELECT ?source { ?source am:title ?title FILTER(?source != id:kuperman-1996)
        FILTER NOT EXISTS { ?source ^am:containedIn*/^am:assertsSource ?reference } }"""
    assert not rows(text, query)


def test_whoever_is_in_a_byline_is_among_the_authors(text: Store) -> None:
    found = column(
        text,
        """SELECT ?work { ?work am:byline ?byline ; am:hasAuthor ?author . ?author rdfs:label ?label
        OPTIONAL { ?author am:familyName ?family }
        FILTER(!CONTAINS(?byline, COALESCE(?family, ?label))) }""",
    )
    assert found == []
