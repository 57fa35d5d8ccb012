"""Why a label changed: what bears on a thing directly, and is not as it was.

A chain of causes is followed thing by thing: each cause is a change of its own, down to what was supposed.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.model.change import Cause, Change, Role
from argmap.model.dispute import Dispute
from argmap.model.framework import Label

_RANK: dict[Label | None, int] = {None: 0, "out": 0, "undecided": 1, "in": 2}
# What speaks for a thing; anything else speaks against it.
_FOR = frozenset(("source", "assumption", "argument", "premise", "attackingStatement"))


@dataclass(frozen=True)
class Compared:
    """A dispute before and after a change, with the labels of its things."""

    before: Dispute
    after: Dispute
    change: Change
    labels_before: Mapping[str, Label]
    labels_after: Mapping[str, Label]

    def changing(self) -> list[str]:
        """Return what has a label before and after, and not the same."""
        return [
            iri
            for iri, before in self.labels_before.items()
            if (after := self.label_after(iri)) is not None and after != before
        ]

    def makers(self, attack: str) -> frozenset[str]:
        """Return the statements that make an attack, before or after; none of what is no attack."""
        found = (dispute.objections.get(attack) for dispute in (self.before, self.after))
        return frozenset(name for each in found if each for name in each.by)

    def causes(self, thing: str) -> tuple[Cause, ...]:
        """Return what explains the change of a thing's label, sorted: none if it changed by no neighbour.

        What changed the other way, and so explains nothing, is told only where nothing else is there. A label
        may also change by no neighbour alone: several extensions together decide it.
        """
        moved = [each for each in self._near(thing) if self._moved(each)]
        upwards = self._rank_after(thing) > self._rank_before(thing)
        fitting = [each for each in moved if _lifts(each) == upwards]
        # What an attack is made against strikes back only where preferences count: told if nothing else is.
        nearer = [each for each in fitting if each.role != "target"]
        return tuple(sorted(set(nearer or fitting or moved), key=lambda each: (each.role, each.thing)))

    def hindrances(self, thing: str) -> tuple[Cause, ...]:
        """Return what keeps a thing that is assumed or added from standing; nothing if it stands.

        That are the attacks on it that are not out and, of an attack, what it is made by.
        """
        if self.label_after(thing) in ("in", None):
            return ()
        attacks = [self._labelled("attack", each) for each in self._against.get(thing, ())]
        makers = [self._labelled("attackingStatement", each) for each in self.makers(thing)]
        found = [each for each in attacks if each.after in ("in", "undecided")]
        found += [each for each in makers if each.after != "in"]
        return tuple(sorted(found, key=lambda each: (each.role, each.thing)))

    def _near(self, thing: str) -> Iterator[Cause]:
        """Give whatever bears directly on a thing, changed or not."""
        if thing in self.before.statements:
            yield from self._of_statement(thing)
        for dispute in (self.before, self.after):
            yield from self._of_inference(dispute, thing)
            yield from self._of_objection(dispute, thing)
        for objection in self._against.get(thing, ()):
            yield self._labelled("attack", objection)

    def _of_statement(self, thing: str) -> Iterator[Cause]:
        if thing in self.change.assumed:
            yield Cause("assumption", thing, "out", "in")
        if not self.after.statements[thing].founded:
            for source in sorted(self.change.lost.get(thing, ())):
                yield Cause("source", source, "in", None)
        for dispute in (self.before, self.after):
            for inference in dispute.concluding.get(thing, ()):
                yield self._labelled("argument", inference)

    def _of_inference(self, dispute: Dispute, thing: str) -> Iterator[Cause]:
        if thing not in dispute.inferences:
            return
        inference = dispute.inferences[thing]
        for premise in inference.premises:
            yield self._labelled("premise", premise)
        for objection in self._against.get(inference.conclusion, ()):
            yield self._labelled("attack", objection)

    def _of_objection(self, dispute: Dispute, thing: str) -> Iterator[Cause]:
        if thing not in dispute.objections:
            return
        objection = dispute.objections[thing]
        for statement in objection.by:
            yield self._labelled("attackingStatement", statement)
        # Where preferences turn an attack round, what it was to meet strikes back.
        yield self._labelled("target", objection.target)

    @cached_property
    def _against(self) -> Mapping[str, Collection[str]]:
        """What objects to each thing, before or after."""
        found: dict[str, dict[str, None]] = {}
        for dispute in (self.before, self.after):
            for each in dispute.objections.values():
                found.setdefault(each.target, {})[each.iri] = None
        return found

    def _labelled(self, role: Role, thing: str) -> Cause:
        return Cause(role, thing, self.label_before(thing), self.label_after(thing))

    def label_before(self, thing: str) -> Label | None:
        """Return the label of a thing as the record has it; None if it is not there."""
        return self.labels_before.get(thing)

    def label_after(self, thing: str) -> Label | None:
        """Return the label of a thing under the change; None if it went, or is no part of the dispute."""
        return None if thing in self.change.withdrawn else self.labels_after.get(thing)

    def _rank_before(self, thing: str) -> int:
        return _RANK[self.label_before(thing)]

    def _rank_after(self, thing: str) -> int:
        return _RANK[self.label_after(thing)]

    def _moved(self, cause: Cause) -> bool:
        return _RANK[cause.before] != _RANK[cause.after]


def _lifts(cause: Cause) -> bool:
    """Whether a cause speaks for a thing more than before, or against it less."""
    return (_RANK[cause.after] > _RANK[cause.before]) == (cause.role in _FOR)
