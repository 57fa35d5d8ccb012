"""Which queries divide into the things they are about and what they say of each."""

from pathlib import Path

import pytest

from argmap import shipped
from argmap.catalogue import load
from argmap.catalogue.halves import Halves
from argmap.catalogue.halves import halves as read
from argmap.sparql_tokens import tokens

PREFIX = "PREFIX : <x:>\n"
WHICH = "SELECT DISTINCT ?t WHERE { ?a :leads ?t }"
SAID = "OPTIONAL { ?t ?p ?o }"


def _query(which: str = WHICH, said: str = SAID, template: str = "?t ?p ?o", behind: str = "") -> str:
    return f"{PREFIX}CONSTRUCT {{ {template} }} WHERE {{ {{ {which} }} {said} }}{behind}"


def _halves(text: str) -> Halves | None:
    return read(text, list(tokens(text)))


def test_the_first_half_is_the_subquery_with_the_declarations() -> None:
    text = _query()
    found = _halves(text)
    assert found is not None
    assert found.which(text).split() == [*PREFIX.split(), *WHICH.split()]


def test_the_second_half_has_the_things_in_place_of_the_subquery() -> None:
    found = _halves(_query())
    assert found is not None
    expected = f"{PREFIX} CONSTRUCT {{ ?t ?p ?o }} WHERE {{ VALUES (?t) {{ (<a:1>) (<a:2>) }} {SAID} }}"
    assert found.about([["<a:1>"], ["<a:2>"]]).split() == expected.split()


def test_why_a_thing_is_there_goes_along_with_it() -> None:
    found = _halves(_query(which="SELECT DISTINCT ?t ?a $p WHERE { ?a ?p ?t }", said="?t ?p ?o"))
    assert found is not None
    assert found.variables == ("?t", "?a", "$p")
    about = found.about([["<a:1>", "UNDEF", "<a:2>"]])
    values = "VALUES (?t ?a $p) { (<a:1> UNDEF <a:2>) }"
    expected = f"{PREFIX} CONSTRUCT {{ ?t ?p ?o }} WHERE {{ {values} ?t ?p ?o }}"
    assert about.split() == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        _query(which=WHICH + " ORDER BY ?a LIMIT 3"),
        _query(which='SELECT DISTINCT ?t WHERE { { ?t :is \'}\' } UNION { ?t :is """{""" } }'),
        _query(which=WHICH + " # }\n"),
        _query(said="# { CONSTRUCT\n" + SAID),
        _query(said=SAID + " FILTER(?o != 'RAND()') MINUS { ?t :hidden ?o } BIND(1 AS ?one)"),
        _query(said="{ SELECT ?t (COUNT(*) AS ?o) WHERE { ?t ?q ?r } GROUP BY ?t } BIND(:count AS ?p)"),
        _query().lower().replace("<x:>", "<X:>"),
        _query().replace("?t", "$t"),
        "#+ summary: A head.\n" + _query() + "\n# the end",
    ],
)
def test_what_divides(text: str) -> None:
    assert _halves(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        _query(behind=" LIMIT 5"),
        _query(behind=" VALUES ?t { :a }"),
        _query(template="?o ?p ?t"),
        _query(template="?t :is ?o"),
        _query(template="?t ?p ?o . ?o ?p ?t"),
        _query(which="SELECT DISTINCT ?a ?t WHERE { ?a :leads ?t }"),
        _query(which="SELECT DISTINCT ?t (1 AS ?a) WHERE { ?a :leads ?t }"),
        _query(which="SELECT DISTINCT ?t ?a FROM <g:> WHERE { ?a :leads ?t }"),
        _query(which="SELECT DISTINCT ?t { ?a :leads ?t }"),
        _query(which="SELECT DISTINCT * WHERE { ?a :leads ?t }"),
        _query(which="SELECT DISTINCT ?a WHERE { ?a :leads ?t }"),
        _query(said=SAID + " BIND(RAND() AS ?chance)"),
        _query(said="BIND(BNODE() AS ?o) BIND(:is AS ?p)"),
        _query(said="UNION { VALUES ?t { :c } } ?t ?p ?o"),
        _query(said="?t ?p ?o . ?t :is _:b"),
        _query().replace("WHERE { {", "WHERE { ?x :is ?y . {"),
        _query().replace("CONSTRUCT { ?t ?p ?o }", "CONSTRUCT { ?t ?p ?o } FROM <g:>"),
        _query().replace("WHERE { {", "WHERE { OPTIONAL {"),
        "CONSTRUCT { ?t ?p ?o } WHERE { ?t ?p ?o }",
        "CONSTRUCT WHERE { ?t ?p ?o }",
        "SELECT ?t WHERE { { SELECT DISTINCT ?t WHERE { ?t ?p ?o } } }",
        f"{PREFIX}CONSTRUCT {{ ?t ?p ?o }} WHERE {{ {{ {WHICH[:-2]}",
        f"{PREFIX}CONSTRUCT {{ ?t ?p ?o }} WHERE {{ {{ {WHICH}",
        f"{PREFIX}CONSTRUCT {{ ?t ?p ?o }} WHERE {{ {{ {WHICH} }}",
        _query()[:-1],
        PREFIX,
        "",
    ],
)
def test_what_does_not(text: str) -> None:
    assert _halves(text) is None


