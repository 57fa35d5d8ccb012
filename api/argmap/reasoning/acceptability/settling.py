"""Questions to all extensions of a framework, without going through them.

What is asked is whether some extension holds an argument, and whether every one holds, or attacks, an
argument. The search always wants a candidate that would be news: that holds one of the first kind which no
extension seen so far holds, or fails one of the second. Where extensions are the largest candidates, it is
made larger until it is one. What the extension says is learnt; once no candidate is left, all that is still
open is settled by that. This is the counter-example guided search of W. Dvořák, M. Järvisalo, J. P. Wallner
and S. Woltran, Complexity-sensitive decision procedures for abstract argumentation, Artificial Intelligence
206 (2014), here for all arguments at once. The solver is also told to try first what would be news, which on
a grid of 10,000 arguments leaves four extensions to look at instead of thousands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from argmap.reasoning.acceptability.encodings import Encoded


@dataclass(frozen=True)
class Found:
    """A candidate: the arguments in it, those it attacks, and what it is measured by."""

    inside: frozenset[int]
    outside: frozenset[int]
    measure: frozenset[int]


@dataclass
class Questions:
    """What is still open: who may yet be found in `some` extension, who has been in, and attacked by, all.

    `shown` are those that have been found in some extension.
    """

    some: set[int]
    every: set[int]
    attacked: set[int]
    shown: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.some or self.every or self.attacked)

    def learn(self, extension: Found) -> None:
        """Take in what one more extension says."""
        self.shown |= self.some & extension.inside
        self.some -= extension.inside
        self.every &= extension.inside
        self.attacked &= extension.outside


def settle(encoded: Encoded, questions: Questions) -> bool:
    """Answer the questions by the answer sets of a program, by the largest if it wishes for any.

    Returns:
        Whether there is an answer set at all; if not, the questions are left as they are.
    """
    search = _Search(encoded)
    extension = search.next()
    while extension:
        questions.learn(extension)
        if not questions:
            return True
        search.want_news(questions)
        extension = search.next()
    return search.found_any


class _Search:
    def __init__(self, encoded: Encoded) -> None:
        self._encoded = encoded
        self._read = [*encoded.inside, *encoded.outside, *encoded.largest]
        self._largest = set[frozenset[int]]()
        self._wished = dict[int, bool]()
        self._step = 1
        self.found_any = False
        with encoded.program.backend() as rules:
            # To want news is a choice, so that a candidate can be made larger without it.
            self._wanting = rules.add_atom()
            rules.add_rule([self._wanting], [], True)

    def next(self) -> Found | None:
        """Return an extension that is news; None if there is none."""
        found = self._found([self._wanting])
        if found and self._encoded.largest and found.measure not in self._largest:
            found = self._found([-self._wanting, *(self._encoded.largest[each] for each in found.measure)])
            if found:
                self._largest.add(found.measure)
                self._rule_out_less_than(found.measure)
        self.found_any = self.found_any or found is not None
        return found

    def want_news(self, questions: Questions) -> None:
        """Rule out candidates that would say nothing new; what is open only ever shrinks."""
        inside, outside = self._encoded.inside, self._encoded.outside
        news = [
            *(inside[number] for number in questions.some),
            *(-inside[number] for number in questions.every),
            *(-outside[number] for number in questions.attacked),
        ]
        with self._encoded.program.backend() as rules:
            rules.add_rule([], [self._wanting, *(-literal for literal in news)])
        self._wish(news)

    def _wish(self, news: Iterable[int]) -> None:
        """Have the solver try first what would be news, and no longer what would have been."""
        from clingo.backend import HeuristicType

        wished = {abs(literal): literal > 0 for literal in news}
        self._step += 1  # a later wish counts for more
        with self._encoded.program.backend() as rules:
            for atom in self._wished.keys() - wished.keys():
                for kind in (HeuristicType.Level, HeuristicType.Sign):
                    rules.add_heuristic(atom, kind, 0, self._step, [self._wanting])
            for atom, truth in wished.items() - self._wished.items():
                kind = HeuristicType.True_ if truth else HeuristicType.False_
                rules.add_heuristic(atom, kind, 2, self._step, [self._wanting])
        self._wished = wished

    def _rule_out_less_than(self, measure: frozenset[int]) -> None:
        """Rule out what is properly within this measure: it is no extension, nor grows to a new one."""
        literals = self._encoded.largest
        others = [-literal for number, literal in enumerate(literals) if number not in measure]
        with self._encoded.program.backend() as rules:
            less = rules.add_atom()
            for number in measure:
                rules.add_rule([less], [-literals[number]])
            rules.add_rule([], [less, *others])

    def _found(self, assuming: Sequence[int]) -> Found | None:
        held = self._encoded.program.first(self._read, assuming)
        if held is None:
            return None
        inside, outside, measure = set[int](), set[int](), set[int]()
        size = len(self._encoded.inside)
        for at in held:
            (inside, outside, measure)[at // size].add(at % size)
        return Found(frozenset(inside), frozenset(outside), frozenset(measure))
