"""Two more reasoners agree with the rules, and so with HermiT, on every shortcut.

owlrl applies the rules of OWL 2 RL (https://www.w3.org/TR/owl2-profiles/#OWL_2_RL) in Python. It takes long
on all that the ontology says, so it is given the axioms that lead to properties and the values of properties,
without kinds. JFact is a tableau reasoner like HermiT; on a whole article it takes a minute, so it is asked
about the made-up one alone. Openllet is only asked whether there is a contradiction: of the pairs of a
transitive property above a chain it finds but a part (2.6.5).
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import owlrl
import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple
from rdflib import OWL, RDF, RDFS, Graph
from tests.ontology.terms import AM, ontology
from tests.owlapi.asking import ask, merged, written
from tests.reasoning.apply_rules import RULES, apply_rules

from argmap.reasoning.logical import logical

ONTOLOGY = [Path("ontology/argmap.ttl"), Path("ontology/schemes.ttl")]
MADE_UP = Path("tests/reasoning/every-rule.ttl")
ARTICLES = {"made-up": [MADE_UP], "kuperman-1996": sorted(Path("data").rglob("*.ttl"))}
LEADING = {OWL.propertyChainAxiom, OWL.inverseOf, RDFS.subPropertyOf, RDF.first, RDF.rest}

Pairs = dict[str, set[tuple[str, str]]]
each_article = pytest.mark.parametrize("article", ARTICLES)


def shortcuts() -> list[str]:
    return sorted(str(term) for term in ontology().subjects(AM.isShortcutFor))


@cache
def given(article: str) -> frozenset[Triple]:
    return frozenset(logical(merged([*ONTOLOGY, *ARTICLES[article]])))


def by_rules(article: str, without: Path | None = None) -> Pairs:
    found = ((t.subject, t.predicate, t.object) for t in apply_rules(given(article), without))
    return of_shortcuts(
        (s.value, p.value, o.value)
        for s, p, o in found
        if isinstance(s, NamedNode) and isinstance(o, NamedNode)
    )


@cache
def by_owlrl(article: str) -> Pairs:
    text = pyoxigraph.serialize(given(article), format=RdfFormat.N_TRIPLES)
    part = leading_to_properties(Graph().parse(data=text, format="nt"))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(part)
    return of_shortcuts((str(s), str(p), str(o)) for s, p, o in part)


def leading_to_properties(graph: Graph) -> Graph:
    """Return the axioms that lead to object properties, and the values of these."""
    kept, properties = Graph(), set(ontology().subjects(RDF.type, OWL.ObjectProperty))
    for s, p, o in graph:
        if p in LEADING or p in properties or (p, o) == (RDF.type, OWL.TransitiveProperty):
            kept.add((s, p, o))
    return kept


def by_jfact(place: Path) -> Pairs:
    file = written(given("made-up"), place)
    [pairs] = ask(("pairs", file, "jfact", shortcuts()))
    return of_shortcuts((one, name, two) for name, found in pairs.items() for one, two in found)


def of_shortcuts(triples: Iterable[Sequence[str]]) -> Pairs:
    found: Pairs = {name: set() for name in shortcuts()}
    for subject, name, value in triples:
        if name in found:
            found[name].add((subject, value))
    return found


def test_there_are_shortcuts_to_agree_on() -> None:
    assert len(shortcuts()) == 11
    assert all(by_rules("made-up").values())


@each_article
def test_owlrl_finds_the_same_shortcuts_as_the_rules(article: str) -> None:
    assert by_owlrl(article) == by_rules(article)


# Those that lead to properties; from 40 on they lead to kinds.
@pytest.mark.parametrize("rule", [rule for rule in sorted(RULES.glob("*.rq")) if rule.name < "40"])
def test_a_missing_rule_would_be_noticed(rule: Path) -> None:
    assert by_owlrl("made-up") != by_rules("made-up", without=rule)


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_jfact_finds_the_same_shortcuts_as_the_rules(tmp_path: Path) -> None:
    assert by_jfact(tmp_path / "made-up.nt") == by_rules("made-up")


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
@each_article
def test_jfact_and_openllet_find_no_contradiction(article: str, tmp_path: Path) -> None:
    file = written(given(article), tmp_path / "article.nt")
    assert ask(*(("consistent", file, name) for name in ("jfact", "openllet"))) == [True, True]


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_jfact_and_openllet_would_notice_a_contradiction(tmp_path: Path) -> None:
    contradiction = merged([*ONTOLOGY, Path("tests/check/contradiction.ttl")])
    file = written(contradiction, tmp_path / "contradiction.nt")
    assert ask(*(("consistent", file, name) for name in ("jfact", "openllet"))) == [False, False]
