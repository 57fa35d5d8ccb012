"""The mapped article's sections, paragraphs, lacunae and passages, and all of the data at once."""

import pytest
from pyoxigraph import Store
from tests.data.asking import ID, column, rows

STATEMENTS = ("claim/", "evidence/", "warrant/", "assumption/", "question/")


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("Article", 1),
        ("Page", 20),
        ("Section", 10),
        ("Paragraph", 41),
        ("Lacuna", 4),
        ("Footnote", 35),
        ("NoteMarker", 18),
        ("Table", 1),
        ("TableRow", 8),
        ("Case", 8),
    ],
)
def test_the_article_has_as_many(text: Store, kind: str, count: int) -> None:
    assert len(rows(text, f"SELECT ?thing {{ ?thing a am:{kind} }}")) == count


@pytest.mark.parametrize(
    ("number", "numbers"),
    [
        ("pageNumber", range(221, 241)),
        ("paragraphNumber", range(1, 42)),
        ("noteNumber", range(1, 36)),
        ("caseNumber", range(1, 9)),
    ],
)
def test_numbers_run_without_a_gap_and_are_in_the_iri(text: Store, number: str, numbers: range) -> None:
    found = rows(text, f"SELECT ?n ?thing {{ ?thing am:{number} ?n }} ORDER BY ?n")
    assert [n for n, _ in found] == list(numbers)
    assert all(str(thing).endswith(f"/{n}") for n, thing in found)


def test_sections_stand_in_the_order_of_their_paragraphs(text: Store) -> None:
    found = column(
        text, "SELECT ?place { ?p am:inSection/am:position ?place ; am:paragraphNumber ?n } ORDER BY ?n"
    )
    assert found == sorted(found, key=lambda place: int(place or 0))
    assert set(found) == set(range(1, 11))


def test_paragraphs_and_lacunae_of_a_section_are_counted_together(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?section ?place
        { ?unit am:inSection ?section ; am:position ?place ; a ?kind VALUES ?kind { am:Paragraph am:Lacuna } }
        ORDER BY ?section ?place""",
    )
    for section in {section for section, _ in found}:
        places = [place for other, place in found if other == section]
        assert places == list(range(1, len(places) + 1))


def test_each_lacuna_comes_right_after_the_paragraph_it_follows(text: Store) -> None:
    found = rows(
        text,
        """SELECT ?lacuna ?n
        { ?lacuna am:follows ?p ; am:position ?place ; am:inSection ?section .
          ?p am:paragraphNumber ?n ; am:position ?before ; am:inSection ?section
          FILTER(?place = ?before + 1) } ORDER BY ?n""",
    )
    assert found == [
        ("lacuna/three-sectors", 13),
        ("lacuna/arusha-principles", 18),
        ("lacuna/chart-of-cases", 32),
        ("lacuna/measures", 36),
    ]


def test_passages_stand_in_the_section_of_their_paragraph(text: Store) -> None:
    query = "SELECT ?x { ?x am:inParagraph/am:inSection ?one ; am:inSection ?other FILTER(?one != ?other) }"
    assert not rows(text, query)
    assert not rows(text, "SELECT ?x { ?x am:inParagraph ?p FILTER NOT EXISTS { ?x am:inSection ?s } }")


def test_passages_are_numbered_in_the_order_of_their_offsets(text: Store) -> None:
    by_offset = rows(
        text,
        """SELECT ?n ?place { ?x am:startOffset ?start ; am:endOffset ?end ; am:position ?place ;
        am:inParagraph/am:paragraphNumber ?n } ORDER BY ?start ?end""",
    )
    assert len(by_offset) > 150
    assert by_offset == sorted(by_offset, key=lambda row: [int(cell or 0) for cell in row])


def test_every_paragraph_has_its_passages(text: Store) -> None:
    query = "SELECT ?p { ?p a am:Paragraph FILTER NOT EXISTS { ?x am:inParagraph ?p } }"
    assert not rows(text, query)


def test_every_passage_has_its_place_in_letters(text: Store) -> None:
    found = rows(
        text,
        """PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?x (MAX(?from) AS ?start) (MIN(?to) AS ?end)
        { ?x a am:Passage ; oa:hasState ?state ; oa:hasSelector ?s . ?s oa:start ?from ; oa:end ?to }
        GROUP BY ?x""",
    )
    assert len({(start, end) for _, start, end in found}) == len(found)
    kinds = "am:Passage am:Quotation"
    assert len(found) == len(rows(text, f"SELECT DISTINCT ?x {{ ?x a ?k VALUES ?k {{ {kinds} }} }}"))


def test_passages_carry_no_wording_of_the_article(text: Store) -> None:
    literals = set(column(text, "SELECT DISTINCT ?p { ?x a am:Passage ; ?p ?v FILTER(isLiteral(?v)) }"))
    am = "https://w3id.org/argmap/ontology#"
    assert literals == {
        "http://www.w3.org/2000/01/rdf-schema#label",
        am + "endOffset",
        am + "position",
        am + "startOffset",
    }
    labels = column(text, "SELECT ?label { ?x a am:Passage ; rdfs:label ?label }")
    assert all(str(label).startswith(("Paragraph ", "Note ")) and len(str(label)) < 40 for label in labels)


def test_no_passage_reaches_beyond_the_digital_text(text: Store) -> None:
    [size] = column(text, "SELECT ?n { ?text dcat:byteSize ?n }")
    [last] = column(text, "SELECT (MAX(?end) AS ?last) { ?x am:endOffset ?end }")
    assert int(last or 0) < int(size or 0)


def test_quoted_words_have_their_speaker(text: Store) -> None:
    assert rows(
        text, "SELECT ?x ?who { ?x a am:Quotation ; am:spokenBy ?who ; am:startOffset ?n } ORDER BY ?n"
    ) == [
        ("passage/p16-s4", "agent/juvenal-habyarimana"),
        ("passage/p16-s5", "agent/rwandan-prime-minister"),
        ("passage/p22-s2", "agent/german-ambassador-to-rwanda"),
        ("passage/p22-s3-4", "agent/marc-rugenera"),
        ("passage/p27-s2a", "agent/un-security-council"),
        ("passage/p35-s1-3", "agent/marc-rugenera"),
    ]


def test_everything_named_is_described(text: Store) -> None:
    named = column(
        text,
        f"""SELECT DISTINCT ?thing {{ ?x ?p ?thing FILTER(isIRI(?thing) && STRSTARTS(STR(?thing), "{ID}"))
        FILTER NOT EXISTS {{ ?thing a ?kind }} }}""",
    )
    assert [thing for thing in named if not str(thing).startswith(STATEMENTS)] == []


def test_everything_described_has_one_plain_label(text: Store) -> None:
    query = """SELECT ?thing { ?thing a ?kind OPTIONAL { ?thing rdfs:label ?label } }
        GROUP BY ?thing HAVING (COUNT(DISTINCT ?label) != 1)"""
    assert not rows(text, query)
    assert not rows(text, 'SELECT ?thing { ?thing rdfs:label ?label FILTER(LANG(?label) != "") }')


def test_nothing_is_a_blank_node(text: Store) -> None:
    assert not rows(text, "SELECT ?p { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }")
