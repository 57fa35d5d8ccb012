"""`argmap publish`: what is made of the ontology for others, its reference page and its releases."""

import argparse
import sys
from pathlib import Path

from argmap.cli import shared
from argmap.cli.exits import DONE

EXAMPLES = """\
  argmap publish reference              the page of the terms, where the server looks for it
  argmap publish release                the ontology as it is, as the version that it says it is
  argmap publish release --to ~/new     the same, somewhere else"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "publish", "make the reference page, or a release", EXAMPLES)
    command.add_argument(
        "what",
        choices=("reference", "release"),
        metavar="WHAT",
        help="reference: the page of the terms; release: a release of the ontology",
    )
    command.add_argument(
        "--to", type=Path, metavar="FOLDER", help="release: put the version's folder in FOLDER"
    )
    command.add_argument(
        "--again",
        action="store_true",
        help="release: write over a release of this version that nobody has yet",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what is asked for, and say what it is."""
    # Only now: both bring rdflib, the page also pyLODE.
    if arguments.what == "reference":
        from argmap.graph.publishing.reference import write_reference

        sys.stdout.write(f"{write_reference()}\n")
        return DONE
    from argmap.formats.ontology.changes_text import to_markdown
    from argmap.graph.publishing.release import release

    sys.stdout.write(to_markdown(release(arguments.to, anew=arguments.again)))
    return DONE
