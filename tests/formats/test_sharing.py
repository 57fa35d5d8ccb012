"""What several branches of a tree share is grown once; nobody sees it in the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple
from tests.formats.expansion import written

from argmap import shipped
from argmap.formats import context
from argmap.formats import tree as module
from argmap.formats.branch import Branch
from argmap.formats.thing import Thing
from argmap.formats.tree import tree
from argmap.vocabulary import ID, term

CONTEXT = context.load(shipped.folder("ontology") / "context.jsonld")
KEYS = ["hasPremise", "hasConclusion", "supportedBy"]
EDGES = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from(KEYS), st.sampled_from("abcdefg")), max_size=16
)


def _written(edges: list[tuple[str, str, str]]) -> bytes:
    return written(Triple(NamedNode(ID + a), NamedNode(term(key)), NamedNode(ID + b)) for a, key, b in edges)


def _tree(edges: list[tuple[str, str, str]], remembered: int, embedded: int = 500) -> tuple[bytes, bool]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MAX_REMEMBERED", remembered)
        patch.setattr(module, "MAX_EMBEDDED", embedded)
        patch.setattr(module, "MAX_DEPTH", 5)
        return tree(ID + "a", _written(edges), CONTEXT, reverse=["conclusionOf"])


@given(EDGES)
def test_a_tree_is_the_same_as_if_every_branch_grew_by_itself(edges: list[tuple[str, str, str]]) -> None:
    assert _tree(edges, remembered=8) == _tree(edges, remembered=0)


@given(EDGES, st.integers(0, 20))
def test_a_tree_is_cut_at_the_same_place(edges: list[tuple[str, str, str]], embedded: int) -> None:
    assert _tree(edges, 8, embedded) == _tree(edges, 0, embedded)


def test_what_many_branches_share_is_grown_once() -> None:
    ladder = [(f"l{n}{x}", "supportedBy", f"l{n + 1}{y}") for n in range(12) for x in "ab" for y in "ab"]
    edges = [("a", "hasPremise", "l0a"), ("a", "hasPremise", "l0b"), *ladder]
    grown: list[str] = []
    branch = module._Growing._branch

    def counted(growing: module._Growing, thing: Thing) -> Branch:
        grown.append(thing.node)
        return branch(growing, thing)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module._Growing, "_branch", counted)
        text, _ = module.tree(ID + "a", _written(edges), CONTEXT)
    assert len(grown) == len(set(grown)) == 23
    assert text.count(b"l12a") == 2**12
