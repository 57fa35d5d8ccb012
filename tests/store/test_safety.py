"""What a stranger's query may be. Every text that is refused here once got past a check, or might have."""

import pytest

from argmap.errors import ArgmapError, QueryRefused, QuerySyntaxError, UnknownGraph
from argmap.settings import Limits
from argmap.store.safety import refuse_unsafe, unsupported

HELD = {"http://g/1"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <http://e/> {}' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://e/> {}",
        "SELECT ?service { ?s <http://e/SERVICE> ?service . _:service ?p 'x'@service }",
        "PREFIX e: <http://e/> SELECT * { ?s e:service e:from ; e:a.b-service 1 }",
        "PREFIX e: <urn:e:> PREFIX : <http://e/x#> SELECT * { ?s :accessService e:service }",
        "SELECT * { ?s ?p '''a\n' SERVICE ''' . ?s ?p \"\\\" SERVICE \\\"\" }",
        "SELECT * { ?s ?p ?o FILTER(?s = <http://e/a#b>) } # no service",
        "SELECT * { ?s ?p ?o FILTER(?o<5 && ?o>3) }",
        "PREFIX e: <http://e/> SELECT * { ?s e:a\\'b ?o . ?s e:p 'x' }",
        "BASE <http://e/> PREFIX insert: <http://e/> ASK { insert:a ?p ?o }",
        "SELECT * { ?s ?p ?o . ?o ?p (<#a> <#b>) }",
        "",
        "PREFIX",
    ],
)
def test_what_only_reads_is_let_through(text: str) -> None:
    refuse_unsafe(text, HELD)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://e/> {} }",
        "SELECT * { service silent ?x {} }",
        "SELECT * { SERVICE<http://e/>{} }",
        "SELECT * { ?s ?p trueSERVICE<http://e/>{} }",
        "SELECT * { ?s ?p 1SERVICE<http://e/>{} }",
        "PREFIX e: <http://e/> SELECT * { SERVICEe:x{} }",
        "SELECT * { ?s ?p 'a' } #\nSERVICE",
        # A local name has dots in one place: what comes after the second is no longer the name.
        "PREFIX e: <http://e/> SELECT * { ?s ?p e:a.b.SERVICE<http://x/>{} }",
        # The engine splits a name that makes no IRI: `http://e:8SERVICE…` has no port, `#x#` two fragments.
        "PREFIX e: <http://e:8> PREFIX f: <http://x/> SELECT * { ?s ?p e:SERVICEf:x{} }",
        "PREFIX e: <http://e:8> SELECT * { ?s ?p e:SERVICE <http://x/> {} }",
        "PREFIX e: <http://e/#> PREFIX f: <http://x/> SELECT * { ?s ?p e:SERVICEf:x\\#{} }",
    ],
)
def test_the_keyword_is_found_wherever_the_engine_would_read_it(text: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        refuse_unsafe(text, HELD)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE#>\n ?v {?s ?p ?o} }",
        'SELECT * { ?s ?p ?o FILTER(?a<?b#>"""\n)SERVICE <http://e/> {} #"""\n }',
        "SELECT * { ?s ?p ?o FILTER(?a<urn:x#>'''\n)SERVICE <http://e/> {} #'''\n }",
        "SELECT * { ?s ?p ?o FILTER(?a<(?b>1) && ?a<?c#>'''\n)SERVICE <http://e/> {} #'''\n }",
        "PREFIX e: <http://e/> SELECT * { <<e:a?p#>'''\n ?o>> ?q ?r . SERVICE <http://x/> {} #'''\n }",
    ],
)
def test_an_iri_that_is_also_a_comparison_hides_nothing(text: str) -> None:
    with pytest.raises(QueryRefused):
        refuse_unsafe(text, HELD)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ('''x'#\\q\n). SERVICE <http://x/> {} #''')\n }",
        "SELECT * { ?s ?p ('''x'#\\uD800\n). SERVICE <http://x/> {} #''')\n }",
        "SELECT * { ?s ?p ('''x'#\\U00110000\n). SERVICE <http://x/> {} #''')\n }",
    ],
)
def test_a_string_with_a_bad_escape_hides_nothing(text: str) -> None:
    with pytest.raises(ArgmapError):
        refuse_unsafe(text, HELD)


