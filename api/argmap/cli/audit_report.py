"""What the audits found, written for the editor of an article: by audit, with page and note."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from shutil import get_terminal_size
from textwrap import wrap

from argmap.catalogue.query_file import QueryFile
from argmap.cli.findings import WORDS
from argmap.cli.plain_text import one_line
from argmap.graph.audit import short_name
from argmap.model.audit_finding import AuditFinding
from argmap.vocabulary import short

_UNLIMITED = 10_000  # in a pipe a finding is not broken into lines


def report(findings: Sequence[AuditFinding], queries: Sequence[QueryFile]) -> Iterator[str]:
    """Lines of text: each audit that found something, the worst first; then those that found nothing."""
    width = get_terminal_size().columns if sys.stdout.isatty() else _UNLIMITED
    summaries = {short_name(query): one_line(query.summary) for query in queries}
    groups = [list(group) for _, group in groupby(findings, key=lambda finding: finding.audit)]
    for group in sorted(groups, key=lambda group: min(map(_severity, group))):
        yield from _block(f"{group[0].audit}: {summaries[group[0].audit]}", width, 0)
        yield from _entries(sorted(group, key=_severity), width)
        yield ""
    idle = sorted(summaries.keys() - {finding.audit for finding in findings})
    if idle and len(summaries) > 1:
        yield from _block(f"nothing found by {', '.join(idle)}", width, 2)


def tally(findings: Sequence[AuditFinding]) -> str:
    """The findings in one clause, such as `4 warnings, 97 remarks`."""
    counted = {word: sum(each.severity == name for each in findings) for name, word in WORDS.items()}
    told = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in counted.items() if number]
    return ", ".join(told) or "nothing found"


def _severity(finding: AuditFinding) -> int:
    return list(WORDS).index(finding.severity)


def _entries(findings: Sequence[AuditFinding], width: int) -> Iterator[str]:
    """The findings of one audit; those that have the same to be done about them stand together."""
    word = max(len(WORDS[finding.severity]) for finding in findings)
    column = max(len(_place(finding)) for finding in findings)
    by_remedy: dict[tuple[str, str], list[AuditFinding]] = {}
    for finding in findings:
        by_remedy.setdefault((finding.severity, finding.remedy), []).append(finding)
    for (severity, remedy), alike in by_remedy.items():
        for finding in alike:
            lead = f"  {WORDS[severity]:{word}}  {_place(finding):{column}}".rstrip() + "  "
            hanging = len(lead) if width < _UNLIMITED else 4
            yield from _block(f"{lead}{one_line(finding.message)} {_names(finding)}", width, hanging)
            yield from _grounds(finding, width)
        yield from _block(f"  to do: {one_line(remedy)}", width, 4)


def _names(finding: AuditFinding) -> str:
    """What the finding is about, with what shows it if that is one thing."""
    about = f"({one_line(short(finding.subject))}"
    seen = f"; see {one_line(short(finding.evidence[0]))}" if len(finding.evidence) == 1 else ""
    return f"{about}{seen})"


def _grounds(finding: AuditFinding, width: int) -> Iterator[str]:
    """Why a finding is held to be so, and the several things that show it."""
    if finding.reason:
        yield from _block(f"    because: {one_line(finding.reason)}", width, 6)
    if len(finding.evidence) > 1:
        shown = ", ".join(one_line(short(iri)) for iri in finding.evidence)
        yield from _block(f"    see: {shown}", width, 6)


def _place(finding: AuditFinding) -> str:
    """Page and note: `p. 231, note 23`; empty if neither is known."""
    note = f"note {finding.note_number}" if finding.note_number is not None else ""
    return ", ".join(part for part in (_pages(finding.pages), note) if part)


def _pages(pages: Sequence[int]) -> str:
    if len(pages) < 2:
        return "".join(f"p. {page}" for page in pages)
    if len(pages) == pages[-1] - pages[0] + 1:
        return f"pp. {pages[0]}–{pages[-1]}"
    return f"pp. {', '.join(map(str, pages))}"


def _block(text: str, width: int, indent: int) -> list[str]:
    """The text as lines of at most `width` characters, all but the first indented."""
    if len(text) <= width:
        return [text]
    lead = len(text) - len(text.lstrip())
    return wrap(
        text.lstrip(),
        max(width, 40),
        initial_indent=" " * lead,
        subsequent_indent=" " * min(indent, width // 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
