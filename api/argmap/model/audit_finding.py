"""One thing that an audit has found in an article."""

from dataclasses import dataclass

from argmap.model.finding import Severity


@dataclass(frozen=True)
class AuditFinding:
    """One thing that an audit has found: about what, where to look, what shows it, and what to do.

    `subject`, `article` and `evidence` are IRIs; `pages` are printed pages in ascending order, several where
    the thing runs over a page break or the break is lost; `reason` is why it is held to be so, as the data
    have it.
    """

    audit: str
    severity: Severity
    subject: str
    message: str
    remedy: str
    article: str | None = None
    note_number: int | None = None
    pages: tuple[int, ...] = ()
    reason: str | None = None
    evidence: tuple[str, ...] = ()
