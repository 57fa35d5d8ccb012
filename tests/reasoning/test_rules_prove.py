"""The rules derive exactly what the ontology entails, by HermiT: property by property, class by class."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Triple, parse
from rdflib import Graph, URIRef
from tests.reasoning.apply_rules import RULES, apply_rules

from argmap import shipped
from argmap.catalogue.catalogue import load
from argmap.graph.build import derive
from argmap.reasoning.entailments import Entailments
from argmap.reasoning.hermit import reason
from argmap.reasoning.logical import CLASS, OBJECT_PROPERTY, declared
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import AM, GRAPH_SHARED, RDF

ONTOLOGY = [Path("ontology/argmap.ttl"), Path("ontology/schemes.ttl")]
MADE_UP = [Path("tests/reasoning/every-rule.ttl")]
KUPERMAN = sorted(Path("data").rglob("*.ttl"))

Extensions = dict[str, set[tuple[str, ...]]]


def read(paths: Sequence[Path]) -> list[Triple]:
    return [quad.triple for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE)]


def by_rules(triples: Sequence[Triple]) -> Extensions:
    """Return, for each am: class and object property, its members or pairs after the rules."""
    found: Extensions = defaultdict(set)
    for triple in apply_rules(triples):
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode):
            continue
        if triple.predicate.value == RDF + "type":
            found[triple.object.value].add((triple.subject.value,))
        else:
            found[triple.predicate.value].add((triple.subject.value, triple.object.value))
    return ours(triples, found)


def by_hermit(triples: Sequence[Triple]) -> Extensions:
    entailed = reason(triples)
    assert isinstance(entailed, Entailments), entailed
    members: Extensions = {kind: {(name,) for name in names} for kind, names in entailed.members.items()}
    pairs: Extensions = {name: set(pairs) for name, pairs in entailed.pairs.items()}
    return ours(triples, {**members, **pairs})


def ours(triples: Sequence[Triple], found: Extensions) -> Extensions:
    """Return what was found of the ontology's own classes and object properties."""
    terms = {node.value for node in declared(triples, CLASS) | declared(triples, OBJECT_PROPERTY)}
    return {
        name: things for name, things in found.items() if name in terms and name.startswith(AM) and things
    }


def differences(ruled: Extensions, entailed: Extensions) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return, for each class and property that differs, what only the rules and what only HermiT derive."""
    both = {name: (ruled.get(name, set()), entailed.get(name, set())) for name in {*ruled, *entailed}}
    return {
        name: {"only by the rules": sorted(rules - hermit), "only by HermiT": sorted(hermit - rules)}
        for name, (rules, hermit) in both.items()
        if rules != hermit
    }


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
@pytest.mark.parametrize("data", [MADE_UP, KUPERMAN], ids=["made-up", "kuperman-1996"])
def test_rules_derive_exactly_what_hermit_entails(data: list[Path]) -> None:
    assert data, "no data of that article: nothing would be proved"
    triples = read([*ONTOLOGY, *data])
    assert differences(by_rules(triples), by_hermit(triples)) == {}


@pytest.mark.parametrize("data", [MADE_UP, KUPERMAN], ids=["made-up", "kuperman-1996"])
def test_the_build_derives_what_is_proved_here(data: list[Path]) -> None:
    """The product's own way of applying the rules, over named graphs, gives the triples compared above."""
    triples = read([*ONTOLOGY, *data])
    store = EmbeddedStore(Quad(t.subject, t.predicate, t.object, NamedNode(GRAPH_SHARED)) for t in triples)
    derive(store, load(shipped.folder("queries")))
    derived = store.query("SELECT ?s ?p ?o { GRAPH <https://w3id.org/argmap/graph/inferred> { ?s ?p ?o } }")
    assert isinstance(derived, QuerySolutions)
    inferred = {Triple(*row) for row in derived}
    assert named(inferred) == named(apply_rules(triples)) - named(set(triples))
    assert len(named(inferred)) == len(inferred)


def test_every_rule_fires_on_the_made_up_article() -> None:
    """Each rule has work: without it, something is missing from what the others derive."""
    triples = read([*ONTOLOGY, *MADE_UP])
    whole = apply_rules(triples)
    rules = sorted(RULES.glob("*.rq"))
    assert [rule.name for rule in rules if apply_rules(triples, without=rule) == whole] == []


def test_rules_derive_the_same_in_another_engine() -> None:
    """rdflib's SPARQL against pyoxigraph's, on everything the made-up article gives."""
    triples = read([*ONTOLOGY, *MADE_UP])
    there = Graph()
    for path in [*ONTOLOGY, *MADE_UP]:
        there.parse(path)
    size = -1
    while size != len(there):
        size = len(there)
        for rule in sorted(RULES.glob("*.rq")):
            there += there.query(rule.read_text()).graph or Graph()
    assert named(apply_rules(triples)) == {
        (str(s), str(p), str(o)) for s, p, o in there if isinstance(s, URIRef) and isinstance(o, URIRef)
    }


def named(triples: set[Triple]) -> set[tuple[str, str, str]]:
    """Return the triples between IRIs: blank nodes have no name to compare."""
    return {
        (triple.subject.value, triple.predicate.value, triple.object.value)
        for triple in triples
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode)
    }
