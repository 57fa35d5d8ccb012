"""What CSL-JSON says is what a CSL processor reads out of it."""

import json
import warnings
from typing import Any

from citeproc.source.json import CiteProcJSON
from hypothesis import given
from tests.formats.citations.nasty import NAMES, NASTY

from argmap.formats.citations import csl_json

# The variables of our items that CSL had not before 1.0.2, which the processor does not know.
_NEWER = ("event-title", "custom")


def test_every_shipped_work_is_taken_by_a_processor_without_a_word(works: dict[str, dict[str, Any]]) -> None:
    items = [
        {key: value for key, value in item.items() if key not in _NEWER}
        for item in json.loads(csl_json(works.values()))
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(items)
    assert list(source) == list(works)
    for key, item in works.items():
        assert str(source[key].title) == item["title"]
        assert [name.parts()[1] for name in source[key].get("author", [])] == [
            name.get("family", name.get("literal")) for name in item.get("author", [])
        ]


@given(NASTY, NAMES)
def test_any_text_is_read_back(title: str, names: list[dict[str, str]]) -> None:
    item = {"id": "x", "type": "book", "title": title, "author": names}
    assert json.loads(csl_json([item])) == [item]
