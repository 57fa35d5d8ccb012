"""Texts that are SPARQL or nearly: whole queries of nasty parts, in nasty spellings."""
# ruff: noqa: E501 (the tables are read in columns)

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.fuzz.engine import HELD, SECRET

_GAPS = st.sampled_from(
    ["", "", " ", " ", "\n", "\t", "\r\n", "#\n", "# '\n", '#"""\r', "#>\n", " # service\n"]
)
_TERMS = (
    "?s", "?o", "$service", "?x1", "<x:a>", "<http://e/#a>", "<x:'>", "<x:#>", "<?b#>", "<?b)>", "<(?b>", "<>",
    "<\\u0061>", "<x:\\U00000061>", "<x y>", "<x:\ud7ff>", "e:", "e:a", "e:a.b", "e:a.b.", "e:a.b.c", "e:%41", "e:\\'",
    "e:\\#", "e:SERVICE", "e:SERVICEe:x", "g:SERVICEe:x", "SERVICEe:x", "e:from", ":", ":a", "_:b", "_:b.c", "'a'", "'#'",
    '"a"', "'a\\'b'", "'''a'b'''", '"""a"b"""', "'''a''b''''", "''", '""', "''''''", "'a\\nb'", "'\\q'", "'\\uD800'",
    "'\\u00e9'", "'''x'#\\q\n", '"""x"#\\uDFFF\n', "'SERVICE <D> {}'", "'a'@en", "'a'@en--ltr", "'a'@service", "'a'^^<x:t>",
    "1", "1.", "1.5", ".5", "1e5", "1e", "-1", "+ 1", "true", "false", "trueSERVICE", "a", "[]", "[ ?p ?o ]", "()", "( 1 )", "(1 2)",
    "<<", ">>", "<<e:a?p#>", "<< ?s ?p ?o >>", "<<( ?s ?p ?o )>>", "{|", "|}", "~", "\\", "'", '"', "\x00", "\u00b5x", "\U00010000",
)  # fmt: skip
_PATHS = (
    "?p",
    "e:p",
    "<x:p>",
    "a",
    "<x:p>*",
    "e:p?",
    "^e:p",
    "e:p/<x:q>",
    "(e:p|!a)+",
    "!(e:p|^a)",
    "e:SERVICE",
)
_CLAUSES = (
    "SERVICE <D> {}", "service<D>{?s ?p ?o}", "SERVICE SILENT <D> {}", "SERVICEe:x{}", "trueSERVICE<D>{}", ".SERVICE<D>{}",
    "OPTIONAL{}", "MINUS {?s ?p ?o}", "{}", "UNION{}", "{} UNION {}", "BIND(1 AS ?z)", "VALUES ?v {1}", "VALUES (?v ?w){(1 2)}",
    "FILTER(?s<?o)", "FILTER(?s<?b&&?c>?o)", "FILTER(?a<?b)", "FILTER(?a<?b#>", ")", "FILTER(?a<x:#>'''", "'''", '"""', "'", "\n",
    "FILTER(!true)", "FILTER EXISTS{}", "FILTER(e:f(1)<2)", "FILTER(?a<<x:a>)", "FILTER(?a<(?b>1)", "FILTER(1<e:SERVICE)",
    "FILTER(?a<?b#>'''\n)", "#'''\n", ".", ";", ",", "}", "{", "(", "LATERAL{}", "SELECT * {}", "{SELECT * {}}", "# SERVICE\n",
)  # fmt: skip
_PROLOGUES = (
    "PREFIX e: <http://e/>", "PREFIX e: <http://e:8>", "PREFIX e: <x:#>", "PREFIX g: <http://e/#>", "PREFIX e: <D>",
    "PREFIX : <http://e:8>", "PREFIX : <x:>", "BASE <http://b/>", "PREFIX service: <D>", "prefix e:<D#>", "VERSION '1.2'",
    "PREFIX from: <S>", "PREFIX e: <S>",
)  # fmt: skip
_DATASETS = (
    "", "", "", "FROM <S>", "FROM<S>", "FROM NAMED <S>", "from <H>", "FROMe:", "FROM e:", "FROM from:", "FROM #\n<S>",
    "FROM <\\u0068ttp://secret/>", "FROM <H>FROM<S>", "FROM <H> # \nFROM <S>", "FROM NAMED<S>",
)  # fmt: skip
_FORMS = ("SELECT * ", "SELECT *", "SELECT ?s", "SELECT (1 AS ?x)", "SELECT(?a<?b AS ?c)", "ASK", "ASK ", "DESCRIBE e:", "DESCRIBE <x:a>",
          "DESCRIBE e:FROMe:x", "CONSTRUCT {?s ?p ?o}", "CONSTRUCT ", "SELECT DISTINCT?s ")  # fmt: skip
_ENDS = (
    "",
    "",
    "",
    "LIMIT 1",
    "ORDER BY ?s",
    "GROUP BY ?s",
    "HAVING(1)",
    "VALUES ?x {1}",
    "#",
    "SERVICE",
    "'",
)


_ATTACKS = (
    "SERVICE <D> {}",
    "SERVICE<D>{}",
    "service silent<D>{}",
    "SERVICEf:x{}",
    "SERVICE f:x {}",
    "SERVICE#\n<D>{ ?s ?p ?o }",
)
_NAMESPACES = (
    "<http://e/>",
    "<http://e/#>",
    "<http://e:8>",
    "<x:#>",
    "<x:>",
    "<D>",
    "<urn:a:>",
    "<http://e/%>",
    "<http://e/?a=>",
)
_AFTER = ("", "\n", ")\n", "\n)", "\n).", "\n>1)", "\n ?o>> ?q ?r .", " ?o>> ?q ?r .", ".", " . ", "\n}")
_BEFORE = ("?s ?p ", "?s ?p (", "?s ?p 1 . ", "FILTER(?a", "FILTER(?a ", "FILTER(1 = ", "FILTER(?a IN (?b, ?c", "<<", "<< ?s ?p ",
           "VALUES (?v ?w) {(", "BIND(?a", "FILTER(!EXISTS{?s ?p ?o} && ?a", "?s ?p [ ?q ", "")  # fmt: skip


