"""`argmap check`: what is wrong with the data, where, and what to do about it."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict

from argmap.cli import shared
from argmap.cli.exits import DONE, FINDINGS
from argmap.cli.findings import count, report, tally
from argmap.model.finding import Finding

EXAMPLES = """\
  argmap check                         the shipped articles
  argmap check data/my-article         data of your own
  argmap check --reason                also look for contradictions with the HermiT reasoner (needs Java)
  argmap check --format json           for programs"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "check", "check data against the rules of the model", EXAMPLES)
    shared.add_paths(command)
    command.add_argument("--reason", action="store_true", help="also run the HermiT reasoner (needs Java)")
    shared.add_format(command, "text", "json")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the findings; the status says whether any of them is an error.

    Remarks are only counted: they are no fault of the data, and `argmap audit` tells them better.
    """
    from argmap.graph.check import check  # brings rdflib and pyshacl, which other commands do without

    findings = check(arguments.paths or None, reason=arguments.reason)
    if arguments.format == "json":
        shared.write_json({"findings": [asdict(finding) for finding in findings], **count(findings)})
    else:
        told = [finding for finding in findings if finding.severity != "info"]
        sys.stdout.writelines(f"{line}\n" for line in report(told))
        print(tally(findings) + _more(findings, arguments.reason))
    return FINDINGS if any(finding.severity == "error" for finding in findings) else DONE


def _more(findings: Sequence[Finding], reason: bool) -> str:
    """What the last line adds to the count."""
    from argmap.graph.check.reasoning import RULE

    remarks = "; argmap audit lists the remarks" if any(each.severity == "info" for each in findings) else ""
    consistent = reason and not any(each.rule == RULE for each in findings)
    return remarks + ("; HermiT finds no contradiction" if consistent else "")
