"""One thing that a check has found."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Finding:
    """One thing that a check has found: where, about what, and what to do.

    `file` and `line` (counted from 1) are None where the place cannot be known; `subject` is an IRI or None;
    `rule` is the name of the shape or audit that found it, None for the other parts of the check. `because`
    are the statements that cannot all be true, where that is what was found.
    """

    severity: Severity
    file: str | None
    line: int | None
    subject: str | None
    message: str
    remedy: str
    rule: str | None = None
    because: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the finding in one line: place, severity, message, remedy."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return " ".join(part for part in (place and f"{place}:", f"{self.severity}:", self._said()) if part)

    def _said(self) -> str:
        about = f"{self.subject}: " if self.subject else ""
        return f"{about}{self.message} {self.remedy}".strip()
