"""Fixtures put before HermiT together with the ontology."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse
from tests.ontology import terms

from argmap.reasoning.entailments import Entailments, Inconsistency
from argmap.reasoning.hermit import reason

HERE = Path("tests/ontology")
INCONSISTENT = sorted((HERE / "inconsistent").glob("*.ttl"))
ENTAILS = sorted((HERE / "entails").glob("*.trig"))

_OWL = "http://www.w3.org/2002/07/owl#"
_LIMITS = [f"{_OWL}{kind}Property" for kind in ("Functional", "Asymmetric", "Irreflexive")]
_GROUPS = [f"{_OWL}AllDisjointClasses", f"{_OWL}AllDifferent"]


def read(path: Path) -> list[Quad]:
    """Return a Turtle or TriG file's quads, its blank nodes its own."""
    form = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
    return list(parse(path=path, format=form, rename_blank_nodes=True))


@cache
def ontology() -> tuple[Quad, ...]:
    return tuple(read(terms.ONTOLOGY))


def constraints() -> dict[str, set[Quad]]:
    """Return the axioms that can contradict data, each by the name of the fixture that breaks it."""
    found: dict[str, set[Quad]] = {}
    for quad in ontology():
        value = quad.object.value if isinstance(quad.object, NamedNode) else ""
        subject = terms.name(quad.subject.value) if isinstance(quad.subject, NamedNode) else ""
        if value in _LIMITS:
            kind = value.removeprefix(_OWL).removesuffix("Property").lower()
            found[f"{kind}-{subject}"] = {quad}
        elif quad.predicate.value == f"{_OWL}disjointWith":
            found[f"disjoint-{subject}-{terms.name(value)}"] = {quad}
        elif value in _GROUPS:
            kind = "all-disjoint" if value.endswith("Classes") else "all-different"
            found[f"{kind}-{_first_member(quad)}"] = {quad}
    return found


def _first_member(group: Quad) -> str:
    assert isinstance(group.subject, BlankNode)
    lists = [quad.object for quad in ontology() if quad.subject == group.subject and quad != group]
    (first,) = (
        quad.object
        for quad in ontology()
        if quad.subject == lists[0] and quad.predicate.value.endswith("first")
    )
    assert isinstance(first, NamedNode)
    return terms.name(first.value)


def unlimited() -> set[Quad]:
    """Return the ontology without any of the axioms that can contradict data."""
    return set(ontology()) - {quad for axiom in constraints().values() for quad in axiom}


def alone(fixture: Path) -> Entailments | Inconsistency:
    """Reason on a fixture with the one axiom it is named after, the others left out.

    What contradicts a part of the ontology contradicts the whole. No unique names: OWL's own reading.
    """
    axiom = constraints()[fixture.stem]
    return reason([*unlimited(), *axiom, *read(fixture)], values=False, unique=False)


@cache
def each_alone() -> dict[str, Entailments | Inconsistency]:
    """Return the answer for each inconsistent fixture; two at a time, since each starts a Java."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip((path.stem for path in INCONSISTENT), pool.map(alone, INCONSISTENT), strict=True))


@cache
def all_entailed() -> Entailments:
    """Return what follows from all the entailing fixtures together; their individuals are their own."""
    entailed = reason([*ontology(), *(quad for path in ENTAILS for quad in given(read(path)))])
    assert isinstance(entailed, Entailments), entailed
    return entailed


def given(quads: Iterable[Quad]) -> list[Triple]:
    return [quad.triple for quad in quads if quad.graph_name == DefaultGraph()]


def expected(quads: Iterable[Quad]) -> list[Triple]:
    return [quad.triple for quad in quads if quad.graph_name != DefaultGraph()]
