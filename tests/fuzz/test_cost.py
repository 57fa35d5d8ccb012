"""Whatever passes the check, the engine reads and plans: it does not die of it, nor take for ever."""
# ruff: noqa: E501 (the tables are read in columns)

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.fuzz.engine import Engine

from argmap.errors import ArgmapError
from argmap.settings import Limits
from argmap.store.safety import refuse_unsafe

# What opens, and how it closes; `#` is a number of its own each time.
_NESTED = (
    ("{", "}"), ("{{} UNION ", "}"), ("OPTIONAL {", "}"), ("FILTER EXISTS {", "}"), ("FILTER NOT EXISTS {?s ?p ?o ", "}"),
    ("MINUS {?a ?b ?c ", "}"), ("GRAPH ?g {", "}"), ("{SELECT * {", "}}"), ("?s ?p ?o OPTIONAL {", "}"), ("LATERAL {", "}"),
    ("FILTER(!EXISTS {", "})"), ("BIND(EXISTS {", "} AS ?b#)"), ("FILTER <x:f>(EXISTS {", "})"), ("VALUES ?v {1} {", "}"),
)  # fmt: skip
_VALUES = (
    ("(", ")"), ("!(", ")"), ("-(", ")"), ("STR(", ")"), ("IF(true,1,", ")"), ("COALESCE(", ")"), ("REPLACE(", ",'a','b')"), ("!STR(", ")"),
    ("1+(", ")"), ("<x:f>(", ")"), ("REGEX(1,", ")"), ("1 IN (", ")"), ("(true||", ")"), ("CONCAT('a',", ")"), ("!", ""), ("SUBSTR(", ",1)"),
    ("EXISTS { FILTER(", ") }"), ("(1=", ")"),
)  # fmt: skip
_TERMS = (
    ("[ ?p ", " ]"),
    ("(", ")"),
    ("<< ?s ?p ", " >>"),
    ("<<( ?s ?p ", " )>>"),
    ("( 1 ", " 2 )"),
    ("?o ~ {| ?p ", " |}"),
)
_PATHS = (("(", ")"), ("(", ")*"), ("^(", ")"), ("<x:p>/(", ")+"), ("<x:p>|(", ")?"))
_PIECES = (
    "?s ?p ?o .", "?s <x:p#> ?o .", "?s ?p ?o#.", "?s# ?p# ?o#.", "?s ?p ?o; ?p ?o#.", "{?s ?p ?o}", "FILTER(?s=?o)", "FILTER(1)", "BIND(1 AS ?c#)",
    "OPTIONAL{?s ?p ?o#}", "MINUS{?s ?p ?o#}", "FILTER EXISTS{?s ?p ?o#}", "{?s ?p ?o}UNION{?o ?p ?s}", "GRAPH ?g# {?s ?p ?o}", "VALUES ?x {1}",
    "?s <x:p>/<x:q>* ?o .", "?s ?p (1 2 3).", "?s ?p [?p ?o].", "?s ?p ?o ~ ?r {| ?p ?o |}.", "{SELECT ?s {?s ?p ?o}}", "?s ?p true.",
    "FILTER(?s IN (1,2,?o))", "{}", "LATERAL{?s ?p ?o}", "?s !(<x:p>|^<x:q>) ?o .", "FILTER REGEX(STR(?o),'(a+)+$')", "[] ?p ?o .",
)  # fmt: skip


def _nest(parts: tuple[tuple[str, str], ...], inside: SearchStrategy[str]) -> SearchStrategy[str]:
    """Nest one kind, or several in turn, around something."""
    return st.builds(
        _nested, st.lists(st.sampled_from(parts), min_size=1, max_size=3), st.integers(1, 70), inside
    )


def _nested(parts: list[tuple[str, str]], times: int, inside: str) -> str:
    chosen = [parts[number % len(parts)] for number in range(times)]
    opening = "".join(_own(part[0], number) for number, part in enumerate(chosen))
    return opening + inside + "".join(_own(part[1], times - 1 - n) for n, part in enumerate(reversed(chosen)))


def _own(part: str, number: int) -> str:
    return part.replace("#", str(number))


def _repeat() -> SearchStrategy[str]:
    def repeated(parts: list[str], times: int) -> str:
        return "".join(_own(parts[number % len(parts)], number) for number in range(times))

    return st.builds(
        repeated, st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4), st.integers(1, 900)
    )


_GROUPS = st.one_of(
    _repeat(),
    st.builds(str.__add__, _repeat(), _repeat()),
    _nest(_NESTED, st.one_of(st.just("?s ?p ?o"), _repeat())),
    _nest(_VALUES, st.sampled_from(["1", "?s", "%", ""])).map("FILTER({})".format),
    _nest(_TERMS, st.sampled_from(["?o", "1", "%"])).map("?s ?p {}".format),
    _nest(_PATHS, st.sampled_from(["<x:p>", "a", "%"])).map("?s {} ?o".format),
)
_QUERIES = st.one_of(
    _GROUPS.map("ASK {{{}}}".format),
    _GROUPS.map("ASK {{{}".format),
    st.integers(1, 9_000).map(lambda n: "DESCRIBE " + "<x:a> " * n),
    st.integers(1, 9_000).map(lambda n: "SELECT (1 AS ?z) {} GROUP BY ?s HAVING " + "(1)" * n),
    st.integers(1, 9_000).map(lambda n: "SELECT * {} ORDER BY " + "?s " * n),
    st.integers(1, 3_000).map(lambda n: "SELECT " + "".join(f"(1 AS ?v{i})" for i in range(n)) + "{}"),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine(filled=False)
    yield engine
    engine.close()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_QUERIES)
def test_the_engine_survives_what_passes(engine: Engine, text: str) -> None:
    try:
        refuse_unsafe(text, (), (), Limits(patterns=50))
    except ArgmapError:
        return
    assert engine.ask(text)["outcome"] in ("answered", "syntax", "failed")


@pytest.mark.parametrize(
    "text", ["ASK {" + "{" * 9_000 + "}" * 9_000 + "}", "ASK {FILTER(" + "1||" * 30_000 + "1)}"]
)
def test_a_death_would_be_noticed(engine: Engine, text: str) -> None:
    assert engine.ask(text)["outcome"] == "killed"
    assert engine.ask("ASK {}")["outcome"] == "answered"
