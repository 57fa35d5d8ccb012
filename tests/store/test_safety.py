import pytest

from argmap.errors import QueryRefused
from argmap.store.safety import MAX_BYTES, refuse_unsafe

HELD = {"http://g/1"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <http://e/> {}' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://e/> {}",
        "SELECT ?service { ?s <http://e/SERVICE> ?service }",
        "PREFIX e: <http://e/> SELECT * { ?s e:service e:from }",
        "SELECT * { ?s ?p '''a\n' SERVICE ''' . ?s ?p \"\\\" SERVICE \\\"\" }",
        "SELECT * FROM <http://g/1> { ?s ?p ?o }",
        "PREFIX g: <http://g/> SELECT * FROM NAMED g:1 { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER(?s = <http://e/a#b>) }",
        "SELECT * { ?s ?p ?o FILTER(?o<5 && ?o>3) }",
        "PREFIX e: <http://e/> SELECT * { ?s e:a\\'b ?o . ?s e:p 'x' }",
        "BASE <http://e/> PREFIX insert: <http://e/> ASK { insert:a ?p ?o }",
        "ASK {" + "?s ?p ?o . " * 90 + "}",
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
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE#>\n ?v {?s ?p ?o} }",
        'SELECT * { ?s ?p ?o FILTER(?a<?b#>"""\n)SERVICE <http://e/> {} #"""\n }',
        "SELECT * { ?s ?p ?o FILTER(?a<urn:x#>'''\n)SERVICE <http://e/> {} #'''\n }",
        "SELECT * { ?s ?p 'a' } #\nSERVICE",
    ],
)
def test_no_other_endpoint_is_ever_called(text: str) -> None:
    with pytest.raises(QueryRefused):
        refuse_unsafe(text, HELD)


@pytest.mark.parametrize("word", ["INSERT DATA", "delete where", "LOAD", "CLEAR", "WITH", "Drop"])
def test_updates_are_refused(word: str) -> None:
    with pytest.raises(QueryRefused, match="is an update"):
        refuse_unsafe(f"PREFIX e: <http://e/> {word} {{ e:a e:b e:c }}", HELD)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <http://g/2> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://g/2> { ?s ?p ?o }",
        "SELECT *FROM<http://g/2>{ ?s ?p ?o }",
        "ASKFROM<http://g/2>{ ?s ?p ?o }",
    ],
)
def test_only_graphs_that_are_here_can_be_named(text: str) -> None:
    with pytest.raises(QueryRefused):
        refuse_unsafe(text, HELD)


def test_graphs_of_the_request_are_held_to_the_same() -> None:
    with pytest.raises(QueryRefused, match=r"no graph <http://g/2> here\. There are: http://g/1"):
        refuse_unsafe("ASK {}", HELD, ["http://g/2"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASK { ?s ?p '" + "x" * MAX_BYTES + "' }", "bytes"),
        ("ASK {" + "{" * 70 + "}" * 70 + "}", "nested"),
        ("ASK { FILTER(" + "!" * 10_000 + "true) }", "in a row"),
        ("ASK { FILTER(" + "! " * 30 + "true) }", "in a row"),
        ("ASK { FILTER(" + "||".join(["?x"] * 3000) + ") }", "operators"),
        ("ASK {" + "".join(f"BIND(1 AS ?a{n})" for n in range(2000)) + "}", "operators"),
        ("ASK {" + "?s ?p ?o . " * 500 + "}", "patterns"),
        ("ASK { ?s ?p ?o" + "; ?p ?o" * 500 + "}", "patterns"),
        ("ASK { ?s " + "/".join(["<http://e/p>"] * 500) + " ?o }", "patterns"),
        ("ASK {" + "VALUES ?x { 1 }" * 300 + "}", "patterns"),
    ],
)
def test_what_would_choke_the_engine_is_refused(text: str, said: str) -> None:
    with pytest.raises(QueryRefused, match=said):
        refuse_unsafe(text, HELD)
