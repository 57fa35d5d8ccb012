"""What several commands share: their arguments, and JSON for programs."""

import argparse
import json
from typing import Any, TypeAlias

from argmap.cli.argument_types import existing, names

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

EVERYTHING = 2**31 - 1  # the limit of a list that is wanted whole


def add_command(commands: Commands, name: str, summary: str, examples: str) -> argparse.ArgumentParser:
    """Add a command with its one-line summary, and examples below its help."""
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_paths(command: argparse.ArgumentParser) -> None:
    """Add `[PATH…]`: the data to work on."""
    command.add_argument(
        "paths",
        nargs="*",
        type=existing,
        metavar="PATH",
        help="a folder of data, or a Turtle file (default: the shipped articles)",
    )


def add_data(command: argparse.ArgumentParser) -> None:
    """Add `--data PATH`: the same, for commands that take something else as their argument."""
    command.add_argument(
        "--data",
        action="append",
        type=existing,
        metavar="PATH",
        dest="paths",
        help="a folder of data, or a Turtle file; repeat it for more (default: the shipped articles)",
    )


def add_align(command: argparse.ArgumentParser) -> None:
    """Add `--align NAMES`: the foreign vocabularies in which the data can be asked as well."""
    command.add_argument(
        "--align",
        metavar="NAMES",
        type=names,
        help="answer in the terms of these alignments too, such as aif,spar; all: every one (default: "
        "ARGMAP_ALIGN, or none)",
    )


def add_format(command: argparse.ArgumentParser, for_people: str, *for_programs: str) -> None:
    """Add `--format`, whose default is the one for people."""
    command.add_argument(
        "--format",
        choices=[for_people, *for_programs],
        default=for_people,
        help=f"how to write the answer (default: {for_people})",
    )


def write_json(answer: Any) -> None:
    """Write an answer for programs."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))
