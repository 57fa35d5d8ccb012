"""Waivers: findings of the lint that may stay, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from argmap.errors import InputError
from argmap.graph.lint.rules import rules
from argmap.model.lint_finding import LintFinding
from argmap.vocabulary import PREFIXES

RULE = "waivers"  # under this name, waivers that waive nothing are findings themselves
_KEYS = {"rules", "terms", "evidence", "reason"}


@dataclass(frozen=True)
class Waiver:
    """One waiver: what `rule` finds about `term`, an IRI in which `*` stands for anything.

    With `evidence`, only findings that name this IRI (the property that is missing, the other term).
    """

    rule: str
    term: str
    reason: str
    evidence: str | None = None

    def covers(self, finding: LintFinding) -> bool:
        """Whether the finding may stay."""
        return (
            self.rule == finding.rule
            and fnmatchcase(finding.subject, self.term)
            and (self.evidence is None or self.evidence in finding.evidence)
        )


def read_waivers(file: Path) -> list[Waiver]:
    """Return the waivers of a YAML file, one for each term; raise InputError for one that says too little."""
    try:
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)  # unreadable characters have none
        line = mark.line + 1 if mark else None
        raise InputError(file, line, f"is no YAML: {error}".splitlines()[0], "Correct the line.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(file, None, f"cannot be read: {error}", "Check the path.") from error
    prefixes, entries = _parts(file, given)
    return [
        waiver
        for number, entry in enumerate(entries, start=1)
        for waiver in _waivers(file, number, entry, prefixes)
    ]


def waived(finding: LintFinding, waivers: Iterable[Waiver]) -> LintFinding:
    """Return the finding with the reason of the first waiver that covers it, if there is one.

    A finding that names several terms as evidence is waived by a waiver of any of them.
    """
    reason = next((waiver.reason for waiver in waivers if waiver.covers(finding)), None)
    return replace(finding, waived=reason)


def stale(findings: Sequence[LintFinding], waivers: Iterable[Waiver], file: Path) -> Iterator[LintFinding]:
    """Yield an error for each waiver that covers no finding: what it excuses is no longer there."""
    for waiver in waivers:
        if not any(waiver.covers(finding) for finding in findings):
            yield LintFinding(
                rule=RULE,
                source="argmap",
                severity="error",
                file=str(file),
                subject=waiver.term,
                message=f"The waiver of {waiver.rule} waives nothing: the rule does not find this.",
                remedy="Take the waiver away.",
                evidence=(waiver.evidence,) if waiver.evidence else (),
            )


def _parts(file: Path, given: Any) -> tuple[dict[str, str], list[Any]]:
    """Return the prefixes and the entries of a file of waivers."""
    if not isinstance(given, dict) or not isinstance(given.get("waivers"), list):
        raise InputError(file, None, "holds no waivers", "Start with `waivers:` and a list under it.")
    prefixes = given.get("prefixes") or {}
    if not isinstance(prefixes, dict):
        raise InputError(file, None, "prefixes: is no mapping", "Write `prefix: namespace` under it.")
    return {**PREFIXES, **{str(key): str(value) for key, value in prefixes.items()}}, given["waivers"]


def _waivers(file: Path, number: int, entry: Any, prefixes: dict[str, str]) -> Iterator[Waiver]:
    """Yield a waiver for each rule and term of an entry."""
    if not isinstance(entry, dict) or not entry.keys() <= _KEYS:
        raise _refused(file, number, "is no mapping of rules, terms, evidence and reason")
    reason = " ".join(str(entry.get("reason") or "").split())
    if not reason:
        raise _refused(file, number, "has no reason", "Say why what the rules find may stay.")
    named = _texts(file, number, entry, "rules")
    known = {query.name for query in rules()}
    if unknown := sorted(set(named) - known):
        near = get_close_matches(unknown[0], known, n=3, cutoff=0.4)
        raise _refused(file, number, f'there is no rule "{unknown[0]}"', f"Nearest: {', '.join(near)}.")
    evidence = _iri(str(entry["evidence"]), prefixes) if entry.get("evidence") else None
    terms = [_iri(term, prefixes) for term in _texts(file, number, entry, "terms")]
    yield from (Waiver(rule, term, reason, evidence) for rule in named for term in terms)


def _texts(file: Path, number: int, entry: dict[str, Any], key: str) -> list[str]:
    given = entry.get(key)
    if not isinstance(given, list) or not given or not all(isinstance(each, str) and each for each in given):
        raise _refused(file, number, f"{key} is no list of names", f"Give one or more under {key}.")
    return given


def _refused(file: Path, number: int, message: str, remedy: str = "Correct the waiver.") -> InputError:
    return InputError(file, None, f"waiver {number}: {message}", remedy)


def _iri(text: str, prefixes: dict[str, str]) -> str:
    """Return the IRI that a prefixed name stands for; any other text as it is."""
    prefix, _, name = text.partition(":")
    return f"{prefixes[prefix]}{name}" if prefix in prefixes else text
