"""One thing that a rule of the lint has found in an ontology."""

from dataclasses import dataclass

from argmap.model.finding import Severity


@dataclass(frozen=True)
class LintFinding:
    """One thing that a rule of the lint has found.

    `source` says where the criterion comes from (`OOPS! P10`); `file` is the ontology it was found in;
    `subject` and `evidence` are IRIs: what it is about, and what shows it or is missing; `waived` is the
    reason why it may stay, None where nobody gave one.
    """

    rule: str
    source: str
    severity: Severity
    file: str
    subject: str
    message: str
    remedy: str
    evidence: tuple[str, ...] = ()
    waived: str | None = None
