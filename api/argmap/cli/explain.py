"""`argmap explain`: why something is accepted, defeated or undecided."""

import argparse
import sys

from argmap.cli import answers, shared
from argmap.cli.argument_types import number
from argmap.cli.exits import DONE
from argmap.errors import UsageError
from argmap.graph.build import build
from argmap.graph.explanations import ExplanationReport
from argmap.reasoning.acceptability import SEMANTICS
from argmap.reasoning.readings import PREFERENCES, READINGS
from argmap.vocabulary import ID, expand, short

QUERY = "explanations/thing"
SECONDS = 10
KINDS = ("claim", "evidence", "warrant", "assumption", "question", "argument", "attack")

EXAMPLES = """\
  argmap explain kuperman-1996/claim/mediators-can-provoke-tragedy            why the thesis stands as it does
  argmap explain kuperman-1996/claim/old-hatred-explains-genocide --reading flat
  argmap explain kuperman-1996/attack/hatred-as-rival-cause --semantics preferred
  argmap explain kuperman-1996/claim/leverage-cuts-both-ways --format dot     a picture, for Graphviz"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "explain", "say why something is accepted, defeated or undecided", EXAMPLES
    )
    command.add_argument(
        "thing",
        metavar="THING",
        help="what is explained: the IRI or short form of a statement (ARTICLE/claim/…, ARTICLE/evidence/…), "
        "an argument or an attack",
    )
    for name, choices, meaning in (
        ("semantics", SEMANTICS, "what has to be settled for something to be accepted"),
        ("reading", READINGS, "whether what has a line of reasoning is accepted, or what is left undisputed"),
        ("preferences", PREFERENCES, "whether every attack counts, or one on what is stronger strikes back"),
    ):
        command.add_argument(
            f"--{name}", choices=choices, default=choices[0], help=f"{meaning} (default: {choices[0]})"
        )
    command.add_argument(
        "--seconds",
        type=number(1, 3600),
        default=SECONDS,
        metavar="N",
        help=f"how long the smallest explanation may be looked for (default: {SECONDS})",
    )
    shared.add_format(command, "text", "json", "markdown", "dot", "csv")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the explanation."""
    thing = _explained(arguments.thing)
    asked = {name: getattr(arguments, name) for name in ("semantics", "reading", "preferences")}
    graph = build(arguments.paths)
    bound = graph.catalogue.named(QUERY).bind({"thing": thing, **asked, "seconds": str(arguments.seconds)})
    answer = graph.answer_bound(bound, seconds=arguments.seconds)
    if arguments.format == "dot" and isinstance(answer, ExplanationReport):
        sys.stdout.write(answer.dot().decode())
    elif arguments.format == "markdown":
        sys.stdout.write(answer.markdown().decode())
    elif arguments.format == "csv":
        sys.stdout.write(answer.csv().decode().replace("\r\n", "\n"))
    else:
        answers.show(answer, "table" if arguments.format == "text" else arguments.format)
    return DONE


def _explained(text: str) -> str:
    thing = expand(text)
    parts = short(thing).split("/")
    if not thing.startswith(ID) or len(parts) != 3 or parts[1] not in KINDS:
        raise UsageError(
            f'THING: "{short(thing)}" is no statement, argument or attack. Give one such as '
            "kuperman-1996/claim/…, kuperman-1996/argument/… or kuperman-1996/attack/…; `argmap query "
            "claims/list` names the claims."
        )
    return thing
