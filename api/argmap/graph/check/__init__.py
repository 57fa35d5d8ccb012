"""Check data before they are trusted: from the spelling of a name to what the ontology entails."""

from collections.abc import Sequence
from pathlib import Path

from argmap.graph.check import audits, fit, identifiers, query_files, reasoning, spelling, syntax
from argmap.graph.check.terms import Terms
from argmap.graph.layout import data_files, without_data
from argmap.model.finding import Finding

_SEVERITIES = ("error", "warning", "info")


def check(paths: Sequence[Path] | None = None, reason: bool = False) -> list[Finding]:
    """Everything that is wrong with the data in `paths` (None: the shipped data), file by file.

    With `reason`, HermiT also looks for contradictions, which takes Java and some seconds; without Java one
    finding says that this part was left out.
    """
    from argmap.graph.check import shapes  # brings rdflib and pyshacl

    files = data_files(paths)
    draft, unreadable = syntax.read(files)
    if unreadable:
        return _in_order(unreadable)  # the rest would only complain of what stands in the unreadable part
    terms = Terms(draft.ontology)
    shaped = list(shapes.findings(draft))
    found = [
        *spelling.findings(draft, terms),
        *identifiers.findings(draft, terms),
        *fit.findings(draft, terms),
        *shaped,
        *audits.findings(draft, shaped),
        *query_files.findings(paths or None),
        *map(_empty, without_data(paths or ())),
    ]
    if reason:
        found = reasoning.merged(found, draft, terms)
    unasked = {str(file.path) for file in files if file.beside}
    return _in_order([finding for finding in found if finding.file not in unasked])


def _empty(path: Path) -> Finding:
    return Finding(
        "error",
        str(path),
        None,
        None,
        "There is nothing to check here.",
        "Give a folder with Turtle files (.ttl).",
    )


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(set(findings), key=_place)


def _place(finding: Finding) -> tuple[str, int, int, str, str, str]:
    return (
        finding.file or "",
        finding.line or 0,
        _SEVERITIES.index(finding.severity),
        finding.subject or "",
        finding.message,
        finding.remedy,
    )
