"""`docs/alignments.md` tells every mapping, and nothing that is none."""

import re
from pathlib import Path

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDFS, SKOS
from tests.alignments import asking

from argmap.vocabulary import AM

DOCS = (Path(__file__).parents[2] / "docs" / "alignments.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`.+?) \| (.+?) \| (`.+?) \| (.*?) ?\|$", DOCS, re.MULTILINE)
SIGNS = {RDFS.subClassOf: "⊑", RDFS.subPropertyOf: "⊑", SKOS.closeMatch: "≈"}

Told = tuple[frozenset[str], str, str]


def _named(cell: str) -> list[str]:
    return re.findall(r"`(.+?)`", cell)


def told() -> set[Told]:
    """Return what the tables say: our terms, the sign, and each of theirs.

    Several of ours in a row are a mapping each, but for chains and rules, where they are its steps.
    """
    found: set[Told] = set()
    for ours, sign, theirs, _ in ROWS:
        together = sign == "∘" or sign.startswith("rule")
        for each in [_named(ours)] if together else [[name] for name in _named(ours)]:
            found |= {(frozenset(each), sign, name) for name in _named(theirs)}
    return found


def mapped(name: str) -> set[Told]:
    """Return what the file of an alignment says, in the same form; AIF's older namespace is left out."""
    graph = asking.graph_of(name)
    found = {
        (frozenset([_ours(s)]), _sign(graph, sign, o), _theirs(graph, o))
        for each, sign in SIGNS.items()
        for s, o in graph.subject_objects(each)
        if str(s).startswith(AM)
    }
    for head, first in graph.subject_objects(OWL.propertyChainAxiom):
        assert isinstance(first, BNode)
        steps = [graph.value(step, OWL.inverseOf) or step for step in Collection(graph, first)]
        if all(str(step).startswith(AM) for step in steps):
            found.add((frozenset(map(_ours, steps)), "∘", _theirs(graph, head)))
    return {each for each in found if not each[2].startswith("aif-dundee:")}


def _ours(term: object) -> str:
    return str(term).removeprefix(AM)


def _sign(graph: Graph, sign: str, value: object) -> str:
    if not isinstance(value, BNode):
        return sign
    return "value" if (value, OWL.hasValue, None) in graph else f"{sign} inverse"


def _theirs(graph: Graph, term: object) -> str:
    if isinstance(term, BNode):
        term = graph.value(term, OWL.inverseOf) or graph.value(term, OWL.onProperty)
    assert isinstance(term, URIRef)
    return graph.namespace_manager.normalizeUri(term)


def test_tables_tell_the_axioms_and_close_matches_and_no_others() -> None:
    axioms = set().union(*(mapped(name) for name in asking.NAMES))
    assert {each for each in told() if not each[1].startswith("rule")} == axioms


def test_the_rules_that_are_told_are_those_that_are_there() -> None:
    there = {rule.name.rpartition("/")[2] for name in asking.NAMES for rule in asking.own_rules(name)}
    assert {_named(sign)[0] for _, sign, _, _ in ROWS if sign.startswith("rule")} == there


@pytest.mark.parametrize("name", asking.NAMES)
def test_every_foreign_term_is_told(name: str) -> None:
    graph = asking.graph_of(name)
    given = asking.given_by_file(name) | asking.given_by_rules(name)
    terms = {graph.namespace_manager.normalizeUri(URIRef(term)) for term in given}
    assert {term for term in terms if f"`{term}`" not in DOCS and "dundee" not in term} == set()
