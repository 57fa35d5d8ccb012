"""What the checks found, written for the author of the data."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.cli.plain_text import one_line
from argmap.model.finding import Finding
from argmap.vocabulary import short

WORDS = {"error": "error", "warning": "warning", "info": "remark"}  # most severe first


def report(findings: Sequence[Finding]) -> Iterator[str]:
    """Lines of text: the findings under their files, with line, subject, message and remedy."""
    for file, found in groupby(sorted(findings, key=_place), key=lambda finding: finding.file or ""):
        yield one_line(file) or "(no single file)"
        for finding in found:
            yield from _entry(finding)
        yield ""


def count(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings of each severity, the most severe first: `{"errors": 2, …}`."""
    return {f"{word}s": sum(finding.severity == name for finding in findings) for name, word in WORDS.items()}


def tally(findings: Sequence[Finding]) -> str:
    """The findings in one clause, such as `2 errors, 1 warning in 1 file`."""
    if not findings:
        return "nothing wrong"
    counted = [_plural(number, words[:-1]) for words, number in count(findings).items() if number]
    files = {finding.file for finding in findings if finding.file}
    return ", ".join(counted) + (f" in {_plural(len(files), 'file')}" if files else "")


def _entry(finding: Finding) -> Iterator[str]:
    line = f"line {finding.line}: " if finding.line else ""
    subject = f"{one_line(short(finding.subject))}: " if finding.subject else ""
    yield f"  {line}{WORDS[finding.severity]}: {subject}{one_line(finding.message)}"
    for number, statement in enumerate(finding.because, 1):
        yield f"      {number}. {one_line(statement)}"
    if finding.remedy:
        yield f"    {one_line(finding.remedy)}"


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file or "", finding.line or 0, finding.subject or "", finding.message


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