def texts(door: str) -> SearchStrategy[str]:
    """Return texts that call `door` and read what is secret, if the engine can be brought to read them so."""

    def addressed(text: str) -> str:
        for short, iri in (("<D", f"<{door}"), ("<S", f"<{SECRET}"), ("<H", f"<{HELD}")):
            text = text.replace(short, iri)
        return text

    return st.one_of(_traps(), _queries(), _mangled()).map(addressed)


def _traps() -> SearchStrategy[str]:
    """A query where something that looks like a string, an IRI or a name hides a call, or seems to."""
    body = st.one_of(_glued(), _in_name(), _behind_string(), _behind_iri())
    return st.builds(
        "PREFIX e: {} PREFIX : {} PREFIX f: <D> SELECT * {{ {} {}".format,
        st.sampled_from(_NAMESPACES),
        st.sampled_from(_NAMESPACES),
        body,
        st.sampled_from(["}", " }", ")}", "\n}", ")}\n}", "}}"]),
    )


def _glued() -> SearchStrategy[str]:
    terms = ("1", "1.", "1e", "1.5", "1.e5", "true", "?x", "?x.", "$x", "_:b", "_:b.c.d.", "'a'@en", "'a'@en-", "'a'@en--ltr", "<x:a>",
             "e:a", "a", "[]", "()", "''", "", "e:p?", "<>", "\u00b5", "\U00010000", "\x0b", "\ufeff")  # fmt: skip
    return _joined(_BEFORE[:3], terms, ("", " ", "."), _ATTACKS)


def _in_name() -> SearchStrategy[str]:
    locals_ = (
        "",
        "a",
        "a.b",
        "a.b.",
        "a.b.c.",
        "a.",
        "a\\#",
        "a\\#.",
        "%41",
        "a..b..",
        "1",
        "-",
        "_",
        "\\'",
        "a:b:",
        "\u00b7",
        "\ufffd",
    )
    return _joined(
        _BEFORE[:3], ("e:", ":", "a:", "ae:", "truee:"), locals_, _ATTACKS, ("", "\\#", ".a", " {}")
    )


def _behind_string() -> SearchStrategy[str]:
    strings = [
        quote * 3 + inside + bad + "{}" + quote * n
        for quote in "'\""
        for inside in (f"x{quote}#", f"{quote}#", "x", f"x{quote}{quote}#", f"\\{quote}#")
        for bad in ("", "\\q", "\\uD800", "\\U00110000", "\\u12", "\\")
        for n in (1, 2, 3, 4)
    ]
    hidden = _joined(_AFTER, _ATTACKS, ("#", "\n#", " "))
    whole = st.builds(
        lambda string, inside: string.replace("{}", "\n" + inside), st.sampled_from(strings), hidden
    )
    return st.tuples(st.sampled_from(_BEFORE), whole, st.sampled_from(_AFTER)).map("".join)


def _behind_iri() -> SearchStrategy[str]:
    iris = [
        f"<{start}{end}>"
        for start in ("?b", "x:", "e:a?p", "(?b", "5", "http://e/", "=?b", "<x:")
        for end in ("#", "'", ")", "", "?#")
    ]
    closing = [quote + "{}" + "#" + quote + "\n" for quote in ("'''", '"""', "'", "#\n")]
    hidden = st.builds(
        lambda frame, inside: frame.replace("{}", inside),
        st.sampled_from(closing),
        _joined(("\n", ""), _AFTER, _ATTACKS),
    )
    return st.tuples(st.sampled_from(_BEFORE), st.sampled_from(iris), hidden, st.sampled_from(_AFTER)).map(
        "".join
    )


def _joined(*parts: tuple[str, ...]) -> SearchStrategy[str]:
    return st.tuples(*map(st.sampled_from, parts)).map("".join)


def _queries() -> SearchStrategy[str]:
    return st.tuples(
        _sequence(_PROLOGUES, 3),
        _one(_FORMS),
        _sequence(_DATASETS, 2),
        st.sampled_from(["{", "WHERE{", " WHERE {"]),
        st.lists(st.one_of(_triple(), _triple(), _one(_CLAUSES)), max_size=6).map("".join),
        st.sampled_from(["}", "}", " }", "\n}"]),
        _one(_ENDS),
    ).map("".join)


def _mangled() -> SearchStrategy[str]:
    """A query with something cut out and something put in."""
    odd = st.one_of(_one(_TERMS), _one(_CLAUSES), st.text("'\"\\#<>(){}.:?@\n SERVICEfromU0", max_size=6))
    return st.builds(_cut, _queries(), st.integers(0, 200), st.integers(0, 5), odd)


def _cut(text: str, at: int, length: int, odd: str) -> str:
    at = min(at, len(text))
    return text[:at] + odd + text[at + length :]


def _triple() -> SearchStrategy[str]:
    ends = st.sampled_from([".", " . ", ";", ",", "", " "])
    return st.tuples(_one(_TERMS), _one(_PATHS), _one(_TERMS), ends).map("".join)


def _one(parts: tuple[str, ...]) -> SearchStrategy[str]:
    return st.tuples(st.sampled_from(parts), _GAPS).map("".join)


def _sequence(parts: tuple[str, ...], most: int) -> SearchStrategy[str]:
    return st.lists(st.tuples(st.sampled_from(parts), _GAPS).map("".join), max_size=most).map("".join)
