"""A table that is cut is the table of the first rows, whatever stands in them."""

from contextlib import suppress
from typing import IO, cast

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, QuerySolutions

from argmap.store.workers import rows
from argmap.store.workers.rows import NOTATIONS, LimitReached, Rows, RowTooLarge

TYPES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
# What could be taken for the end of a row, a quotation or an escape.
PIECES = ["},{", '"', "\\", "\r\n", "\n", "\r", "<result>", "</result>", "&", "{", "}", ",", "a", "é", "𝄞"]
NASTY = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
TABLES = st.lists(st.tuples(NASTY, NASTY), max_size=12)


def _query(table: list[tuple[str, str]]) -> str:
    values = " ".join(f"({pyoxigraph.Literal(a)} {pyoxigraph.Literal(b)})" for a, b in table)
    return f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {values} }} }}"


def _cut(query: str, media_type: str, max_rows: int, max_bytes: int) -> tuple[bytes, Rows]:
    out: list[bytes] = []
    table = Rows(NOTATIONS[media_type], max_rows, max_bytes, out.append)
    solutions = cast("QuerySolutions", pyoxigraph.Store().query(query))
    with suppress(LimitReached):
        solutions.serialize(cast("IO[bytes]", table), format=TYPES[media_type])
    table.finish()
    return b"".join(out), table


def _whole(query: str, media_type: str) -> bytes:
    solutions = cast("QuerySolutions", pyoxigraph.Store().query(query))
    return solutions.serialize(format=TYPES[media_type]) or b""


@pytest.fixture(params=[5, 17, 65_536], ids=lambda size: f"blocks of {size}")
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at pieces of this size, so that everything is torn apart somewhere."""
    monkeypatch.setattr(rows, "_BLOCK_BYTES", request.param)


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("media_type", TYPES)
def test_a_cut_table_is_the_table_of_its_first_rows(media_type: str) -> None:
    @given(TABLES, st.integers(1, 12))
    def holds(table: list[tuple[str, str]], most: int) -> None:
        cut, told = _cut(_query(table), media_type, most, 10**9)
        first = _whole(_query(table[:most]), media_type)
        if len(table) > most:
            assert told.truncated == "rows"
            assert cut == first.removesuffix(END[media_type]) + NOTATIONS[media_type].closing
        else:
            assert (cut, told.truncated) == (first, None)
        assert told.rows == min(len(table), most)

    holds()


END = {
    "application/sparql-results+json": b"]}}",
    "application/sparql-results+xml": b"</results></sparql>",
    "text/csv": b"",
    "text/tab-separated-values": b"",
}


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("media_type", TYPES)
def test_a_table_of_too_many_bytes_ends_with_a_whole_row(media_type: str) -> None:
    @given(TABLES, st.integers(60, 900))
    def holds(table: list[tuple[str, str]], most: int) -> None:
        whole = _whole(_query(table), media_type)
        try:
            cut, told = _cut(_query(table), media_type, 10**9, most)
        except RowTooLarge:
            assert len(_whole(_query(table[:1]), media_type)) > most - len(END[media_type])
            return
        if told.truncated is None:
            assert cut == whole
            assert len(whole) <= most
        else:
            closing = NOTATIONS[media_type].closing
            first = _whole(_query(table[: told.rows]), media_type).removesuffix(END[media_type])
            assert (cut, told.truncated) == (first + closing, "bytes")
            assert len(cut) - len(closing) <= most < len(whole)

    holds()


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_rows_without_a_value_count(media_type: str, count: int) -> None:
    query = f"SELECT ?x {{ {' UNION '.join(['{}'] * count) or 'FILTER(false)'} }}"
    assert _cut(query, media_type, 10, 10**9)[1].rows == count
