"""What audits found, as JSON and as the rows of a table."""

from collections.abc import Sequence
from typing import Any

from argmap.formats.table import items_csv
from argmap.model.audit_finding import AuditFinding

COLUMNS = (
    "severity",
    "audit",
    "article",
    "noteNumber",
    "pages",
    "subject",
    "message",
    "remedy",
    "reason",
    "evidence",
)
_WORDS = {"error": "errors", "warning": "warnings", "info": "remarks"}


def document(
    findings: Sequence[AuditFinding], audits: Sequence[str], limit: int | None = None, offset: int = 0
) -> dict[str, Any]:
    """Return findings as a document: a page of them, how many there are, and which audits were run."""
    shown = findings[offset:] if limit is None else findings[offset : offset + limit]
    return {
        "items": [item(finding) for finding in shown],
        "total": len(findings),
        **{word: sum(each.severity == name for each in findings) for name, word in _WORDS.items()},
        "audits": list(audits),
    }


def csv(findings: Sequence[AuditFinding], limit: int | None = None, offset: int = 0) -> bytes:
    """Return findings as CSV, one a line; several pages or pieces of evidence stand apart by `; `."""
    shown = findings[offset:] if limit is None else findings[offset : offset + limit]
    return items_csv([item(finding) for finding in shown], COLUMNS)


def item(finding: AuditFinding) -> dict[str, Any]:
    """Return one finding by the names of `COLUMNS`; what it does not say is left out, but for lists."""
    said = {
        "severity": finding.severity,
        "audit": finding.audit,
        "article": finding.article,
        "noteNumber": finding.note_number,
        "pages": list(finding.pages),
        "subject": finding.subject,
        "message": finding.message,
        "remedy": finding.remedy,
        "reason": finding.reason,
        "evidence": list(finding.evidence),
    }
    return {name: value for name, value in said.items() if value is not None}