def test_it_does_not_divide_where_a_parameter_stands_in_the_second_half(folder: Path) -> None:
    head = (folder / "claims/detail.rq").read_text().partition("CONSTRUCT")[0]
    within, behind = "?claim ?p ?t", "?t ?property ?value"
    for which, said, divides in ((True, False, True), (False, True, False)):
        first, second = ("VALUES ?claim { UNDEF } " * place for place in (which, said))
        text = f"SELECT DISTINCT ?t WHERE {{ {first}{within} }} }} {second}{behind} }}"
        query = f"CONSTRUCT {{ ?t ?property ?value }} WHERE {{ {{ {text}"
        (folder / "claims/detail.rq").write_text(head + query)
        assert (load(folder).named("claims/detail").halves is not None) == divides


BESIDE = "?t ?p ?o . :data :version ?version"
OPTIONAL = SAID + " OPTIONAL { :data :version ?version }"


@pytest.mark.parametrize(
    "text",
    [
        _query(template=BESIDE, said=OPTIONAL),
        _query(template=BESIDE + " .", said=OPTIONAL.lower()),
        _query(template=BESIDE.replace(":data", "<x:data>"), said=OPTIONAL.replace(":data", "<x:data>")),
    ],
)
def test_one_triple_may_be_said_beside_the_things(text: str) -> None:
    found = _halves(text)
    assert found is not None
    assert found.beside is not None
    data = "<x:data>" if "<x:data>" in text else ":data"
    assert found.beside.split() == [
        *PREFIX.split(), *f"CONSTRUCT {{ {data} :version ?version }} WHERE".split(),
        *f"{{ {data} :version ?version }}".split(),
    ]  # fmt: skip
    assert "version" not in found.about([["<a:1>"]])


@pytest.mark.parametrize(
    "text",
    [
        _query(template=BESIDE),
        _query(template=BESIDE, said=OPTIONAL + " " + SAID),
        _query(template=BESIDE, said=OPTIONAL + " FILTER(?version > 1)"),
        _query(template=BESIDE, said="FILTER(?version > 1) " + OPTIONAL),
        _query(template=BESIDE, said=OPTIONAL.replace("OPTIONAL { :data", "{ :data")),
        _query(template=BESIDE, said=OPTIONAL.replace(":data", ":other")),
        _query(template=BESIDE.replace(":data", "?t"), said=OPTIONAL.replace(":data", "?t")),
        _query(template=BESIDE.replace("?version", "?o"), said=OPTIONAL.replace("?version", "?o")),
        _query(template=BESIDE + " . :data :is ?t", said=OPTIONAL),
        _query(template=BESIDE, said=OPTIONAL.replace("OPTIONAL { :data", "MINUS { :data")),
    ],
)
def test_but_no_other(text: str) -> None:
    assert _halves(text) is None


def test_of_the_shipped_queries_for_one_thing_these_do_not() -> None:
    whole = [
        query.name
        for query in load(shipped.folder("queries"))
        if query.shape in ("tree", "trace") and not query.halves
    ]
    assert whole == ["articles/detail", "things/describe"]
