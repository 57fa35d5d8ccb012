"""The audits, run over data that are not built yet: SPARQL queries that name what they find."""

from collections.abc import Collection, Iterator
from typing import cast

import pyoxigraph as ox

from argmap import shipped
from argmap.catalogue.catalogue import load
from argmap.catalogue.query_file import QueryFile
from argmap.graph import audit
from argmap.graph.check.draft import Draft
from argmap.model.finding import Finding


def findings(draft: Draft, already: Collection[Finding] = ()) -> Iterator[Finding]:
    """What the audits find in the draft, without what a shape has said of the same subject.

    Nothing is inferred for them: an audit asks only for what is asserted.
    """
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in draft.everything())
    said = {(finding.rule, finding.subject) for finding in already}
    for query in queries():
        for finding in _of(draft, store, query):
            if (query.checked_by, finding.subject) not in said:
                yield finding


def queries() -> list[QueryFile]:
    """The audits whose rows are findings, in the order of their names."""
    return [query for query in load(shipped.folder("queries") / "audits") if query.group]


def _of(draft: Draft, store: ox.Store, query: QueryFile) -> Iterator[Finding]:
    solutions = cast("ox.QuerySolutions", store.query(query.text))
    for found in audit.findings(query, solutions):
        yield draft.finding(found.severity, found.subject, found.message, found.remedy, rule=found.audit)
