"""`argmap lint`: how well an ontology is made and described."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from argmap.cli import shared, tables
from argmap.cli.argument_types import existing
from argmap.cli.exits import DONE, FINDINGS
from argmap.cli.findings import WORDS
from argmap.graph.lint import lint
from argmap.model.lint_finding import LintFinding
from argmap.vocabulary import AM, short

EXAMPLES = """\
  argmap lint                                     the ontology, the schemes and the alignments
  argmap lint my-ontology.ttl                     an ontology of your own
  argmap lint my-ontology.ttl --waivers mine.yaml
  argmap lint --waived                            also what may stay, and why
  argmap lint --format json                       for programs"""

COLUMNS = ("severity", "rule", "term", "found", "evidence", "file")
WAIVED = ("waived", "rules", "terms", "because")
FEW = 3  # terms named of those that one reason is about


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "lint", "check an ontology by the criteria of FOOPS!, OOPS!, ROBOT and WIDOCO", EXAMPLES
    )
    command.add_argument(
        "ontologies",
        nargs="*",
        type=existing,
        metavar="ONTOLOGY",
        help="a Turtle file (default: all that argmap ships)",
    )
    command.add_argument(
        "--waivers", type=existing, metavar="FILE", help="what may stay, and why (default: argmap's own)"
    )
    command.add_argument(
        "--waived", action="store_true", help="also show what is waived, a line for each reason"
    )
    shared.add_format(command, "table", "json")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the findings; the status says whether any that is not waived is an error."""
    findings = lint(arguments.ontologies or None, arguments.waivers)
    open_ = [finding for finding in findings if finding.waived is None]
    counts = {f"{word}s": sum(each.severity == name for each in open_) for name, word in WORDS.items()}
    counts["waived"] = len(findings) - len(open_)
    if arguments.format == "json":
        shared.write_json({"findings": [asdict(finding) for finding in findings], **counts})
    else:
        _show(COLUMNS, [_row(finding) for finding in open_])
        if arguments.waived:
            _show(WAIVED, _waived(findings))
        print(", ".join(f"{number} {word}" for word, number in counts.items()))
    return FINDINGS if counts["errors"] else DONE


def _show(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        tables.show(columns, rows, numeric=frozenset(WAIVED[:1]))
        print()


def _waived(findings: Iterable[LintFinding]) -> list[list[str]]:
    """Return a row for each reason to waive, in the order in which its findings come."""
    by_reason: dict[str, list[LintFinding]] = {}
    for finding in findings:
        if finding.waived is not None:
            by_reason.setdefault(finding.waived, []).append(finding)
    return [
        [str(len(group)), ", ".join(_unique(each.rule for each in group)), _terms(group), reason]
        for reason, group in by_reason.items()
    ]


def _terms(group: Iterable[LintFinding]) -> str:
    """Return the first few terms that a reason is about, and how many more there are."""
    names = _unique(_name(each.subject) for each in group)
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _row(finding: LintFinding) -> list[str]:
    return [
        WORDS[finding.severity],
        finding.rule,
        _name(finding.subject),
        f"{finding.message} {finding.remedy}",
        ", ".join(map(_name, finding.evidence)),
        finding.file,
    ]


def _name(iri: str) -> str:
    """Return an IRI as people write it: terms of ours with their prefix, things of ours in short."""
    return f"am:{iri.removeprefix(AM)}" if iri.startswith(AM) else short(iri)
