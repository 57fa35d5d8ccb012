"""What is remembered of a thing never shows: a tree is the same whatever was asked before it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.expansion import turtle, written

from argmap import shipped
from argmap.formats import context
from argmap.formats.context import Context
from argmap.formats.tree import tree

FILE = shipped.folder("ontology") / "context.jsonld"
ROOT = "https://w3id.org/argmap/id/a"
# Links in circles, labels, numbers to sort by, and things of which nothing more is said.
LINES = [
    *(f":{a} am:supportedBy :{b} ." for a, b in pairwise("abcdea")),
    *(f":{a} am:hasConclusion :{b} ." for a, b in pairwise("caebd")),
    *(f':{a} am:position {place} ; rdfs:label "{a}", "{a}"@en .' for place, a in enumerate("edcba")),
    *(f":{a} am:supportedBy :a , :c , :elsewhere ." for a in "bd"),
]
GRAPHS = st.lists(st.sets(st.sampled_from(LINES), min_size=1), min_size=1, max_size=4)


def _asked(lines: set[str], keys: Context) -> tuple[bytes, bool]:
    triples = written(turtle("\n".join(sorted(lines))))
    return tree(ROOT, triples, keys, ["conclusionOf"], ["position"], ["conclusionOf"])


@given(GRAPHS)
def test_a_tree_is_the_same_whatever_was_asked_before(graphs: list[set[str]]) -> None:
    asked_before = context.load(FILE)
    assert [_asked(lines, asked_before) for lines in graphs] == [
        _asked(lines, context.load(FILE)) for lines in graphs
    ]


@given(st.permutations(turtle("\n".join(LINES))))
def test_what_is_said_of_a_thing_may_stand_apart(triples: list[object]) -> None:
    keys = context.load(FILE)
    together = tree(ROOT, written(sorted(triples, key=str)), keys)  # type: ignore[arg-type]
    assert tree(ROOT, written(triples), keys) == together  # type: ignore[arg-type]
