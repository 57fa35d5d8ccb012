"""The audits that need the whole graph at once: SPARQL queries that name what they find."""

from collections.abc import Iterator
from typing import cast

import pyoxigraph as ox

from argmap import shipped
from argmap.graph.check.draft import Draft, key
from argmap.model.finding import Finding, Severity

# What the asserted data alone can answer. Audits that weigh the argument are no checks.
COLUMNS = ("severity", "subject", "message", "remedy")
AUDITS = ("circular-support", "duplicate-text")


def findings(draft: Draft) -> Iterator[Finding]:
    """What the audits find; their columns are severity, subject, message and remedy."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in draft.everything())
    for name in AUDITS:
        text = (shipped.folder("queries") / "audits" / f"{name}.rq").read_text(encoding="utf-8")
        for row in cast(ox.QuerySolutions, store.query(text)):
            severity, subject, message, remedy = (key(row[column]) for column in COLUMNS)
            yield draft.finding(cast(Severity, severity), subject, message, remedy)
