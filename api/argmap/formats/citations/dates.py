"""When a work appeared, as a CSL date."""

import re
from calendar import month_name
from typing import Any

from argmap.formats.citations.values import Thing, text

Date = dict[str, Any]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS_OF_ISSUE = re.compile(r"([a-z]+)\s*[-–/]\s*([a-z]+)\s+([0-9]{4})", re.IGNORECASE)


def issued(source: Thing) -> Date | None:
    """Return the date of publication: its parts where it is year, month, day; else literal."""
    printed = text(source.get("publicationDate", source.get("year", "")))
    if not printed:
        return None
    match = _DATE.fullmatch(printed)
    parts = [int(part) for part in match.groups() if part] if match else []
    if not parts or (len(parts) > 1 and not 1 <= parts[1] <= 12):
        return {"literal": printed}
    return {"date-parts": [parts]}


def months_of_issue(issue: str, date: Date | None) -> Date | None:
    """Return the months that an issue is named after ("May-June 1990"), if the date is only that year."""
    match = _MONTHS_OF_ISSUE.fullmatch(issue)
    if match is None or date is None:
        return None
    begin, end = (_MONTHS.get(name.lower()) for name in match.groups()[:2])
    year = int(match[3])
    if begin is None or end is None or date.get("date-parts") != [[year]]:
        return None
    return {"date-parts": [[year, begin], [year, end]]}
