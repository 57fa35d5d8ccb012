"""Published identifiers, told apart by their form: DOI, ISBN, ISSN, or the number of a document."""

import re
from collections.abc import Iterable

_FORMS = {
    "DOI": re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE),
    "ISBN": re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?((?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx])"),
    "ISSN": re.compile(r"(?:ISSN:?\s*)?([0-9]{4}-[0-9]{3}[0-9Xx])"),
}


def identified(identifiers: Iterable[object]) -> dict[str, str]:
    """Return the CSL variables of identifiers; what is no DOI, ISBN or ISSN is a `number`."""
    found: dict[str, str] = {}
    for identifier in identifiers:
        name, value = _identified(str(identifier).strip())
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _identified(identifier: str) -> tuple[str, str]:
    for name, form in _FORMS.items():
        if match := form.fullmatch(identifier):
            return name, match[1]
    return "number", identifier
