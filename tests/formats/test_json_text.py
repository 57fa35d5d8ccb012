"""Our JSON is the JSON of Python's own encoder, whatever it says and wherever it says it again."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.indented import Indented, Written
from argmap.formats.json_text import Continued, json_text, plain, value_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def by_python(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_it_is_what_python_writes(document: dict[str, Any]) -> None:
    assert json_text(document) == by_python(document)


@given(VALUES)
def test_what_stands_in_several_places_and_depths_is_what_python_writes(shared: Any) -> None:
    document = {
        "deep": [[{"a": shared, "b": [shared]}]],
        "again": [[shared]],
        "shallow": shared,
        "last": [shared],
    }
    assert json_text(document) == by_python(document)


def test_numbers_truth_and_text_that_are_equal_in_python_stay_apart() -> None:
    document = {"found": [1, 1.0, True, 0, 0.0, False, "1", None]}
    assert json_text(document) == by_python(document)


def test_a_document_two_hundred_things_deep_is_written() -> None:
    document: dict[str, Any] = {}
    for _ in range(200):
        document = {"supportedBy": [document]}
    assert json_text(document) == by_python(document)


@given(st.lists(VALUES, max_size=4))
def test_a_part_that_is_text_already_is_what_python_writes(values: list[Any]) -> None:
    document = {"items": Written([Indented(value_text(each)) for each in values]), "total": len(values)}
    assert json_text(document) == by_python({"items": values, "total": len(values)})
    assert by_python(plain(document)) == by_python({"items": values, "total": len(values)})


BEGINNINGS = st.dictionaries(st.text(), VALUES, max_size=3)


@given(
    st.lists(BEGINNINGS, min_size=1, max_size=3),
    st.lists(st.dictionaries(st.text(), VALUES, max_size=2), max_size=4),
)
def test_what_begins_like_others_is_what_python_writes(
    beginnings: list[dict[str, Any]], rest: list[dict[str, Any]]
) -> None:
    document: dict[str, Any] = {"first": Continued(beginnings[0])}
    for number, more in enumerate(rest):
        hop = Continued(beginnings[number % len(beginnings)])
        hop |= {name: value for name, value in more.items() if name not in hop}
        document = {"hops": [hop, document, hop], "again": document}
    assert json_text(document) == by_python(document)
