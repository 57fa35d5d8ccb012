"""From the points of a framework to what they stand for: who stands by what, and what fails against whom.

A reader knows statements, arguments and attacks. The points that help a reading along (that nothing speaks
for a statement, that it is given, an argument once more in a circle) are told as what they say of these, and
each thing under the label of its own point.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from argmap.graph.explanations.standings import completed
from argmap.graph.explanations.step import Role, Step, disputed, marked
from argmap.model.dispute import Dispute
from argmap.model.framework import Label
from argmap.reasoning.acceptability.explaining import Explanation, Way
from argmap.reasoning.readings import Point, Reading

_OPPOSITE: Mapping[Label, Label] = {"in": "out", "out": "in", "undecided": "undecided"}
_MADE_OF_PREMISES = ("argument", "step")
_RANK: Mapping[Label, int] = {"out": 0, "undecided": 1, "in": 2}


def steps(reading: Reading, dispute: Dispute, explanation: Explanation) -> tuple[Step, ...]:
    """Return what an explanation tells, a step for each of its ways."""
    told = [
        _Telling(reading, dispute, way).of(explanation.argument, explanation.label)
        for way in explanation.ways
    ]
    return tuple(marked(step, disputed(step)) for step in told)


def things(reading: Reading, dispute: Dispute, explanation: Explanation) -> dict[str, Label]:
    """Return the statements, arguments and attacks of an explanation, each with its label in the first way.

    One that is only there by what helps the reading along is there under its own label as well.
    """
    found: dict[str, Label] = {}
    tellings = [_Telling(reading, dispute, way) for way in explanation.ways]
    for telling in tellings:
        for step in telling.of(explanation.argument, explanation.label).each():
            if step.role != "given":
                found.setdefault(step.thing, step.label)
    for name in explanation.arguments:
        thing = reading.points[name].thing
        if thing not in found:
            there = (each.own[thing] for each in tellings if name in each.way.labels)
            found[thing] = next(there, "undecided")
    return dict(sorted(found.items()))


@dataclass
class _Telling:
    """One way, told from the top: a thing is gone into where it first comes as it stands there."""

    reading: Reading
    dispute: Dispute
    way: Way
    told: set[tuple[str, Label]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.points: Mapping[str, Point] = self.reading.points

    @cached_property
    def own(self) -> Mapping[str, Label]:
        """The label of each point, those that are not told among them: a thing is told by that of its own."""
        return completed(self.reading.framework, self.way.labels)

    @cached_property
    def _attackers(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for attacker, target in self.reading.framework.attacks:
            found.setdefault(target, []).append(attacker)
        return found

    def of(self, name: str, label: Label) -> Step:
        if name not in self.way.labels:  # a framework of one argument that nothing attacks
            return Step("explained", self.points[name].thing, label)
        return self._step("explained", self.points[name].thing, [name], ())

    def _here(self, name: str) -> Label:
        """Return how the thing of a point stands by it: what lacks all support is out if its lack is in."""
        label = self.way.labels[name]
        return _OPPOSITE[label] if self.points[name].kind == "lacking" else label

    def _step(self, role: Role, thing: str, names: Sequence[str], above: Sequence[str]) -> Step:
        """Tell a thing by some of its points, any of which will do for it."""
        here = max((self._here(name) for name in names), key=_RANK.__getitem__)
        if role == "given":
            return Step(role, thing, here, self._because(names, above))
        step = self._standing(role, thing, here, names)
        if thing in above or (thing, here) in self.told:
            return replace(step, again=True, circular=thing in above)
        self.told.add((thing, here))
        because = self._because(names, (*above, thing))
        left = self._left_out(step, names, (*above, thing))
        telling = [name for name in names if self._here(name) == here]
        open_ = (all if here == "in" else any)(self._open(name, frozenset()) for name in telling)
        return replace(left, because=because, open=open_)

    def _standing(self, role: Role, thing: str, here: Label, names: Sequence[str]) -> Step:
        label = self.own[thing]
        if here == label:
            return Step(role, thing, label)
        return Step(role, thing, label, apart=here, weighed=any(map(self._graded, names)))

    def _graded(self, name: str) -> bool:
        """Whether a point is one of some strengths only."""
        point = self.points[name]
        return point.kind == "part" or "/" in name.removesuffix(point.thing)

    def _left_out(self, step: Step, names: Sequence[str], above: Sequence[str]) -> Step:
        """Add which arguments for a statement do not count where it does not stand, and why."""
        lacking = [f"no:{name}" if name == step.thing else name for name in names]
        if (step.apart or step.label) == "in" or step.thing not in self.dispute.statements:
            return step
        if self.reading.reading != "structured":  # elsewhere a statement stands by no argument
            return step
        counted = {self.points[way].thing for name in lacking for way in self._attackers.get(name, ())}
        concluding = self.dispute.concluding.get(step.thing, ())
        left = [iri for iri in concluding if iri not in counted]
        upon = {iri: self.dispute.inferences[iri].premises.intersection(above) for iri in left}
        resting = tuple(iri for iri in left if upon[iri])
        given = self.dispute.is_given(step.thing) and step.thing not in counted
        return replace(
            step,
            resting=resting,
            upon=tuple(sorted(frozenset().union(*upon.values()))),
            weaker=any(map(self._graded, lacking)) and (given or len(resting) < len(left)),
        )

    def _open(self, name: str, passed: frozenset[str]) -> bool:
        """Whether a point, or what is seen through to its reasons, has its label by what is not told."""
        point = self.points[name]
        through = [
            other
            for other in self.way.because.get(name, ())
            if _seen_through(point, self.points[other]) and other not in passed
        ]
        return name in self.way.open or any(self._open(other, passed | {name}) for other in through)

    def _because(self, names: Sequence[str], above: Sequence[str]) -> tuple[Step, ...]:
        reasons = [each for name in names for each in self._reasons(name, frozenset((name,)))]
        groups: dict[tuple[Role, str], list[str]] = {}
        for point, attacker in reasons:
            if not self._unmade(point):
                group = _role(self.points[point], self.points[attacker]), self.points[attacker].thing
                groups.setdefault(group, []).append(attacker)
        found = [self._step(role, thing, each, above) for (role, thing), each in groups.items()]
        found += self._makers(names, reasons, above)
        return tuple(sorted(found, key=lambda step: (_ORDER[step.role], step.thing)))

    def _reasons(self, name: str, passed: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Give the attackers of a point, each after what it attacks: points that help are seen through."""
        for attacker in self.way.because.get(name, ()):
            if not _seen_through(self.points[name], self.points[attacker]):
                yield name, attacker
            elif attacker not in passed:
                yield from self._reasons(attacker, passed | {attacker})

    # ---- an attack that several statements make

    def _unmade(self, name: str) -> bool:
        """Whether a point is that none of several statements by which an attack is made stands."""
        point = self.points[name]
        if point.kind != "lacking" or point.thing not in self.dispute.objections:
            return False
        return all(self.points[each].kind != "part" for each in self._attackers.get(name, ()))

    def _makers(
        self, names: Sequence[str], reasons: Sequence[tuple[str, str]], above: Sequence[str]
    ) -> Iterator[Step]:
        """Give the statements that make an attack: by what they stand or, where none does, all of them."""
        ways: dict[str, list[str]] = {}
        for point, way in reasons:
            if self._unmade(point):
                ways.setdefault(self._spoken_for(self.points[way]), []).append(way)
        unmade = sorted(self._unmade_below(names))
        for name in unmade:
            if self.way.labels[name] == "in":
                for maker in self.dispute.objections[self.points[name].thing].by:
                    ways.setdefault(maker, [])
        for maker, each in sorted(ways.items()):
            yield self._maker(maker, list(dict.fromkeys(each)), unmade, above)

    def _unmade_below(self, names: Sequence[str]) -> frozenset[str]:
        """Return the points by which attacks are unmade, below some points of these attacks."""
        found, agenda = set[str](), list(names)
        while agenda:
            name = agenda.pop()
            if name not in found:
                found.add(name)
                below = self.way.because.get(name, ())
                agenda += [each for each in below if _seen_through(self.points[name], self.points[each])]
        return frozenset(filter(self._unmade, found))

    def _maker(self, maker: str, ways: list[str], unmade: Sequence[str], above: Sequence[str]) -> Step:
        labels: list[Label] = ["out", *map(self._here, ways)]
        here = max(labels, key=_RANK.__getitem__)
        step = self._standing("attackingStatement", maker, here, unmade)
        if maker in above or (maker, here) in self.told:
            return replace(step, again=True, circular=maker in above)
        self.told.add((maker, here))
        groups: dict[tuple[Role, str], list[str]] = {}
        for way in ways:
            role: Role = "given" if self.points[way].kind == "given" else "argument"
            groups.setdefault((role, self.points[way].thing), []).append(way)
        within = (*above, maker)
        because = [self._step(role, thing, each, within) for (role, thing), each in sorted(groups.items())]
        return replace(self._left_out(step, unmade, within), because=tuple(because))

    def _spoken_for(self, way: Point) -> str:
        inference = self.dispute.inferences.get(way.thing)
        return inference.conclusion if inference else way.thing


def _seen_through(point: Point, attacker: Point) -> bool:
    """Whether a point only helps another of the same thing; a part that attacks its own attack does not."""
    if attacker.thing != point.thing:
        return False
    return attacker.kind == "lacking" or (attacker.kind == "part" and point.kind == "lacking")


_ORDER: Mapping[Role, int] = {
    "explained": 0,
    "given": 1,
    "argument": 2,
    "attackingStatement": 3,
    "premise": 4,
    "outweighing": 5,
    "objection": 6,
}


def _role(point: Point, attacker: Point) -> Role:
    """Return what an attacker has to do with a point: how it helps it, or that it is an objection."""
    if attacker.kind in ("attack", "part"):
        return "objection"
    if attacker.kind == "lacking":
        return "premise" if point.kind in _MADE_OF_PREMISES else "attackingStatement"
    if point.kind in ("statement", "lacking"):
        return "given" if attacker.kind == "given" else "argument"
    return "outweighing"
