"""What lies above what: the closure of sub-class or sub-property statements between named terms."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Triple


class Hierarchy:
    """Named terms ordered by a relation such as rdfs:subClassOf, and by an equivalence both ways if given."""

    def __init__(self, triples: Iterable[Triple], below: NamedNode, equal: NamedNode | None = None) -> None:
        self._parents: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for triple in triples:
            if not (isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode)):
                continue
            if triple.predicate in (below, equal):
                self._parents[triple.subject].add(triple.object)
            if triple.predicate == equal:
                self._parents[triple.object].add(triple.subject)
        self._known: dict[NamedNode, frozenset[NamedNode]] = {}

    def above(self, term: NamedNode) -> frozenset[NamedNode]:
        """Return everything above `term`, at any height, and `term` itself."""
        if term not in self._known:
            self._known[term] = frozenset(self._climb(term))
        return self._known[term]

    def equal(self, term: NamedNode) -> frozenset[NamedNode]:
        """Return what is above `term` and below it at once, `term` itself included."""
        return frozenset(other for other in self.above(term) if term in self.above(other))

    def _climb(self, term: NamedNode) -> set[NamedNode]:
        reached, waiting = {term}, [term]
        while waiting:
            fresh = self._parents.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        return reached
