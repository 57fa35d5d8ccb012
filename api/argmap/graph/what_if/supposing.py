"""From the IRIs that a caller gave to the change of a dispute: what each is, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from argmap.errors import BadBody, NotFoundAt
from argmap.graph.impact import of_nothing_cited, taken_with
from argmap.graph.impact.document import lost_text
from argmap.graph.nearest import not_found
from argmap.graph.what_if.things import Object, Things
from argmap.graph.what_if.wanted import ENDS, Wanted
from argmap.model.change import Change
from argmap.model.dispute import Dispute, Objection
from argmap.model.support import Citing, Withdrawal
from argmap.reasoning.readings.changes import directed_at, going
from argmap.vocabulary import ID, short

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

# What may be withdrawn that is no part of a dispute, by the parameter of the query that knows its effect.
_OUTSIDE = {"source": "Source", "agent": "Agent", "note": "Footnote"}
ADDED = "urn:argmap:attack:"


@dataclass(frozen=True)
class Supposed:
    """A change; what goes beside what was named; what of it was cited in text that is lost; and agents
    with whom nothing goes, as no work of theirs is cited."""

    change: Change
    along: tuple[str, ...] = ()
    lost_text: tuple[Object, ...] = ()
    idle_authors: tuple[Object, ...] = ()


def supposed(graph: ArgumentMap, dispute: Dispute, things: Things, wanted: Wanted) -> Supposed:
    """Return what a caller supposes of a dispute.

    Raises:
        NotFoundAt: a thing is not here.
        BadBody: a thing cannot be supposed so, or goes with another and is needed all the same.
    """
    asking = _Asking(graph, dispute, things, wanted.article)
    outside = asking.outside(wanted.withdraw)
    for at, iri in enumerate(wanted.assume):
        asking.refuse_unless_in(dispute.statements, iri, f"#/assume/{at}", "a statement")
    taken = _taken(graph, dispute, outside)
    withdrawn = going(dispute, {*wanted.withdraw, *taken.statements}.difference(wanted.assume))
    added = tuple(asking.attack(at, attack, withdrawn) for at, attack in enumerate(wanted.attacks))
    change = Change(taken.lost, withdrawn, frozenset(wanted.assume), added)
    along = (taken.works | withdrawn).difference(wanted.withdraw)
    return Supposed(change, tuple(sorted(along)), taken.text, taken.idle)


class _Asking:
    """What things are, and the refusal of what they are not."""

    def __init__(self, graph: ArgumentMap, dispute: Dispute, things: Things, article: str) -> None:
        self._graph, self._dispute, self._things, self._article = graph, dispute, things, article

    def outside(self, withdraw: Sequence[str]) -> dict[str, list[str]]:
        """Return what is withdrawn and is no part of the dispute, by what it is."""
        parts = {**self._dispute.statements, **self._dispute.inferences, **self._dispute.objections}
        found: dict[str, list[str]] = {}
        for at, iri in enumerate(withdraw):
            kind = next((name for name, of in _OUTSIDE.items() if self._things.is_a(of, iri)), None)
            if kind is None or (kind == "note" and not iri.startswith(f"{self._article}/")):
                self.refuse_unless_in(parts, iri, f"#/withdraw/{at}", _WITHDRAWABLE)
            else:
                found.setdefault(kind, []).append(iri)
        return found

    def attack(self, at: int, ends: tuple[str, str], withdrawn: Iterable[str]) -> Objection:
        """Return an attack that is added, under a name of its own."""
        attacking, attacked = ends
        pointers = [f"#/attacks/{at}/{end}" for end in ENDS]
        self.refuse_unless_in(self._dispute.statements, attacking, pointers[0], "a statement")
        targets = {**self._dispute.statements, **self._dispute.inferences, **self._dispute.objections}
        self.refuse_unless_in(targets, attacked, pointers[1], "a statement, an argument or an attack")
        for iri, pointer in zip(ends, pointers, strict=True):
            if iri in withdrawn:
                raise BadBody(
                    pointer,
                    f'"{short(iri)}" goes with what is withdrawn: it neither attacks nor is attacked.',
                )
        return Objection(
            f"{ADDED}{at}", frozenset({attacking}), attacked, directed_at(self._dispute, attacked)
        )

    def refuse_unless_in(self, parts: Mapping[str, object], iri: str, pointer: str, what: str) -> None:
        """Raise what speaks against a thing that is to be among these."""
        if iri in parts and iri in self._things:
            return
        if iri not in self._things:
            raise NotFoundAt(pointer, not_found(self._graph, iri))
        self._refuse(iri, pointer, what)

    def _refuse(self, iri: str, pointer: str, what: str) -> NoReturn:
        own = iri == self._article or iri.startswith(f"{self._article}/") or not _is_of_an_article(iri)
        if not own:
            raise BadBody(pointer, f'"{short(iri)}" is of another article than {short(self._article)}.')
        kind = self._things.brief(iri)["type"]
        raise BadBody(pointer, f'"{short(iri)}" is of the kind {kind}; give {what}.')


_WITHDRAWABLE = "a source, an agent, a note, a statement, an argument or an attack"


def _is_of_an_article(iri: str) -> bool:
    return iri.startswith(ID) and short(iri).count("/") == 2


@dataclass(frozen=True)
class _Taken:
    """What goes with works, agents and notes: sources of statements, works, and statements themselves."""

    lost: Mapping[str, frozenset[str]] = field(default_factory=dict)
    works: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    text: tuple[Object, ...] = ()
    idle: tuple[Object, ...] = ()


def _taken(graph: ArgumentMap, dispute: Dispute, outside: Mapping[str, Sequence[str]]) -> _Taken:
    if not outside:
        return _Taken()
    facts, withdrawal = taken_with(graph, outside)
    lost = _lost(facts.support.citings, withdrawal)
    return _Taken(
        {iri: sources for iri, sources in lost.items() if iri in dispute.statements},
        withdrawal.sources,
        withdrawal.statements & dispute.statements.keys(),
        tuple(lost_text(facts, withdrawal)),
        tuple(of_nothing_cited(graph, facts, outside.get("agent", ()))),
    )


def _lost(citings: Iterable[Citing], withdrawal: Withdrawal) -> dict[str, frozenset[str]]:
    """Return the sources of which no citation is left, by the statements that cited them."""
    left: dict[tuple[str, str], bool] = {}
    for each in citings:
        key = (each.statement, each.source)
        left[key] = left.get(key, False) or not withdrawal.takes(each)
    found: dict[str, set[str]] = {}
    for (statement, source), stays in left.items():
        if not stays:
            found.setdefault(statement, set()).add(source)
    return {statement: frozenset(sources) for statement, sources in found.items()}
