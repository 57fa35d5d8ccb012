"""A chain of statements deeper than any reader follows is cut, and says so."""

from itertools import pairwise

from pyoxigraph import NamedNode, Triple
from tests.formats.expansion import written

from argmap import shipped
from argmap.formats import context
from argmap.formats.tree import tree
from argmap.vocabulary import ID, term

CONTEXT = context.load(shipped.folder("ontology") / "context.jsonld")
SUPPORTED = NamedNode(term("directlySupportedBy"))


def chain(length: int) -> tuple[str, bytes]:
    nodes = [NamedNode(f"{ID}deep/claim/c{number}") for number in range(length)]
    return nodes[0].value, written(Triple(a, SUPPORTED, b) for a, b in pairwise(nodes))


def test_a_tree_three_thousand_deep_is_cut() -> None:
    root, triples = chain(3000)
    assert tree(root, triples, CONTEXT)[1]


def test_a_short_chain_is_whole() -> None:
    root, triples = chain(20)
    assert not tree(root, triples, CONTEXT)[1]
