"""Audits: which there are, and what they find in the articles.

An audit is a query whose rows are findings. Its columns are those of `COLUMNS`, the first four always; rows
that differ only in page and evidence are one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import TYPE_CHECKING, cast

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from argmap.catalogue.catalogue import Catalogue
from argmap.catalogue.query_file import BoundQuery, QueryFile
from argmap.errors import NotFound
from argmap.graph.nearest import not_found
from argmap.model.audit_finding import AuditFinding
from argmap.model.finding import Severity

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

COLUMNS = ("severity", "subject", "message", "remedy", "article", "noteNumber", "page", "reason", "evidence")
ARTICLE = "article"


def audit(graph: ArgumentMap, name: str | None = None, article: str | None = None) -> list[AuditFinding]:
    """What the audits of that name (an audit, a group, None: all) find in `article` (None: all articles).

    The order is always the same: by audit, article, note, page, subject. Raises NotFound for an audit or an
    article that is not here, and BadParameter for what can be the name of no article.
    """
    bound = [bind(query, article) for query in chosen(graph.catalogue, name)]
    for term in bound[0].terms.values():
        if isinstance(term, NamedNode) and not graph.store.query(f"ASK {{ {term} a ?kind }}"):
            raise not_found(graph, term.value)
    return [
        finding
        for each in bound
        for finding in findings(each.query, cast("QuerySolutions", graph.store.query(each.text)))
    ]


def bind(query: QueryFile, article: str | None) -> BoundQuery:
    """Return an audit bound to an article, or to none."""
    return query.bind({} if article is None else {ARTICLE: article})


def chosen(catalogue: Catalogue, name: str | None = None) -> list[QueryFile]:
    """Return the audits of that name: one audit, the audits of a group, or all; raise NotFound."""
    giving = [query for query in catalogue.audits() if query.group]
    found = [query for query in giving if name in (None, short_name(query), query.group)]
    if not found:
        known = sorted({word for query in giving for word in (short_name(query), str(query.group))})
        raise NotFound(str(name), get_close_matches(str(name), known, n=3, cutoff=0.4))
    return found


def short_name(query: QueryFile) -> str:
    """Return an audit's name without its folder: `numbering-gaps`."""
    return query.name.rpartition("/")[2]


def findings(query: QueryFile, solutions: QuerySolutions) -> list[AuditFinding]:
    """Return what the rows of an audit say, one finding for rows that differ only in page and evidence."""
    columns = [variable.value for variable in solutions.variables]
    rows = sorted((_row(columns, solution) for solution in solutions), key=_same)
    found = [_finding(short_name(query), list(group)) for _, group in groupby(rows, key=_same)]
    return sorted(found, key=_place)


Row = dict[str, str]


def _row(columns: Sequence[str], solution: QuerySolution) -> Row:
    return {
        column: term.value
        for column, term in zip(columns, solution, strict=True)
        if isinstance(term, NamedNode | Literal)
    }


def _same(row: Row) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in COLUMNS if column not in ("page", "evidence"))


def _finding(name: str, rows: Sequence[Row]) -> AuditFinding:
    row = rows[0]
    return AuditFinding(
        audit=name,
        severity=cast("Severity", row["severity"]),
        subject=row["subject"],
        message=row["message"],
        remedy=row["remedy"],
        article=row.get("article"),
        note_number=int(row["noteNumber"]) if "noteNumber" in row else None,
        pages=tuple(sorted({int(page) for page in _values(rows, "page")})),
        reason=row.get("reason"),
        evidence=tuple(sorted(set(_values(rows, "evidence")))),
    )


def _values(rows: Iterable[Row], column: str) -> Iterator[str]:
    return (row[column] for row in rows if column in row)


def _place(finding: AuditFinding) -> tuple[str, int, tuple[int, ...], str, str]:
    number = finding.note_number or 0
    return finding.article or "", number, finding.pages, finding.subject, finding.message
