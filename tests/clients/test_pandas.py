"""pandas, reading CSV straight from an address."""

from urllib.parse import urlencode

import pandas  # type: ignore[import-untyped]
import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import AM

QUERY = f"SELECT ?note ?number {{ ?note a <{AM}Footnote>; <{AM}noteNumber> ?number }} ORDER BY ?number"


def test_pandas_reads_a_query(root: str) -> None:
    notes = pandas.read_csv(f"{root}/sparql?{urlencode({'query': QUERY, 'format': 'csv'})}")
    assert list(notes.columns) == ["note", "number"]
    assert list(notes["number"]) == list(range(1, 36))


def test_pandas_reads_a_query_by_its_accept_field(root: str) -> None:
    address = f"{root}/sparql?{urlencode({'query': QUERY})}"
    notes = pandas.read_csv(address, storage_options={"Accept": "text/csv"})
    assert notes["number"].dtype.kind == "i"


@pytest.mark.parametrize("name", ["claims", "footnotes", "sources"])
def test_pandas_reads_a_list(root: str, shipped: ArgumentMap, name: str) -> None:
    page = pandas.read_csv(f"{root}/api/v1/{name}?limit=500&format=csv")
    assert len(page) == shipped.answer(f"{name}/list", {}).total
    assert page["id"].is_unique
