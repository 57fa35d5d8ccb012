"""All that can be said in limited time of why data and ontology contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from argmap.errors import ReasonerFailed, ReasonerTimeout
from argmap.reasoning.clues import OUT_OF_RANGE, clues
from argmap.reasoning.contradictions.axioms import RANGE, Axiom, axioms
from argmap.reasoning.contradictions.judge import Judge
from argmap.reasoning.contradictions.search import Search
from argmap.reasoning.entailments import Clue
from argmap.reasoning.logical import TYPE, logical

# With so many explained, an author has enough to do.
MOST = 5
# So often a fact is taken out to get at a contradiction that hides behind another.
_TRIES = 6


@dataclass(frozen=True)
class Contradiction:
    """Why data and ontology cannot all be true: what shows at one thing, and the axioms behind it.

    `clue` is what a query sees at once; None where it takes more steps. `axioms` contradict each other, and
    would not without any one of them, facts of the data first; None where they were not found.
    """

    clue: Clue | None
    axioms: tuple[Axiom, ...] | None


@dataclass
class Contradictions:
    """What was found, in the order it was; `unfinished` if the time was over before the end."""

    found: list[Contradiction] = field(default_factory=list)
    unfinished: bool = False

    @property
    def explained(self) -> int:
        """How many have their axioms."""
        return sum(each.axioms is not None for each in self.found)


def contradictions(
    data: Iterable[Triple], ontology: Iterable[Triple], seconds: float, most: int = MOST
) -> Contradictions:
    """Return the contradictions in data and ontology, `most` of them with their axioms; none if consistent.

    Different names are taken to name different things. Whether there is a contradiction at all is asked
    first, for so many `seconds`; then the axioms are looked for, for as many. Raises ReasonerMissing without
    Java, ReasonerFailed when HermiT breaks down, ReasonerTimeout when the first question takes too long.
    """
    data, ontology = list(dict.fromkeys(data)), list(dict.fromkeys(ontology))
    used = logical([*data, *ontology])
    parts = axioms(t for t in data if t in used), axioms(t for t in ontology if t in used)
    asking = _Asking(Search(*parts, Judge(seconds)), list(parts[0].axioms), most)
    asking.misfits(clues(used, [OUT_OF_RANGE]))
    if asking.search.contradicts(asking.facts):
        asking.search.judge = Judge(seconds)
        asking.explain(clues({t for fact in asking.facts for t in fact.triples} | (used & set(ontology))))
    return asking.result


@dataclass
class _Asking:
    """The facts that are left: of each contradiction that was found, one is taken out."""

    search: Search
    facts: list[Axiom]
    most: int
    result: Contradictions = field(default_factory=Contradictions)

    def misfits(self, seen: Iterable[Clue]) -> None:
        """Take out values of a wrong datatype: HermiT stops at a datatype that it does not know."""
        for clue in seen:
            ranges = {axiom for axiom in self.search.ontology.axioms if _is_range(axiom, clue)}
            facts = [fact for fact in self.facts if _is_misfit(fact, clue)]
            together = (*facts[:1], *ranges)
            clash = facts and self._clash(together)
            self.result.found.append(Contradiction(clue, together if clash else None))
            self.facts = [fact for fact in self.facts if fact not in facts]

    def explain(self, seen: tuple[Clue, ...]) -> None:
        """Find the axioms behind what is seen, or behind anything, while there is time."""
        left = list(seen)
        try:
            for clue in seen:
                if clue in left and not self._enough():
                    self._next(left, [NamedNode(clue.subject)])
            while not self._enough() and self.search.contradicts(self.facts):
                if not self._next(left):
                    break
            for clue in tuple(left):
                if not self._enough() and self._again(clue):
                    left.remove(clue)
        except ReasonerTimeout:
            self.result.unfinished = True
        self.result.found += [Contradiction(clue, None) for clue in left]

    def _enough(self) -> bool:
        """Whether so many are explained, or one that no change of the data could mend."""
        last = (self.result.found[-1].axioms or ()) if self.result.found else ()
        alone = bool(last) and not set(last) & set(self.search.data.axioms)
        return alone or self.result.explained >= self.most

    def _next(self, left: list[Clue], start: Iterable[NamedNode] = ()) -> bool:
        """Find one more, and to which of the clues `left` it belongs; false if there is none."""
        found = self.search.justification(self.facts, start)
        if not found:
            return False
        mentioned = {text for axiom in found for text in axiom.mentioned}
        clue = next((clue for clue in left if clue.about <= mentioned), None)
        self.result.found.append(Contradiction(clue, tuple(found)))
        if clue:
            left.remove(clue)
        of_data = [axiom for axiom in found if axiom in self.facts]
        # The kind of a thing often follows from other facts too: without it, the same would be found again.
        of_data.sort(key=lambda fact: fact.root.predicate != TYPE)
        if of_data:
            self.facts.remove(of_data[-1])
        return bool(of_data)

    def _again(self, clue: Clue) -> bool:
        """Find the axioms behind a clue that went with a fact that was taken out because of another.

        All facts are put back but one of those that are explained: what hid behind it comes out.
        """
        data = self.search.data.axioms
        used = [fact for each in self.result.found for fact in each.axioms or () if fact in data]
        for left_out in list(dict.fromkeys(used))[:_TRIES]:
            facts = [fact for fact in data if fact != left_out]
            found = self.search.justification(facts, [NamedNode(clue.subject)]) or ()
            if clue.about <= {text for axiom in found for text in axiom.mentioned}:
                self.result.found.append(Contradiction(clue, tuple(found)))
                return True
        return False

    def _clash(self, together: Iterable[Axiom]) -> bool:
        """Whether the reasoner sees it too; a datatype that it does not know is none of OWL's."""
        try:
            return self.search.clash(together)
        except ReasonerFailed:
            return True


def _is_misfit(fact: Axiom, clue: Clue) -> bool:
    """Whether it is the value that a clue speaks of."""
    value = fact.root.object
    if not isinstance(fact.root.subject, NamedNode) or fact.root.subject.value != clue.subject:
        return False
    wanted = not isinstance(value, Literal) or value.datatype.value not in clue.about
    return wanted and fact.mentioned <= clue.about


def _is_range(axiom: Axiom, clue: Clue) -> bool:
    return axiom.root.predicate == RANGE and axiom.mentioned - {RANGE.value} <= clue.about
