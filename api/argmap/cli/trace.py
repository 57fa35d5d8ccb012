"""`argmap trace`: from a claim down to its sources, or from a source up to what rests on it."""

import argparse

from argmap.cli import answers, shared
from argmap.cli.exits import DONE
from argmap.errors import UsageError
from argmap.graph.build import build
from argmap.vocabulary import expand, short

QUERIES = {"claim": "claims/trace", "evidence": "evidence/trace", "source": "sources/trace"}

NOTHING = {
    "claim": "It rests on no cited work.",
    "evidence": "It rests on no cited work.",
    "source": "Nothing rests on it.",
}

EXAMPLES = """\
  argmap trace kuperman-1996/claim/habyarimana-gave-in     what the claim rests on, down to the cited works
  argmap trace source/african-rights-1994                  all that rests on the work
  argmap trace source/african-rights-1994 --format json    every path, for programs"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "trace", "draw what a claim rests on, or what rests on a source", EXAMPLES
    )
    command.add_argument(
        "thing",
        metavar="THING",
        help="a claim, a piece of evidence or a source: its IRI or short form (ARTICLE/claim/…, source/…)",
    )
    shared.add_format(command, "tree", "json")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the trace of one thing."""
    thing = expand(arguments.thing)
    kind = _kind(thing)
    answer = build(arguments.paths).answer(QUERIES[kind], {kind: thing})
    if arguments.format == "json":
        shared.write_json(answer.document)
        return DONE
    answers.show_paths(answer)
    if not answer.document["paths"]:
        print(f"\n{NOTHING[kind]}")
    return DONE


def _kind(thing: str) -> str:
    """Whether the thing is a claim, a piece of evidence or a source, as its IRI says."""
    parts = short(thing).split("/")
    if parts[0] == "source":
        return "source"
    if parts[1:2] in (["claim"], ["evidence"]):
        return parts[1]
    raise UsageError(
        f'THING: "{short(thing)}" is no claim, piece of evidence or source. A trace starts from one, such '
        "as kuperman-1996/claim/… or source/…; `argmap query claims/list` and sources/list name them."
    )
