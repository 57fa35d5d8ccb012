"""`argmap audit`: what an editor would look into, in the notes and in the argument."""

import argparse
import sys
from difflib import get_close_matches
from typing import Any

from argmap import shipped
from argmap.catalogue import Catalogue, QueryFile, load
from argmap.cli import answers, shared
from argmap.cli.audit_report import report, tally
from argmap.cli.exits import DONE, FINDINGS
from argmap.errors import UsageError
from argmap.formats import findings as formats
from argmap.graph.audit import audit, chosen, short_name
from argmap.graph.build import build

EXAMPLES = """\
  argmap audit                                 all that the audits find in the shipped articles
  argmap audit notes                           only what concerns the notes
  argmap audit misprinted-numbers              one audit
  argmap audit load-bearing                    which sources carry the most
  argmap audit load-bearing --claim kuperman-1996/claim/pressure-drove-habyarimana --size 2
  argmap audit --data data/my-article          data of your own
  argmap audit notes --format csv              for a spreadsheet"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "audit", "find what an editor would look into", EXAMPLES)
    command.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="an audit, a group of them (notes, argument), or load-bearing (default: all audits)",
    )
    command.add_argument("--article", metavar="ARTICLE", help="only what concerns this article")
    _add_weighing(command)
    shared.add_format(command, "text", "json", "csv")
    shared.add_data(command)
    command.set_defaults(run=run)


def _add_weighing(command: argparse.ArgumentParser) -> None:
    """Add what only load-bearing takes; its query says which values are allowed, and the defaults."""
    group = command.add_argument_group("only for load-bearing")
    group.add_argument(
        "--claim",
        metavar="CLAIM",
        action="append",
        help="a claim to ask about instead of the thesis; repeat it for more",
    )
    group.add_argument("--size", metavar="N", help="how many sources a set may have, 1 to 5 (default: 3)")
    group.add_argument(
        "--uncited",
        choices=["stands", "falls"],
        help="whether a statement that no source stands behind holds by the author's word (default: falls)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the findings; the status says whether any of them is an error or a warning."""
    catalogue = load(shipped.folder("queries"))
    if own := _with_an_answer_of_its_own(catalogue, arguments.name):
        return _weigh(own, arguments)
    _refuse_weighing(arguments)
    _refuse_unknown(catalogue, arguments.name)  # before anything is read
    queries = chosen(catalogue, arguments.name)
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


def _weigh(query: QueryFile, arguments: argparse.Namespace) -> int:
    """Write the answer of load-bearing."""
    values = {"article": arguments.article, **_weighing(arguments)}
    given = {name: value for name, value in values.items() if value is not None}
    query.bind(given)  # wrong values are told before anything is read
    style = "table" if arguments.format == "text" else arguments.format
    answers.show(build(arguments.paths).answer(query, given), style)
    return DONE


def _weighing(arguments: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(arguments, name) for name in ("claim", "size", "uncited")}


def _refuse_weighing(arguments: argparse.Namespace) -> None:
    given = [f"--{name}" for name, value in _weighing(arguments).items() if value is not None]
    if given:
        raise UsageError(f"{given[0]}: is only for argmap audit load-bearing.")


def _refuse_unknown(catalogue: Catalogue, name: str | None) -> None:
    """Raise UsageError for what is the name of no audit and no group: the command was called wrongly."""
    audits = catalogue.audits()
    known = sorted({short_name(query) for query in audits} | {query.group for query in audits if query.group})
    if name is None or name in known:
        return
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    hint = f" Nearest: {', '.join(near)}." if near else ""
    names = "\n".join(f"  {each}" for each in known)
    raise UsageError(f'NAME: no such audit "{name}".{hint} The audits and their groups are:\n{names}')


def _with_an_answer_of_its_own(catalogue: Catalogue, name: str | None) -> QueryFile | None:
    """Return the audit of that name if it gives no findings, but an answer of a shape of its own."""
    own = (query for query in catalogue.audits() if query.path and not query.group)
    return next((query for query in own if short_name(query) == name), None)
