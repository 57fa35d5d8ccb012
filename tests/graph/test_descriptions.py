"""What is said of things is asked of the store once; nobody sees it in an answer."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from argmap import shipped
from argmap.catalogue import QueryFile, load
from argmap.catalogue.query_file import BoundQuery
from argmap.catalogue.reading import read_query
from argmap.graph import descriptions as module
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.descriptions import Descriptions
from argmap.store.contract import Result
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import ID

DIVIDED = [
    query for query in load(shipped.folder("queries")) if query.shape in ("tree", "trace") and query.halves
]

HEAD = """\
#+ summary: A test.
#+ shape: tree
#+ root: root
#+ parameters:
#+   root: {type: thing, required: true, description: Of which., example: a}
"""
WHICH = "VALUES ?root { UNDEF } ?root <x:leads>* ?t"


@pytest.fixture(scope="module")
def article() -> ArgumentMap:
    return build(check=False)


class Asked(EmbeddedStore):
    """A store that notes what it is asked."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__(quads)
        self.queries = list[str]()

    def query(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        self.queries.append(text)
        return super().query(text, default_graphs, named_graphs, base)


def _triples(text: bytes) -> set[Triple]:
    return {quad.triple for quad in parse(text, format=RdfFormat.N_TRIPLES, lenient=True)}


def _whole(store: EmbeddedStore, bound: BoundQuery) -> set[Triple]:
    return set(store.query(bound.text))  # type: ignore[arg-type]


def _examples(graph: ArgumentMap, query: QueryFile) -> list[BoundQuery]:
    """Return the query bound to every thing that has a description there."""
    root = query.parameter(query.root or "")
    kinds = f"{ID}kuperman-1996/{root.kind}/"
    rows = graph.store.query("SELECT DISTINCT ?thing { ?thing a ?type }")
    things = sorted(row[0].value for row in rows if isinstance(row[0], NamedNode))  # type: ignore[union-attr]
    found = [thing for thing in things if thing.startswith((kinds, f"{ID}{root.kind}/"))]
    return [query.bind({root.name: thing}) for thing in [ID + root.example, *found][:60]]


@pytest.mark.parametrize("query", DIVIDED, ids=lambda query: query.name)
def test_every_answer_says_what_the_whole_query_says(article: ArgumentMap, query: QueryFile) -> None:
    descriptions, store = Descriptions(article.store), article.store
    assert isinstance(store, EmbeddedStore)
    examples = _examples(article, query)
    expected = [_whole(store, bound) for bound in examples]
    assert expected[0]
    for _ in range(2):  # what is new, and what is known
        assert [_triples(descriptions.triples(bound)) for bound in examples] == expected


def _file(
    folder: Path, which: str = WHICH, said: str = "OPTIONAL { ?t ?p ?o }", selected: str = "?t"
) -> QueryFile:
    file = folder / "test.rq"
    query = (
        f"CONSTRUCT {{ ?t ?p ?o }} WHERE {{ {{ SELECT DISTINCT {selected} WHERE {{ {which} }} }} {said} }}"
    )
    file.write_text(HEAD + query, encoding="utf-8")
    found = read_query(file, "test")
    assert found.halves is not None
    return found


def _store(*triples: tuple[str | BlankNode, str, str | Literal | BlankNode]) -> Asked:
    def node(name: str | BlankNode) -> NamedNode | BlankNode:
        return name if isinstance(name, BlankNode) else NamedNode(name)

    return Asked(
        Quad(node(s), NamedNode(p), o if isinstance(o, Literal) else node(o), NamedNode("x:graph"))
        for s, p, o in triples
    )


def test_the_store_is_asked_about_each_thing_once(tmp_path: Path) -> None:
    store = _store(("x:a", "x:leads", "x:b"), ("x:c", "x:leads", "x:b"), ("x:b", "x:is", "x:d"))
    descriptions, query = Descriptions(store), _file(tmp_path)
    for root, things in (("x:a", ["(<x:a>)", "(<x:b>)"]), ("x:c", ["(<x:c>)"]), ("x:a", []), ("x:b", [])):
        store.queries.clear()
        descriptions.triples(query.bind({"root": root}))
        said = [text for text in store.queries if "CONSTRUCT" in text]
        assert [sorted(text.split("VALUES (?t) { ")[1].split(" }")[0].split()) for text in said] == (
            [things] if things else []
        )


@pytest.mark.parametrize(("said", "is_known"), [("OPTIONAL { ?t ?p ?o }", True), ("?t ?p ?o", False)])
def test_what_another_query_says_alike_is_known(tmp_path: Path, said: str, is_known: bool) -> None:
    store = _store(("x:a", "x:leads", "x:b"), ("x:b", "x:is", "x:c"))
    descriptions = Descriptions(store)
    descriptions.triples(_file(tmp_path).bind({"root": "x:a"}))
    bound = _file(tmp_path, "VALUES ?root { UNDEF } ?t <x:is> ?root", said).bind({"root": "x:c"})
    store.queries.clear()
    found = descriptions.triples(bound)
    assert ["CONSTRUCT" in text for text in store.queries] == ([False] if is_known else [False, True])
    assert _triples(found) == _whole(store, bound) != set()


STRANGE = ["x:é", "x:'", "x:%3E", "x:a(b)", "x:\U0001f600", "x:a;b", "x:a.", "x:-", "x:a#b"]


def test_any_name_of_a_thing_is_found_again(tmp_path: Path) -> None:
    store = _store(*(("x:a", "x:leads", iri) for iri in STRANGE), *((iri, "x:is", iri) for iri in STRANGE))
    bound, descriptions = _file(tmp_path).bind({"root": "x:a"}), Descriptions(store)
    for _ in range(2):
        assert _triples(descriptions.triples(bound)) == _whole(store, bound)
    assert len(_whole(store, bound)) == 2 * len(STRANGE)


@pytest.mark.parametrize("value", [BlankNode("b"), Literal("text"), Literal("one\r\ntwo\n", language="en")])
def test_what_has_no_name_is_asked_for_in_one(tmp_path: Path, value: BlankNode | Literal) -> None:
    said = [(value, "x:is", "x:c")] if isinstance(value, BlankNode) else []
    store = _store(("x:a", "x:leads", value), *said)
    bound = _file(tmp_path).bind({"root": "x:a"})
    found = Descriptions(store).triples(bound)
    assert store.queries[-1] == bound.text
    assert _triples(found) == _whole(store, bound)


def test_a_thing_that_stays_unbound_is_anything(tmp_path: Path) -> None:
    store = _store(("x:a", "x:leads", "x:b"))
    bound = _file(tmp_path, "VALUES ?root { UNDEF } OPTIONAL { ?root <x:none> ?t }").bind({"root": "x:a"})
    assert _triples(Descriptions(store).triples(bound)) == _whole(store, bound) != set()


def test_nothing_is_said_of_nothing(tmp_path: Path) -> None:
    which = "VALUES ?root { UNDEF } ?root <x:none> ?t"
    assert Descriptions(_store()).triples(_file(tmp_path, which).bind({"root": "x:a"})) == b""


def test_what_is_forgotten_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    things = [f"x:{number}" for number in range(40)]
    store = _store(*((thing, "x:is", thing) for thing in things))
    descriptions, query = Descriptions(store), _file(tmp_path)
    monkeypatch.setattr(module, "_MOST_BYTES", 1500)
    for thing in [*things, *things]:
        assert len(_triples(descriptions.triples(query.bind({"root": thing})))) == 1
        assert sum(map(len, descriptions._known.values())) <= 1500 // module._BESIDE


def test_threads_that_make_one_another_forget_all_get_their_answers(
    article: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 30_000)
    descriptions = Descriptions(article.store)
    query = article.catalogue.named("claims/detail")
    examples = _examples(article, query)[:20] * 6
    expected = [len(set(article.store.query(bound.text))) for bound in examples[:20]] * 6  # type: ignore[arg-type]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda bound: len(_triples(descriptions.triples(bound))), examples))
    assert found == expected


@pytest.mark.parametrize(
    "triples",
    [
        [("x:a", "x:is", "x:b"), ("x:data", "x:version", "x:one")],
        [("x:a", "x:is", "x:b"), ("x:data", "x:version", "x:one"), ("x:data", "x:version", "x:two")],
        [("x:a", "x:is", "x:b")],
        [("x:data", "x:version", "x:one")],
        [("x:a", "x:hides", "x:b"), ("x:data", "x:version", "x:one")],
        [("x:a", "x:leads", "x:data"), ("x:data", "x:version", "x:one")],
        [],
    ],
)
@pytest.mark.parametrize("said", ["OPTIONAL { ?t ?p ?o }", "?t ?p ?o FILTER(?p != <x:hides>)"])
@pytest.mark.parametrize("which", [WHICH, "VALUES ?root { UNDEF } ?root <x:none> ?t"])
def test_what_is_said_beside_the_things_is_said_as_the_whole_does(
    tmp_path: Path, triples: list[tuple[str, str, str]], said: str, which: str
) -> None:
    file = tmp_path / "test.rq"
    beside = "<x:data> <x:version> ?version"
    head = f"CONSTRUCT {{ ?t ?p ?o . {beside} }} WHERE {{ {{ SELECT DISTINCT ?t WHERE {{ {which} }} }}"
    file.write_text(f"{HEAD}{head} {said} OPTIONAL {{ {beside} }} }}")
    bound = read_query(file, "test").bind({"root": "x:a"})
    assert bound.query.halves is not None
    store = _store(*triples)
    descriptions, whole = Descriptions(store), _whole(store, bound)
    for _ in range(2):
        lines = descriptions.triples(bound).splitlines()
        assert _triples(b"\n".join(lines)) == whole
        assert len(lines) == len(whole)


BY = "VALUES ?root { UNDEF } ?root <x:leads>* ?t OPTIONAL { ?root ?by ?t FILTER(?by != <x:hides>) }"


def test_a_thing_that_is_there_for_another_reason_is_asked_about_again(tmp_path: Path) -> None:
    said = "?t ?p ?o FILTER(!BOUND(?by) || ?p = ?by)"
    query = _file(tmp_path, BY, said, selected="?t ?by")
    store = _store(
        ("x:a", "x:leads", "x:b"), ("x:a", "x:is", "x:b"), ("x:c", "x:leads", "x:b"),
        ("x:b", "x:leads", "x:d"), ("x:b", "x:is", "x:e"), ("x:b", "x:has", "x:f"),
    )  # fmt: skip
    descriptions = Descriptions(store)
    asked = {
        "x:a": "(<x:a> UNDEF) (<x:b> <x:is>) (<x:b> <x:leads>) (<x:d> UNDEF)",
        "x:c": "(<x:b> <x:leads>) (<x:c> UNDEF)",
        "x:b": "(<x:b> UNDEF) (<x:d> <x:leads>)",
    }
    for root, rows in (*asked.items(), *((root, "") for root in asked)):
        store.queries.clear()
        bound = query.bind({"root": root})
        found = _triples(descriptions.triples(bound))
        said_of = [text for text in store.queries if "CONSTRUCT" in text]
        terms = [text.split("VALUES (?t ?by) { ")[1].split(" }")[0] for text in said_of]
        assert [sorted(each.strip("()").split(") (")) for each in terms] == (
            [rows.strip("()").split(") (")] if rows else []
        )
        assert found == _whole(store, bound) != set()


@pytest.mark.parametrize("why", [Literal("text"), Literal(1), BlankNode("b")])
def test_a_reason_that_has_no_name_is_asked_for_in_one(tmp_path: Path, why: Literal | BlankNode) -> None:
    which = "VALUES ?root { UNDEF } ?root <x:leads>* ?t OPTIONAL { ?t <x:why> ?why }"
    query = _file(tmp_path, which, selected="?t ?why")
    store = _store(("x:a", "x:leads", "x:b"), ("x:b", "x:why", why))
    bound = query.bind({"root": "x:a"})
    found = Descriptions(store).triples(bound)
    assert store.queries[-1] == bound.text
    assert _triples(found) == _whole(store, bound)


NAMES = st.sampled_from(["x:a", "x:b", "x:c", "x:d"])
PROPERTIES = st.sampled_from(["x:leads", "x:is", "x:hides"])
GRAPHS = st.lists(st.tuples(NAMES, PROPERTIES, NAMES), max_size=14)
PARTS = [
    "OPTIONAL { ?t ?p ?o }",
    "OPTIONAL { VALUES ?p { <x:is> <x:hides> } ?t ?p ?o }",
    "?t ?p ?o .",
    "FILTER(?p != <x:hides> || NOT EXISTS { ?t <x:hides> ?t })",
    "MINUS { ?t <x:hides> ?o }",
    "MINUS { ?x <x:hides> ?o }",
    "OPTIONAL { ?t <x:is> ?o FILTER(?o != ?t) } OPTIONAL { BIND(<x:bound> AS ?p) }",
    "BIND(STR(?t) AS ?text)",
    "{ SELECT ?t ?o WHERE { ?t <x:leads> ?o } ORDER BY ?t ?o LIMIT 3 }",
    "{ SELECT ?t (COUNT(*) AS ?n) WHERE { ?t ?q ?r } GROUP BY ?t }",
    "{ ?t <x:is> ?o } UNION { ?o <x:is> ?t }",
    "OPTIONAL { ?o <x:leads>+ ?t }",
    "FILTER EXISTS { ?t <x:is> ?any }",
]


@given(
    GRAPHS, st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True), st.lists(NAMES, max_size=5)
)
def test_the_halves_say_together_what_the_whole_says(
    tmp_path_factory: pytest.TempPathFactory,
    graph: list[tuple[str, str, str]],
    parts: list[str],
    roots: list[str],
) -> None:
    query = _file(tmp_path_factory.mktemp("query"), said=" ".join(parts))
    store = _store(*graph)
    descriptions = Descriptions(store)
    for root in roots:
        bound = query.bind({"root": root})
        assert _triples(descriptions.triples(bound)) == _whole(store, bound)


REASONS = [
    "?t ?p ?o FILTER(!BOUND(?by) || ?p = ?by)",
    "OPTIONAL { ?t ?p ?o FILTER(?p != ?by) }",
    "OPTIONAL { ?t ?by ?o BIND(?by AS ?p) }",
    "?t ?p ?o MINUS { ?t ?by ?t }",
    "?t ?p ?o FILTER NOT EXISTS { ?o ?by ?t }",
]


@given(
    GRAPHS,
    st.lists(st.sampled_from(REASONS), min_size=1, max_size=2, unique=True),
    st.lists(NAMES, max_size=5),
)
def test_they_do_so_too_where_it_matters_why_a_thing_is_there(
    tmp_path_factory: pytest.TempPathFactory,
    graph: list[tuple[str, str, str]],
    parts: list[str],
    roots: list[str],
) -> None:
    query = _file(tmp_path_factory.mktemp("query"), BY, " ".join(parts), selected="?t ?by")
    store = _store(*graph)
    descriptions = Descriptions(store)
    for root in roots:
        bound = query.bind({"root": root})
        assert _triples(descriptions.triples(bound)) == _whole(store, bound)
