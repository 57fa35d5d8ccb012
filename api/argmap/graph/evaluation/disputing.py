"""From what the queries give to the dispute of articles; `docs/acceptability.md` holds the definitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, cast

import pyoxigraph
from pyoxigraph import NamedNode, QuerySolutions, QueryTriples, RdfFormat

from argmap.formats.graph_index import GraphIndex, id_of, node_of
from argmap.model.dispute import Certainty, Dispute, Inference, Objection, On, Statement, Strength
from argmap.model.intents import supports
from argmap.vocabulary import AM, RDF, short
from argmap.vocabulary import term as am

if TYPE_CHECKING:
    from argmap.graph.sparql_result import SparqlResult

DISPUTE = "evaluation/dispute"
CITINGS = "evaluation/citings"


class Asked(Protocol):
    """Whatever runs queries of the catalogue: the argument map, or a store that is being built."""

    def run(self, query: str, values: Mapping[str, str | Sequence[str]]) -> SparqlResult:
        """Run a query of the catalogue and return what it gives, unshaped."""


def dispute(graph: Asked, articles: Sequence[str] | None = None) -> Dispute:
    """Return the dispute of these articles (IRIs), or of all there are.

    What an act of theirs names in another article is taken as given there.
    """
    values = {} if articles is None else {"article": list(articles)}
    triples = cast("QueryTriples", graph.run(DISPUTE, values).raw)
    rows = cast("QuerySolutions", graph.run(CITINGS, values).raw)
    return assembled(pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b"", sources(rows))


def assembled(triples: bytes, cited: Mapping[str, frozenset[str]]) -> Dispute:
    """Return the dispute that triples (N-Triples) tell, with the sources that each statement cites."""
    index = GraphIndex(triples)
    inferences = {each.iri: each for each in _inferences(index)}
    objections = {each.iri: each for each in _objections(index)}
    objections |= _answers(index, inferences, objections)
    named = set(map(id_of, _nodes_of(index, "Statement")))
    for inference in inferences.values():
        named |= {*inference.premises, inference.conclusion}
    for objection in objections.values():
        named |= objection.by if objection.on == "inference" else {*objection.by, objection.target}
    certainty = index.forwards(am("certainty"))
    statements = {
        iri: Statement(
            iri,
            cited.get(iri, frozenset()),
            cast("Certainty | None", _value(certainty.get(node_of(iri), ()))),
        )
        for iri in sorted(named)
    }
    return Dispute(statements, inferences, objections)


def sources(rows: QuerySolutions) -> dict[str, frozenset[str]]:
    """Return the sources that stand behind each statement that cites any: not those it argues against.

    A statement's own citations of a reference say to what end it is cited, or else the note's.
    """
    ways: dict[tuple[str, str, str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        statement, source, note, reference, entity, intent = (_iri(row[name]) for name in _COLUMNS)
        ways[statement, source, note, reference][entity] |= {intent} - {""}
    found: dict[str, set[str]] = defaultdict(set)
    for (statement, source, note, _), ends in ways.items():
        if supports(frozenset(ends.get(statement) or ends.get(note) or ())):
            found[statement].add(source)
    return {statement: frozenset(several) for statement, several in found.items()}


_COLUMNS = ("statement", "source", "note", "reference", "entity", "intent")


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _inferences(index: GraphIndex) -> Iterator[Inference]:
    conclusions = index.forwards(am("hasConclusion"))
    premises, warrants = index.forwards(am("hasPremise")), index.forwards(am("hasWarrant"))
    strengths = index.forwards(am("strength"))
    for node in _nodes_of(index, "Argument"):
        for conclusion in sorted(conclusions.get(node, ()))[:1]:
            grounds = (*premises.get(node, ()), *warrants.get(node, ()))
            strength = cast("Strength | None", _value(strengths.get(node, ())))
            yield Inference(id_of(node), frozenset(map(id_of, grounds)), id_of(conclusion), strength)


def _objections(index: GraphIndex) -> Iterator[Objection]:
    by, targets = index.forwards(am("attackingStatement")), index.forwards(am("attackedElement"))
    for node in _nodes_of(index, "Attack"):
        for target in sorted(targets.get(node, ()))[:1]:
            yield Objection(
                id_of(node), frozenset(map(id_of, by.get(node, ()))), id_of(target), _on(index, node)
            )


def _on(index: GraphIndex, attack: str) -> On:
    if attack in index.forwards(am("attackedPremise")):
        return "premise"
    return "conclusion" if attack in index.forwards(am("attackedConclusion")) else "inference"


def _answers(
    index: GraphIndex, inferences: Mapping[str, Inference], objections: Mapping[str, Objection]
) -> dict[str, Objection]:
    """Return what is named as an answer to an attack as an objection to it, unless an attack says so."""
    said = {(each.target, name) for each in objections.values() for name in each.by}
    concluding: dict[str, set[str]] = defaultdict(set)
    for inference in inferences.values():
        concluding[inference.conclusion].add(inference.iri)
    found: dict[str, Objection] = {}
    for node, answers in sorted(index.forwards(am("answeredBy")).items()):
        attack = id_of(node)
        if attack in objections:
            made_by = objections[attack].by
            attackable = {attack, *made_by, *(iri for name in made_by for iri in concluding[name])}
            for answer in sorted(set(map(id_of, answers))):
                if not any((target, answer) in said for target in attackable):
                    iri = f"{attack}#answered-by/{short(answer)}"
                    found[iri] = Objection(iri, frozenset((answer,)), attack, "inference")
    return found


def _nodes_of(index: GraphIndex, name: str) -> list[str]:
    return sorted(set(index.backwards(RDF + "type").get(node_of(am(name)), ())))


def _value(nodes: Iterable[str]) -> str | None:
    """Return the local name of a value of a closed list, the first of several; None if there is none."""
    return next((id_of(node).removeprefix(AM) for node in sorted(nodes)), None)
