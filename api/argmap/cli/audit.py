"""`argmap audit`: what an editor would look into, in the notes and in the argument."""

import argparse
import sys

from argmap import shipped
from argmap.catalogue import Catalogue, QueryFile, load
from argmap.cli import answers, shared
from argmap.cli.audit_report import report, tally
from argmap.cli.exits import DONE, FINDINGS
from argmap.formats import findings as formats
from argmap.graph.audit import audit, chosen, short_name
from argmap.graph.build import build

EXAMPLES = """\
  argmap audit                                 all that the audits find in the shipped articles
  argmap audit notes                           only what concerns the notes
  argmap audit misprinted-numbers              one audit
  argmap audit load-bearing                    which sources carry the most
  argmap audit --data data/my-article          data of your own
  argmap audit notes --format csv              for a spreadsheet"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "audit", "find what an editor would look into", EXAMPLES)
    command.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="an audit, or a group of them: notes, argument (default: all)",
    )
    command.add_argument("--article", metavar="ARTICLE", help="only what concerns this article")
    shared.add_format(command, "text", "json", "csv")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the findings; the status says whether any of them is an error or a warning."""
    catalogue = load(shipped.folder("queries"))
    if own := _with_an_answer_of_its_own(catalogue, arguments.name):
        values = {} if arguments.article is None else {"article": arguments.article}
        style = "table" if arguments.format == "text" else arguments.format
        answers.show(build(arguments.paths).answer(own, values), style)
        return DONE
    queries = chosen(catalogue, arguments.name)  # a wrong name is told before anything is read
    # Unchecked: what the checks refuse may be what the editor is looking for.
    found = audit(build(arguments.paths, check=False), arguments.name, arguments.article)
    if arguments.format == "json":
        shared.write_json(formats.document(found, [short_name(query) for query in queries]))
    elif arguments.format == "csv":
        sys.stdout.write(formats.csv(found).decode().replace("\r\n", "\n"))
    else:
        sys.stdout.writelines(f"{line}\n" for line in report(found, queries))
        print(tally(found))
    return FINDINGS if any(finding.severity != "info" for finding in found) else DONE


def _with_an_answer_of_its_own(catalogue: Catalogue, name: str | None) -> QueryFile | None:
    """Return the audit of that name if it gives no findings, but an answer of a shape of its own."""
    own = (query for query in catalogue.audits() if query.path and not query.group)
    return next((query for query in own if short_name(query) == name), None)
