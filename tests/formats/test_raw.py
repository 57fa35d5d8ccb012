"""A term that the engine wrote is the term that it meant."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, Store
from tests.formats.expansion import turtle, written

from argmap.formats import remembered
from argmap.formats.context import Context
from argmap.formats.graph_index import GraphIndex
from argmap.formats.raw import term, values
from argmap.formats.values import Term
from argmap.vocabulary import AM, ID, XSD


def _datatype(name: str) -> NamedNode:
    return NamedNode(XSD + name)


TERMS = st.one_of(
    st.builds(Literal, st.text()),
    st.builds(Literal, st.text(), language=st.sampled_from(["en", "de-at"])),
    st.builds(Literal, st.integers()),
    st.builds(Literal, st.floats(allow_nan=False)),
    st.builds(Literal, st.booleans()),
    st.builds(
        Literal,
        st.sampled_from(["01", "+1", "1.", ".5", "1E3", "true", "INF", "none", "\\", '"', "a\tb\n\r"]),
        datatype=st.sampled_from(
            [NamedNode(XSD + name) for name in ("integer", "decimal", "double", "gYear")]
        ),
    ),
    st.builds(lambda name: NamedNode(ID + name), st.sampled_from(["a", "é", "a-b/c"])),
)


def _rows(found: Term) -> QuerySolutions:
    return cast("QuerySolutions", Store().query(f"SELECT ?x {{ VALUES ?x {{ {found} }} }}"))


@given(TERMS)
def test_a_cell_of_a_row_is_read_as_its_term(found: Term) -> None:
    (row,) = _rows(found)
    table = _rows(found).serialize(format=QueryResultsFormat.TSV) or b""
    assert term(table.decode().split("\n")[1]) == row[0]


@given(TERMS)
def test_a_term_in_a_triple_is_read_as_itself(found: Term) -> None:
    (triple,) = turtle(f":a am:text {found} .")
    (read,) = GraphIndex(written([triple])).forwards(AM + "text")[f"<{ID}a>"]
    assert term(read) == found


def test_the_same_text_is_another_value_under_another_key(context: Context) -> None:
    raw = f"<{AM}rejected>"
    for _ in range(2):
        found = [values(context, context.key(name))[raw] for name in ("authorStance", "expressedIn", "text")]
        assert found == ["rejected", AM + "rejected", {"id": AM + "rejected"}]


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 3)
    lengths = remembered.Remembered(len)
    assert [lengths["x" * number] for number in (*range(9), 0, 8)] == [*range(9), 0, 8]
    assert len(lengths) <= 3
