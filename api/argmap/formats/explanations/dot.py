"""The part of a map that an explanation is about, in the DOT language of Graphviz.

https://graphviz.org/doc/info/lang.html: a quoted string holds anything; only a quotation mark needs a
backslash before it, and a backslash one in labels, where it would begin an escape.
"""

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.explanations import words
from argmap.vocabulary import short

Thing = Mapping[str, Any]

_SHAPES = {"statement": "box", "argument": "ellipse", "attack": "diamond"}
# Told apart by line as well as by colour, for who does not see colours.
_LOOKS = {
    "in": 'color="#1b6e3c" style="solid"',
    "out": 'color="#a3321f" style="dashed"',
    "undecided": 'color="#6b6b6b" style="dotted"',
}
_EDGES = {
    "premise": "",
    "conclusion": "",
    "attackingStatement": ' [style="dashed" arrowhead="none"]',
    "attacks": ' [color="#a3321f" arrowhead="tee"]',
}
_WIDTH = 34


def explanation_dot(document: Thing) -> str:
    """Return the nodes and edges of an explanation as a directed graph, premises above what they support."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Thing) -> Iterator[str]:
    thing = document["explains"]
    yield "digraph explanation {"
    title = f"Why {short(thing['id'])} stands as it does: {words.state(thing)}"
    yield f"  label={_quoted(title)};"
    yield '  node [fontname="sans-serif" fontsize=11];'
    for node in document["nodes"]:
        yield f"  {_quoted(node['id'])} [{_attributes(node, node['id'] == thing['id'])}];"
    for edge in document["edges"]:
        yield f"  {_quoted(edge['from'])} -> {_quoted(edge['to'])}{_EDGES[edge['kind']]};"
    yield "}"


def _attributes(node: Thing, explained: bool) -> str:
    said = str(node.get("text") or node.get("label") or short(node["id"]))
    lines = [*textwrap.wrap(_plain(said), _WIDTH), f"({words.state(node)})"]
    label = "\\n".join(map(_escaped, lines))
    wide = " penwidth=3" if explained else ""
    tip = _quoted(short(node["id"]))
    return f'label="{label}" shape="{_SHAPES[node["element"]]}" {_LOOKS[node["status"]]} tooltip={tip}{wide}'


def _quoted(text: str) -> str:
    return f'"{_escaped(_plain(text))}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _plain(text: str) -> str:
    """Return a text on one line, without control characters: data may come from anywhere."""
    on_one_line = " ".join(text.split())
    return "".join(letter for letter in on_one_line if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
