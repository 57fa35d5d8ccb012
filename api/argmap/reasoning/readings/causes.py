"""Why a label changed: what bears on a thing directly, and is not as it was.

A chain of causes is followed thing by thing: each cause is a change of its own, down to what was supposed.
What bears on a statement is another in each reading: in the structured one it stands by what is said for it,
in the flat one it is only to have something that it stands by, whether that is defeated or not.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.model.change import Cause, Change, Role
from argmap.model.dispute import Dispute
from argmap.model.framework import Label
from argmap.reasoning.readings.resting import rests_on_its_end

_RANK: dict[Label | None, int] = {None: 0, "out": 0, "undecided": 1, "in": 2}
# What speaks for a thing; anything else speaks against it.
_FOR = frozenset(("source", "assumption", "argument", "premise", "attackingStatement"))


@dataclass(frozen=True)
class Compared:
    """A dispute before and after a change, with the labels of its things in a reading."""

    before: Dispute
    after: Dispute
    change: Change
    labels_before: Mapping[str, Label]
    labels_after: Mapping[str, Label]
    reading: str = "structured"
    preferences: str = "none"

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
        fitting = [
            each for each in moved if _lifts(each) == upwards and not self._is_circular(thing, each, upwards)
        ]
        # What an attack is made against strikes back only where preferences count: told if nothing else is.
        nearer = [each for each in fitting if each.role != "target"]
        other = [each for each in moved if _lifts(each) != upwards]
        return tuple(sorted(set(nearer or fitting or other), key=lambda each: (each.role, each.thing)))

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
        if self._needs_assumption(thing):
            yield Cause("assumption", thing, "out", "in")
        if not self.after.statements[thing].founded and (self.reading != "flat" or self._loses_all(thing)):
            for source in sorted(self.change.lost.get(thing, ())):
                yield Cause("source", source, "in", None)
        for dispute in (self.before, self.after):
            for inference in dispute.concluding.get(thing, ()):
                if self.reading != "flat" or self._loses_all(thing):
                    yield self._labelled("argument", inference)

    def _needs_assumption(self, thing: str) -> bool:
        """Whether it makes a difference that a statement is assumed: it was not given, or put as weaker."""
        if thing not in self.change.assumed:
            return False
        if self.preferences != "none" and self.before.statements[thing].certainty != "asserted":
            return True
        return self._bare(self.before, thing) if self.reading == "flat" else not self.before.is_given(thing)

    def _loses_all(self, thing: str) -> bool:
        """Whether a statement had something that it stood by, and has nothing: what the flat reading asks."""
        return self._bare(self.after, thing) and not self._bare(self.before, thing)

    def _bare(self, dispute: Dispute, thing: str) -> bool:
        return not (dispute.statements[thing].founded or thing in dispute.concluding)

    def _is_circular(self, thing: str, cause: Cause, upwards: bool) -> bool:
        """Whether an argument speaks for a statement only by way of that very statement."""
        dispute = self.after if upwards else self.before
        if cause.role != "argument" or self.reading == "flat" or cause.thing not in dispute.inferences:
            return False
        label = self.label_after if upwards else self.label_before
        least = _RANK[label(thing)]
        holding = {each for each in (*dispute.statements, *dispute.inferences) if _RANK[label(each)] >= least}
        return rests_on_its_end(dispute, cause.thing, holding)

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
        if cause.role == "argument" and self.reading == "flat":
            return cause.after is None  # a defeated argument is something that a statement stands by, too
        return _RANK[cause.before] != _RANK[cause.after]


def _lifts(cause: Cause) -> bool:
    """Whether a cause speaks for a thing more than before, or against it less."""
    return (_RANK[cause.after] > _RANK[cause.before]) == (cause.role in _FOR)
