"""Which texts are too much for the engine, and which large ones are not."""

import pytest

from argmap.errors import QueryRefused
from argmap.settings import Limits
from argmap.store.safety import refuse_unsafe

TRIPLE = "?s ?p ?o "
EVERYTHING = Limits(query_bytes=1_000_000)


def _nested(before: str, n: int, inside: str, after: str) -> str:
    return before * n + inside + after * n


def _numbered(n: int, pattern: str, between: str = "") -> str:
    return between.join(pattern.replace("#", str(number)) for number in range(n))


def _group(inside: str) -> str:
    return "ASK {" + inside + "}"


TOO_MUCH: dict[str, tuple[str, str]] = {
    "long": ("ASK { ?s ?p '" + "x" * 32_000 + "' }", "bytes"),
    "groups in groups": (_group(_nested("{", 70, "", "}")), "nested"),
    "parentheses": (_group("FILTER(" + _nested("(", 70, "1", ")") + ")"), "nested"),
    "triples about triples": (_group(_nested("<< ", 70, "?s", " ?p ?o >> ")), "nested"),
    "triples about triples, no space": (_group(_nested("<<:s:p", 70, ":o", ">>")), "nested"),
    "not in a row": (_group("FILTER(" + "!" * 9_000 + "true)"), "in a row"),
    "not in a row, spaced": (_group("FILTER(" + "! " * 30 + "true)"), "in a row"),
    "or": (_group("FILTER(" + "||".join(["?x"] * 3000) + ")"), "operators"),
    "sum": (_group("FILTER(" + "+".join(["1"] * 3000) + ")"), "operators"),
    "bind": (_group(_numbered(1500, "BIND(1 AS ?a#)")), "operators"),
    "filters": (_group("FILTER(1)" * 1500), "operators"),
    "unions": (_group("UNION".join(["{}"] * 1500)), "operators"),
    "conditions of having": ("SELECT (1 AS ?x) {} GROUP BY ?s HAVING" + "(1)" * 1500, "operators"),
    "things to describe": ("DESCRIBE " + "<a:> " * 1500, "operators"),
    "triples": (_group("?s ?p ?o . " * 150), "patterns in one group"),
    "semicolons": (_group("?s ?p ?o" + "; ?p ?o" * 150), "patterns"),
    "commas": (_group("?s ?p ?o" + ",?o" * 150), "patterns"),
    "path": (_group("?s " + "/".join(["<http://e/p>"] * 150) + " ?o"), "patterns"),
    "optionals": (_group("OPTIONAL{?s ?p ?o}" * 150), "patterns in one group"),
    "paths in paths": (_group("?s " + _nested("<x:p>/(", 20, "<x:p>", ")+") + " ?o"), "paths with +"),
    "values": (_group("VALUES ?x { 1 }" * 150), "patterns"),
    "list": (_group("?s ?p (" + "1 " * 60 + ")"), "patterns"),
    "groups": (_group("{?s ?p ?o}" * 150), "patterns"),
    "graphs": (_group(_numbered(60, "GRAPH ?g# {?s ?p ?o}")), "patterns"),
    "triples between filters": (_group("?s ?p ?o FILTER(1)" * 150), "patterns"),
    "triples between words": (_group("?s ?p true." * 150), "patterns"),
    "triples of words": (_group("true a true." * 150), "patterns"),
    "nodes": (_group("?s ?p [ ?p [] ] . " * 80), "patterns"),
    "annotations": (_group(TRIPLE + "{| ?p ?o |}" * 60), "patterns"),
    "reifiers": (_group(TRIPLE + "~ ?r " * 150), "patterns"),
    "inside a condition": (_group("FILTER(EXISTS {" + "?s ?p ?o . " * 150 + "})"), "patterns"),
    "inside a branch": (_group("{" + "?s ?p ?o . " * 150 + "} UNION {}"), "patterns"),
    "inside a subquery": (_group("{SELECT * {" + "?s ?p ?o . " * 150 + "}}"), "patterns"),
    "branches": (_group("UNION".join(["{" + "?s ?p ?o . " * 60 + "}"] * 8)), "patterns in all groups"),
    "substr": (_group("BIND(" + _nested("SUBSTR(", 25, "'a'", ",1)") + " AS ?x)"), "nested too deep"),
    "replace": (_group("BIND(" + _nested("replace (", 25, "'a'", ",'b','c')") + " AS ?x)"), "too deep"),
    "not": (_group("FILTER" + _nested("(!", 30, "(1)", ")")), "nested too deep"),
    "not a function": (_group("FILTER(" + _nested("!STR(", 30, "1", ")") + ")"), "nested too deep"),
    "functions": (_group(_nested("FILTER <f:>(EXISTS {", 20, "", "})")), "nested too deep"),
}
MUCH: dict[str, str] = {
    "triples": _group("?s ?p ?o . " * 90),
    "values": _group("VALUES ?x {" + "1 " * 10_000 + "}"),
    "rows of values": _group("VALUES (?x ?y) {" + "(1 <http://e/>)" * 1900 + "}"),
    "rows of values at the end": "SELECT * {} VALUES (?x ?y) {" + "(1 2)" * 5000 + "}",
    "in": _group("FILTER(?x IN (" + ",".join(["1"] * 10_000) + "))"),
    "concat": _group("BIND(CONCAT(" + ",".join(["'a'@en"] * 4_000) + ") AS ?x)"),
    "template": "CONSTRUCT {" + "?s ?p ?o ." * 2_000 + "} WHERE {?s ?p ?o}",
    "alternatives": _group("?s " + "|".join(["<http://e/p>"] * 900) + " ?o"),
    "branches": _group("UNION".join(["{?s ?p ?o . ?o ?p ?s}"] * 150)),
    "optionals": _group("OPTIONAL{?s ?p ?o}" * 90),
    "prefixes": _numbered(500, "PREFIX a#: <http://e/>") + "ASK {}",
    "replace": _group("BIND(" + _nested("REPLACE(", 14, "'a'", ",'b','c')") + " AS ?x)"),
    "if": _group("BIND(" + _nested("IF(?x,1,", 30, "1", ")") + " AS ?x)"),
    "brackets that do not match": _group(")}]|}>>" * 100),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_would_choke_the_engine_is_refused(name: str) -> None:
    text, said = TOO_MUCH[name]
    with pytest.raises(QueryRefused, match=said):
        refuse_unsafe(text, ())


@pytest.mark.parametrize("name", MUCH)
def test_what_is_only_long_is_let_through(name: str) -> None:
    refuse_unsafe(MUCH[name], (), (), EVERYTHING)


@pytest.mark.parametrize(
    ("limits", "text", "said"),
    [
        (Limits(patterns=2), _group("?s ?p ?o . ?s ?p ?o ; ?p ?o"), "3 patterns in one group; at most 2"),
        (Limits(operators=1), _group("FILTER(1 + 1)"), "2 operators and clauses; at most 1"),
        (Limits(depth=2), _group("{{}}"), "deeper than 2"),
    ],
)
def test_a_refusal_names_the_limit(limits: Limits, text: str, said: str) -> None:
    with pytest.raises(QueryRefused, match=said):
        refuse_unsafe(text, (), (), limits)
