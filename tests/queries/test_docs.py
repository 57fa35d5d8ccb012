"""`docs/queries.md` is the contract of query files: it names what a head may say, and its example loads."""

import re
from pathlib import Path
from typing import get_args

import pytest

from argmap.catalogue import load
from argmap.catalogue.query_file import Shape
from argmap.catalogue.reading import _HEAD_KEYS, _PARAMETER_KEYS
from argmap.formats.trace import MAX_HOPS, MAX_LENGTH
from argmap.formats.tree import MAX_EMBEDDED
from argmap.model.parameter import ParameterType

DOCS = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE))


@pytest.mark.parametrize(
    "names", [_HEAD_KEYS, _PARAMETER_KEYS, set(get_args(Shape)), set(get_args(ParameterType))], ids=str
)
def test_the_docs_name_everything(names: set[str]) -> None:
    assert names - NAMED == set()


def test_the_docs_name_nothing_else() -> None:
    known = {*_HEAD_KEYS, *_PARAMETER_KEYS, *get_args(Shape), *get_args(ParameterType)}
    assert known >= NAMED


def test_the_docs_say_where_answers_are_cut_off() -> None:
    assert f"{MAX_EMBEDDED:,}" in DOCS
    assert f"{MAX_HOPS:,} hops" in DOCS
    assert f"{MAX_LENGTH} hops" in DOCS


def test_the_example_of_the_docs_loads(tmp_path: Path) -> None:
    example = re.search(r"```sparql\n(#\+.*?)```", DOCS, re.DOTALL)
    assert example
    (tmp_path / "support.rq").write_text(
        example[1].replace("…", "?claim ?property ?value ."), encoding="utf-8"
    )
    assert load(tmp_path).named("support").root == "claim"
