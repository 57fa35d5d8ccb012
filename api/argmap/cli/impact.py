"""`argmap impact`: what falls if works, authors, notes or statements are withdrawn."""

import argparse
import sys

from argmap.cli import answers, shared
from argmap.cli.exits import DONE
from argmap.errors import UsageError
from argmap.graph.build import build
from argmap.vocabulary import ID, expand, short

# By the part of the short form that names the kind: the parameter of the query.
PARAMETERS = {
    "source": "source",
    "agent": "agent",
    "footnote": "note",
    **dict.fromkeys(("claim", "evidence", "warrant", "assumption", "question"), "evidence"),
}

EXAMPLES = """\
  argmap impact source/african-rights-1994                           what falls without the work
  argmap impact source/african-rights-1994 source/watson-1992        without both
  argmap impact agent/african-rights --uncited falls                 only what is cited counts
  argmap impact kuperman-1996/footnote/22 --format json              without a note, for programs"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "impact", "say what falls if works, authors, notes or statements are withdrawn", EXAMPLES
    )
    command.add_argument(
        "things",
        nargs="+",
        metavar="THING",
        help="what is withdrawn, all together: its IRI or short form (source/…, agent/…, ARTICLE/footnote/…, "
        "ARTICLE/evidence/…)",
    )
    command.add_argument(
        "--uncited",
        choices=["stands", "falls"],
        default="stands",
        help="whether a statement that no source stands behind holds by the author's word (default: stands)",
    )
    shared.add_format(command, "text", "json", "csv", "markdown")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what falls."""
    values: dict[str, list[str]] = {"uncited": [arguments.uncited]}
    for thing in map(expand, arguments.things):
        values.setdefault(_parameter(thing), []).append(thing)
    answer = build(arguments.paths).answer("impact/several", values)
    if arguments.format == "markdown":
        sys.stdout.write(answer.markdown().decode())
    else:
        answers.show(answer, "table" if arguments.format == "text" else arguments.format)
    return DONE


def _parameter(thing: str) -> str:
    """Return the parameter for a thing, as its IRI says what it is."""
    parts = short(thing).split("/")
    kind = parts[0] if len(parts) == 2 else parts[1] if len(parts) == 3 else ""
    if not thing.startswith(ID) or kind not in PARAMETERS:
        raise UsageError(
            f'THING: "{short(thing)}" is no work, author, note or statement. Give one such as source/…, '
            "agent/…, kuperman-1996/footnote/22 or kuperman-1996/evidence/…; `argmap query sources/list` "
            "names the works."
        )
    return PARAMETERS[kind]
