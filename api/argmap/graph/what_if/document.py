"""The answer to "what if?" as a document: what is supposed, and which labels change, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, QuerySolutions

from argmap.graph.what_if.judging import Judgement
from argmap.graph.what_if.supposing import ADDED, Supposed
from argmap.graph.what_if.telling import Telling
from argmap.graph.what_if.things import Object, Things
from argmap.graph.what_if.wanted import Wanted
from argmap.model.change import Cause
from argmap.model.framework import Label
from argmap.reasoning.readings.causes import Compared

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_STATEMENTS = "impact/statements"
_LABELS: tuple[Label, ...] = ("in", "out", "undecided")

Causes = Mapping[str, Sequence[Cause]]


def document(graph: ArgumentMap, wanted: Wanted, supposed: Supposed, judgement: Judgement) -> Object:
    """Return the document, but for the state of the data: what changes, the thesis first."""
    compared = judgement.compared
    theses = _theses(graph, wanted, compared)
    causes = {iri: compared.causes(iri) for iri in compared.changing()}
    things = Things(graph, [*_supposed(wanted, supposed), *theses, *_explaining(compared, wanted, causes)])
    tell = Telling(things, compared, wanted.attacks)
    # An answer that `answeredBy` names is an attack in the dispute, and no thing of its own.
    changes = things.in_order(causes)
    return {
        "article": things.brief(wanted.article),
        "withdrawn": [tell.withdrawn(iri) for iri in wanted.withdraw],
        "withdrawnWith": [tell.withdrawn(iri) for iri in things.in_order(supposed.along)],
        "assumed": [tell.assumed(iri) for iri in wanted.assume],
        "attacks": [tell.added(number) for number in range(len(wanted.attacks))],
        "semantics": wanted.semantics,
        "reading": wanted.reading,
        "preferences": wanted.preferences,
        "finished": not judgement.unfinished,
        **_reservations(judgement),
        "theses": [tell.labelled(iri) for iri in theses],
        **({} if judgement.unfinished else {"counts": _counts(compared, changes)}),
        "items": [
            {**tell.labelled(iri), "because": [tell.cause(each) for each in causes[iri]]} for iri in changes
        ],
        "citedWhereTextIsLost": list(supposed.lost_text),
        "authorsOfNothingCited": list(supposed.idle_authors),
    }


def _theses(graph: ArgumentMap, wanted: Wanted, compared: Compared) -> list[str]:
    rows = cast("QuerySolutions", graph.run(_STATEMENTS, {"article": [wanted.article]}).raw)
    # Of a thesis the query tells the label, of other statements that they are there.
    found = {cast("NamedNode", row["id"]).value for row in rows if row["label"] is not None}
    return sorted(iri for iri in found if compared.label_before(iri))


def _supposed(wanted: Wanted, supposed: Supposed) -> Iterator[str]:
    yield from (wanted.article, *wanted.withdraw, *supposed.along, *wanted.assume)
    for ends in wanted.attacks:
        yield from ends


def _explaining(compared: Compared, wanted: Wanted, causes: Causes) -> Iterator[str]:
    """Give the things that change, those that explain it, and who makes the attacks among these."""
    yield from causes
    named = [*wanted.assume, *(f"{ADDED}{number}" for number in range(len(wanted.attacks)))]
    told = [*causes.values(), *map(compared.hindrances, named)]
    for each in {cause.thing for several in told for cause in several}:
        yield each
        yield from compared.makers(each)


def _counts(compared: Compared, changes: Sequence[str]) -> Object:
    """Return how many things change, and how many statements have which label before and after."""
    before = compared.before
    parts = {"statements": before.statements, "arguments": before.inferences, "attacks": before.objections}
    return {
        "changed": {name: sum(iri in of for iri in changes) for name, of in parts.items()},
        "statementsBefore": _tally(map(compared.label_before, before.statements)),
        "statementsAfter": _tally(map(compared.label_after, before.statements)),
    }


def _tally(labels: Iterable[Label | None]) -> dict[str, int]:
    found = Counter(labels)
    return {label: found[label] for label in _LABELS}


def _reservations(judgement: Judgement) -> Object:
    """Return what keeps the answer from being what a reader would take it for."""
    said: Object = {}
    if judgement.unfinished:
        said["unfinished"] = judgement.unfinished
    if any(judgement.without_extension):
        said["withoutExtension"] = dict(zip(("before", "after"), judgement.without_extension, strict=True))
    return said
