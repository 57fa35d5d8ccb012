"""The picture of an explanation holds any text, and no text can end a string in it."""

import re
from typing import Any

from argmap.formats.explanations import explanation_dot

# A string of the DOT language: a quotation mark in it has an odd number of backslashes before it.
STRING = r'"(?:[^"\\]|\\.)*"'
LINE = re.compile(rf"  {STRING}(?: -> {STRING})?(?: \[(?:\w+=(?:{STRING}|\w+)[ ]?)+\])?;")


def drawn(text: str) -> list[str]:
    node: dict[str, Any] = {
        "id": "https://example.org/a",
        "text": text,
        "element": "statement",
        "status": "in",
    }
    attack = {"id": 'https://example.org/"b', "label": text, "element": "attack", "status": "out"}
    edge = {"from": attack["id"], "to": node["id"], "kind": "attacks"}
    document = {"explains": node, "nodes": [node, attack], "edges": [edge]}
    return explanation_dot(document).splitlines()


def test_no_text_gets_out_of_its_string() -> None:
    for text in (
        'say "no"',
        "back\\slash",
        'end\\"];x [label="',
        "two\nlines\r\n",
        "]; a -> b; [",
        "\x07bell\u202e",
    ):
        lines = drawn(text)
        assert (lines[0], lines[-1]) == ("digraph explanation {", "}")
        assert len(lines) == 7
        for line in lines[3:-1]:
            assert LINE.fullmatch(line), line


def test_what_is_accepted_and_what_is_not_differ_by_more_than_colour() -> None:
    accepted, defeated = drawn("Ice")[3:5]
    assert 'style="solid"' in accepted
    assert 'style="dashed"' in defeated
    assert accepted.endswith("penwidth=3];")
