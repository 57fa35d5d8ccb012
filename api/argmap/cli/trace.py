"""`argmap trace`: from a statement down to its sources, from a source up, from a note both ways."""

import argparse
import sys

from argmap.cli import answers, shared
from argmap.cli.exits import DONE
from argmap.errors import UsageError
from argmap.formats.citations import DEFAULT_STYLE
from argmap.graph.answer import Answer
from argmap.graph.build import build
from argmap.graph.traces import query_of
from argmap.vocabulary import expand, short

EXAMPLES = """\
  argmap trace kuperman-1996/claim/habyarimana-gave-in        what the claim rests on, down to the cited works
  argmap trace source/african-rights-1994                     all that rests on the work
  argmap trace kuperman-1996/footnote/23                      what the note cites, and what rests on it
  argmap trace source/african-rights-1994 --format csv        a path a row, for a spreadsheet
  argmap trace kuperman-1996/claim/habyarimana-gave-in --format markdown --style apa"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "trace", "draw what a statement rests on, or what rests on a source or a note", EXAMPLES
    )
    command.add_argument(
        "thing",
        metavar="THING",
        help="a claim or another statement, a source or a note: its IRI or short form "
        "(ARTICLE/claim/…, source/…, ARTICLE/footnote/…)",
    )
    shared.add_format(command, "tree", "json", "markdown", "csv", "turtle")
    command.add_argument(
        "--style",
        default=DEFAULT_STYLE,
        metavar="STYLE",
        help=f"the citation style (CSL) in which works are cited (default: {DEFAULT_STYLE})",
    )
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the trace of one thing."""
    thing = expand(arguments.thing)
    query = query_of(thing)
    if query is None:
        raise UsageError(
            f'THING: "{short(thing)}" is no statement, source or note. A trace starts from one, such as '
            "kuperman-1996/claim/…, source/… or kuperman-1996/footnote/23; `argmap query claims/list`, "
            "sources/list and footnotes/list name them."
        )
    name, parameter = query
    answer = build(arguments.paths).answer(name, {parameter: thing}, style=arguments.style)
    _show(answer, arguments.format, parameter)
    return DONE


def _show(answer: Answer, style: str, parameter: str) -> None:
    written = {"markdown": answer.markdown, "csv": answer.csv, "turtle": answer.turtle}
    if style == "json":
        shared.write_json(answer.document)
    elif style in written:
        sys.stdout.write(written[style]().decode().replace("\r\n", "\n"))
    else:
        answers.show_trace(answer)
        if not answer.document["hops"]:
            print(f"\n{NOTHING.get(parameter, 'It rests on no cited work.')}")


NOTHING = {"source": "Nothing rests on it.", "footnote": "It cites no work, and nothing rests on it."}