@pytest.mark.parametrize(
    "text", ["ASK { ?s ?p 'a }", 'ASK { ?s ?p """a" "', "ASK { \\u0053 }", "ASK '\ud800'"]
)
def test_a_text_that_has_no_tokens_is_no_query(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        refuse_unsafe(text, HELD)


def test_a_name_of_an_unknown_prefix_is_told_as_that() -> None:
    with pytest.raises(QuerySyntaxError, match="prefix dcat: is not declared"):
        refuse_unsafe("ASK { ?s dcat:accessService ?o }", HELD)


@pytest.mark.parametrize("word", ["INSERT DATA", "delete where", "LOAD", "CLEAR", "WITH", "Drop"])
def test_updates_are_refused(word: str) -> None:
    with pytest.raises(QueryRefused, match="is an update"):
        refuse_unsafe(f"PREFIX e: <http://e/> {word} {{ e:a e:b e:c }}", HELD)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <http://g/1> { ?s ?p ?o }",
        "PREFIX g: <http://g/> SELECT * FROM NAMED g:1 { ?s ?p ?o }",
        "BASE <http://g/> SELECT * FROM <1> from named<http://g/1> { ?s ?p ?o }",
        "BASE <http://g/x#> PREFIX from: </> SELECT * FROM from:1 { ?s from:a ?o }",
        "SELECT ?from { ?from <http://e/from> 'FROM <http://g/2>' } # FROM <http://g/2>",
    ],
)
def test_graphs_that_are_here_can_be_named(text: str) -> None:
    refuse_unsafe(text, HELD)


@pytest.mark.parametrize(
    ("text", "graph"),
    [
        ("SELECT * FROM <http://g/2> { ?s ?p ?o }", "http://g/2"),
        ("SELECT * FROM <http://g/1> FROM NAMED <file:///etc/passwd> { ?s ?p ?o }", "file:///etc/passwd"),
        ("PREFIX g: <http://g/> SELECT * FROM g:1 from g:2 { ?s ?p ?o }", "http://g/2"),
        ("SELECT *FROM<http://g/2>{ ?s ?p ?o }", "http://g/2"),
    ],
)
def test_no_other_graph_can(text: str, graph: str) -> None:
    with pytest.raises(UnknownGraph, match="There are: http://g/1") as caught:
        refuse_unsafe(text, HELD)
    assert (caught.value.graph, caught.value.held) == (graph, ("http://g/1",))


@pytest.mark.parametrize(
    "text", ["ASKFROM<http://g/2>{}", "PREFIX e: <http://g/> ASK FROMe:2 {}", "ASK FROM ?g {}", "ASK FROM"]
)
def test_from_stands_by_itself_and_names_a_graph(text: str) -> None:
    with pytest.raises(QueryRefused, match="needs a space and an IRI"):
        refuse_unsafe(text, HELD)


def test_graphs_of_the_request_are_held_to_the_same() -> None:
    with pytest.raises(UnknownGraph, match=r"no graph <http://g/2> here\. There are: http://g/1"):
        refuse_unsafe("ASK {}", HELD, ["http://g/2"])


def test_the_limits_are_those_that_are_given() -> None:
    with pytest.raises(QueryRefused, match="6 bytes; at most 5 are allowed"):
        refuse_unsafe("ASK {}", HELD, limits=Limits(query_bytes=5))
    with pytest.raises(QueryRefused, match="deeper than 1 level"):
        refuse_unsafe("ASK {{}}", HELD, limits=Limits(depth=1))


def test_bytes_are_counted_not_letters() -> None:
    with pytest.raises(QueryRefused, match="15 bytes"):
        refuse_unsafe("ASK {} # €€", HELD, limits=Limits(query_bytes=12))


@pytest.mark.parametrize(
    ("text", "iri", "where"),
    [
        ("SELECT * {\n  BIND(<x:f>(1) AS ?x) }", "x:f", " (line 2, column 8)"),
        ("PREFIX e: <http://e/> ASK { ?s e:f 1 FILTER e:f(1) }", "http://e/f", " (line 1, column 45)"),
        ("BASE <http://e/> ASK { ?s ?p <f> FILTER <f>(1) }", "http://e/f", " (line 1, column 41)"),
        ("ASK { FILTER <f>(1) }", "http://base/f", ""),
        ("ASK { FILTER z:f(1) }", "http://e/f", ""),
    ],
)
def test_a_function_that_does_not_exist_is_told_with_its_place(text: str, iri: str, where: str) -> None:
    error = unsupported(text, f"The custom function <{iri}> is not supported")
    assert str(error) == f"The custom function <{iri}>{where} is not supported."


def test_what_else_the_engine_cannot_do_is_told_in_its_words() -> None:
    assert str(unsupported("ASK {}", "The thing is not supported")) == "The thing is not supported."


def test_the_refusal_of_service_ends_with_its_last_word() -> None:
    with pytest.raises(QueryRefused, match=r"calls no other\.$"):
        refuse_unsafe("ASK { SERVICE <http://e/> {} }", HELD)
