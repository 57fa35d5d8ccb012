"""From a bound query to the answer: what is withdrawn, what the triples say, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions

from argmap.catalogue.query_file import BoundQuery
from argmap.formats import impact as written
from argmap.graph.impact.bearing import bearing
from argmap.graph.impact.described import describe, describe_bearing
from argmap.graph.impact.document import Concerned, document
from argmap.graph.impact.facts import Facts
from argmap.graph.impact.names import Names
from argmap.graph.impact.report import Report
from argmap.graph.nearest import not_found
from argmap.model.support import Fate, Uncited, Withdrawal
from argmap.reasoning.support import impact
from argmap.vocabulary import ID, short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_CLASSES = {
    "source": "Source",
    "agent": "Agent",
    "note": "Footnote",
    "evidence": "Statement",
    "claim": "Claim",
}
_SEVERAL = "impact/several"
_STATEMENTS = "impact/statements"
_ATTRIBUTED = "impact/attributed"
_DATASET = "impact/dataset"


def impact_answer(graph: ArgumentMap, bound: BoundQuery) -> Report:
    """Answer what falls if what a query is bound to is withdrawn: nothing, if that is nothing.

    Raises NotFound for what is not here or not of the kind that the parameter says.
    """
    withdrawn = {name: _iris(bound, name) for name in _CLASSES if name in bound.bound}
    facts, triples = _facts(graph, bound)
    _refuse_unknown(graph, facts, withdrawn)
    uncited = cast("Uncited", bound.terms["uncited"].value)
    taken = _withdrawal(facts, withdrawn)
    fates = impact(facts.support, taken, uncited)
    things = [iri for iris in withdrawn.values() for iri in iris]
    found = document(facts, fates, things, taken, _concerned(graph, facts, taken, fates), uncited)
    found["authorsOfNothingCited"] = of_nothing_cited(graph, facts, withdrawn.get("agent", ()))
    describe(graph, facts, found)
    return _report(graph, bound, found, triples, written.impact_csv, written.impact_outline)


def bearing_answer(graph: ArgumentMap, bound: BoundQuery) -> Report:
    """Answer which sources carry the most: the smallest sets whose loss brings a claim down, and more.

    Raises NotFound for a claim or article that is not here, and BadParameter for a size that is not offered.
    """
    facts, triples = _facts(graph, bound)
    asked = {name: _iris(bound, name) for name in ("claim", "article") if name in bound.bound}
    for iris in asked.values():
        for iri in iris:
            if not facts.known(iri):
                raise not_found(graph, iri)
    uncited = cast("Uncited", bound.terms["uncited"].value)
    found = bearing(facts, asked.get("claim", []), int(bound.terms["size"].value), uncited)
    describe_bearing(graph, found)
    return _report(graph, bound, found, triples, written.bearing_csv, written.bearing_outline)


def taken_with(graph: ArgumentMap, withdrawn: Mapping[str, Sequence[str]]) -> tuple[Facts, Withdrawal]:
    """Return what goes when sources, agents, notes or statements (`evidence`) do, and what is known of it.

    Raises NotFound for what is not here or not of the kind that it is given as.
    """
    bound = graph.catalogue.named(_SEVERAL).bind(dict(withdrawn))
    asked = {name: _iris(bound, name) for name in withdrawn}
    facts, _ = _facts(graph, bound)
    _refuse_unknown(graph, facts, asked)
    return facts, _withdrawal(facts, asked)


def _report(
    graph: ArgumentMap,
    bound: BoundQuery,
    found: dict[str, Any],
    triples: bytes,
    as_csv: Any,
    outline: Any,
) -> Report:
    return Report(
        bound,
        {**found, "dataset": dataset(graph)},
        constructed=triples,
        silences=graph.context.silences,
        truncated=bool(found.get("truncated")),
        as_csv=as_csv,
        outline=outline,
    )


def dataset(graph: ArgumentMap) -> dict[str, str]:
    """Return the version of the data, if they have one, and the digest of data, ontology and queries."""
    return {**_version(graph), "digest": graph.digest}


def _version(graph: ArgumentMap) -> dict[str, str]:
    rows = cast("QuerySolutions", graph.run(_DATASET, {}).raw)
    versions = [cast("Any", row["version"]).value for row in rows]
    return {"version": versions[0]} if versions else {}


def of_nothing_cited(graph: ArgumentMap, facts: Facts, agents: Sequence[str]) -> list[dict[str, Any]]:
    """Return the agents no work of whom is cited, and what is attributed to them: that is not withdrawn."""
    idle = [
        agent
        for agent in agents
        if not any(facts.those_with("noteCitesSource", work) for work in facts.works_of([agent]))
    ]
    rows = list(cast("QuerySolutions", graph.run(_ATTRIBUTED, {"agent": idle}).raw)) if idle else []
    held: dict[str, list[dict[str, str]]] = {agent: [] for agent in idle}
    for row in rows:
        said = {"id": cast("NamedNode", row["id"]).value, "label": cast("Any", row["label"]).value}
        held[cast("NamedNode", row["agent"]).value].append(said)
    names = Names(facts)
    return [{**names.brief(agent), "attributed": statements} for agent, statements in held.items()]


def _facts(graph: ArgumentMap, bound: BoundQuery) -> tuple[Facts, bytes]:
    triples = graph.triples(bound)
    return Facts(triples), triples


def _iris(bound: BoundQuery, name: str) -> list[str]:
    return [term.value for term in bound.bound[name]]


def _refuse_unknown(graph: ArgumentMap, facts: Facts, withdrawn: dict[str, list[str]]) -> None:
    for name, iris in withdrawn.items():
        for iri in iris:
            if not facts.is_a(_CLASSES[name], iri):
                raise not_found(graph, iri)


def _withdrawal(facts: Facts, withdrawn: dict[str, list[str]]) -> Withdrawal:
    """Return what goes: works with their parts, notes with what stands only in them, statements."""
    notes = frozenset(withdrawn.get("note", ()))
    statements = {*withdrawn.get("evidence", ()), *withdrawn.get("claim", ())}
    return Withdrawal(
        sources=facts.works_of([*withdrawn.get("source", ()), *withdrawn.get("agent", ())]),
        notes=notes,
        statements=frozenset(statements.union(*map(facts.only_in, notes))),
    )


def _concerned(graph: ArgumentMap, facts: Facts, taken: Withdrawal, fates: Mapping[str, Fate]) -> Concerned:
    """Return all statements of the articles that what is withdrawn has to do with, or in which it tells."""
    citing = {each.statement for each in facts.cited if each.source in taken.sources}
    notes = [note for source in taken.sources for note in facts.those_with("noteCitesSource", source)]
    hit = [name for name, fate in fates.items() if fate.status in ("unsupported", "weakened")]
    articles = sorted(set(_articles([*citing, *notes, *hit, *taken.notes, *taken.statements])))
    if not articles:
        return Concerned(frozenset(), {})
    rows = list(cast("QuerySolutions", graph.run(_STATEMENTS, {"article": articles}).raw))
    return Concerned(
        frozenset(cast("NamedNode", row["id"]).value for row in rows),
        {cast("NamedNode", row["id"]).value: _thesis(row) for row in rows if row["label"] is not None},
    )


def _thesis(row: QuerySolution) -> dict[str, str]:
    said = {name: getattr(row[name], "value", None) for name in ("id", "label", "text")}
    return {"type": "Thesis", **{name: value for name, value in said.items() if value is not None}}


def _articles(iris: Iterable[str]) -> Iterable[str]:
    """Give the article of each thing of an article: ARTICLE in `…/id/ARTICLE/KIND/SLUG`."""
    for iri in iris:
        parts = short(iri).split("/")
        if iri.startswith(ID) and len(parts) == 3:
            yield ID + parts[0]
