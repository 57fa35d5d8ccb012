"""The rules applied to a fixpoint, as plainly as it can be done."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, QueryTriples, Store, Triple

RULES = Path("queries/rules")


def apply_rules(triples: Iterable[Triple], without: Path | None = None) -> set[Triple]:
    """Return the triples and all that the rules derive from them, in name order, again until nothing is new.

    One rule can be left `without`, to see what it is there for.
    """
    store = Store()
    store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    rules = [path.read_text() for path in sorted(RULES.glob("*.rq")) if path != without]
    size = -1
    while size != len(store):
        size = len(store)
        for rule in rules:
            derived = store.query(rule)
            assert isinstance(derived, QueryTriples)
            store.extend([Quad(triple.subject, triple.predicate, triple.object) for triple in derived])
    return {quad.triple for quad in store}
