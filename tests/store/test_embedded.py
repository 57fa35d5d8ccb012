from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, Triple

from argmap.errors import InputError, QuerySyntaxError
from argmap.store.contract import Store
from argmap.store.embedded import EmbeddedStore
from argmap.store.turtle import read_turtle

G1, G2 = "http://g/1", "http://g/2"


def _node(name: str) -> NamedNode:
    return NamedNode(f"http://e/{name}")


class StoreContract:
    """What every store does; a subclass says how one is filled."""

    def filled(self, quads: list[Quad]) -> Store:
        raise NotImplementedError

    @pytest.fixture
    def store(self) -> Store:
        a, b, p = _node("a"), _node("b"), _node("p")
        return self.filled([Quad(a, p, a, NamedNode(G1)), Quad(b, p, b, NamedNode(G2))])

    @staticmethod
    def subjects(
        store: Store, text: str, default: list[str] | None = None, named: list[str] | None = None
    ) -> set[str]:
        solutions = store.query(text, default, named)
        assert isinstance(solutions, QuerySolutions)
        return {str(row["s"])[len("<http://e/") : -1] for row in solutions}

    def test_the_default_graph_is_the_union(self, store: Store) -> None:
        assert self.subjects(store, "SELECT ?s { ?s ?p ?o }") == {"a", "b"}

    def test_from_is_honoured(self, store: Store) -> None:
        assert self.subjects(store, "SELECT ?s FROM <http://g/1> { ?s ?p ?o }") == {"a"}
        assert self.subjects(store, "SELECT ?s FROM NAMED <http://g/2> { GRAPH ?g { ?s ?p ?o } }") == {"b"}

    def test_from_inside_a_string_or_comment_is_none(self, store: Store) -> None:
        text = "SELECT ?s { ?s ?p ?o FILTER(?s != 'FROM <http://g/1>') # FROM <http://g/1>\n}"
        assert self.subjects(store, text) == {"a", "b"}

    def test_from_inside_a_name_is_none(self, store: Store) -> None:
        comment = "# taken from named things\n"
        text = comment + "PREFIX xfrom: <http://e/> SELECT ?s { ?s ?p ?o FILTER(?s != xfrom:c) }"
        assert self.subjects(store, text) == {"a", "b"}

    def test_the_protocols_graphs_win_over_the_texts(self, store: Store) -> None:
        assert self.subjects(store, "SELECT ?s FROM <http://g/1> { ?s ?p ?o }", [G2]) == {"b"}

    def test_named_graphs_limit_graph(self, store: Store) -> None:
        assert self.subjects(store, "SELECT ?s { GRAPH ?g { ?s ?p ?o } }", None, [G1]) == {"a"}
        assert self.subjects(store, "SELECT ?s { ?s ?p ?o }", None, [G1]) == set()

    def test_it_knows_its_graphs_and_size(self, store: Store) -> None:
        assert store.graphs() == {G1, G2}
        assert len(store) == 2

    def test_a_bad_query_shows_the_place(self, store: Store) -> None:
        with pytest.raises(QuerySyntaxError) as caught:
            store.query("SELECT ?s\nWHERE { ?s ex:p ?o }")
        assert (caught.value.line, caught.value.column) == (2, 12)
        assert "prefix ex: is not declared" in caught.value.message
        assert caught.value.excerpt == "WHERE { ?s ex:p ?o }\n           ^"

    def test_what_is_no_query_shows_where_it_ceases_to_be_one(self, store: Store) -> None:
        with pytest.raises(QuerySyntaxError) as caught:
            store.query("SELECT ?s {\n ?s ?p }")
        assert caught.value.line == 2
        assert "} cannot stand here; expected a variable" in caught.value.message


class TestEmbeddedStore(StoreContract):
    def filled(self, quads: list[Quad]) -> Store:
        return EmbeddedStore(quads)

    def test_adding_says_how_much_is_new(self) -> None:
        known = Triple(_node("a"), _node("p"), _node("a"))
        store = EmbeddedStore([Quad(known.subject, known.predicate, known.object, NamedNode(G1))])
        new = Triple(_node("a"), _node("p"), _node("b"))
        assert store.add([known, new, new], G2) == 1
        assert len(store) == 2


def test_turtle_becomes_quads_of_one_graph(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<http://e/a> <http://e/p> <http://e/b> .")
    assert list(read_turtle(tmp_path / "a.ttl", G1, "f1")) == [
        Quad(_node("a"), _node("p"), _node("b"), NamedNode(G1))
    ]


def test_blank_nodes_are_named_by_file_and_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("[] <http://e/p> [ <http://e/p> 1 ] .")
    first = [str(quad) for quad in read_turtle(tmp_path / "a.ttl", G1, "f1")]
    assert first == [str(quad) for quad in read_turtle(tmp_path / "a.ttl", G1, "f1")]
    assert not set(first) & {str(quad) for quad in read_turtle(tmp_path / "a.ttl", G1, "f2")}


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("@prefix a: <http://e/> .\na:x b:y 1 .", 2, "@prefix"),
        ("@prefix a: <http://e/> .\na:x a:y 1\na:x a:y 2 .", 3, "with a dot"),
        ("<http://e/a b> <http://e/p> 1 .", 1, "without spaces"),
    ],
)
def test_bad_turtle_names_file_line_and_remedy(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    (tmp_path / "a.ttl").write_text(text)
    with pytest.raises(InputError) as caught:
        list(read_turtle(tmp_path / "a.ttl", G1, "f1"))
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "a.ttl"), line)
    assert caught.value.column is not None
    assert remedy in caught.value.remedy


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_turtle(tmp_path / "none.ttl", G1, "f1"))
