"""`argmap what-if`: which labels change if something is withdrawn, assumed or attacked."""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from argmap.cli import shared
from argmap.cli.exits import DONE, FINDINGS
from argmap.errors import BadBody, InputError, UsageError
from argmap.graph.build import build
from argmap.graph.what_if.wanted import CHOICES, ENDS, Wanted, parse, read

EXAMPLES = """\
  argmap what-if --article kuperman-1996 --withdraw source/african-rights-1994
  argmap what-if --article kuperman-1996 --assume kuperman-1996/claim/leverage-should-never-be-used
  argmap what-if change.json --format json         the same body as for POST /api/v1/what-if
  argmap what-if - --data data/my-article          the body from standard input"""

# What an option is called in the body: by the first part of the pointer.
_OPTIONS = {
    "article": "--article",
    "withdraw": "--withdraw",
    "assume": "--assume",
    "attacks": "--attack",
    **{name: f"--{name}" for name in CHOICES},
}


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "what-if", "say what would stand if something were withdrawn, assumed or attacked", EXAMPLES
    )
    command.add_argument(
        "file", nargs="?", metavar="FILE", help="JSON as for POST /api/v1/what-if; - is standard input"
    )
    command.add_argument("--article", metavar="ARTICLE", help="the article whose dispute it is")
    command.add_argument(
        "--withdraw",
        action="append",
        metavar="THING",
        help="a source, an author, a note, a statement, an argument or an attack that is not there",
    )
    command.add_argument(
        "--assume", action="append", metavar="STATEMENT", help="a statement that is taken as given"
    )
    command.add_argument(
        "--attack",
        action="append",
        metavar="STATEMENT:TARGET",
        help="an attack that a statement makes on a statement, an argument or an attack",
    )
    for name, choices in CHOICES.items():
        command.add_argument(f"--{name}", choices=choices, help=f"default: {choices[0]}")
    shared.add_format(command, "text", "json", "csv")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what changes."""
    # Only now: every other command is to start without this.
    from argmap.formats.what_if import what_if_csv, what_if_text
    from argmap.graph.what_if.answering import what_if

    wanted = _wanted(arguments)
    found = what_if(build(arguments.paths), wanted)
    if arguments.format == "json":
        shared.write_json(found)
    elif arguments.format == "csv":
        sys.stdout.write(what_if_csv(found).replace("\r\n", "\n"))
    else:
        sys.stdout.write(what_if_text(found))
    return DONE if found["finished"] else FINDINGS


def _wanted(arguments: argparse.Namespace) -> Wanted:
    """Return what is supposed, from a file or from the options; raises UsageError and InputError."""
    given = {name: value for name, value in _given(arguments).items() if value is not None}
    if arguments.file is None:
        return _from_options(given)
    if given:
        raise UsageError(f"{_OPTIONS[next(iter(given))]}: the FILE says all. Leave out the one or the other.")
    return parse(_text(arguments.file))


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    attacks = None if arguments.attack is None else [_ends(each) for each in arguments.attack]
    names = ("article", "withdraw", "assume", *CHOICES)
    return {**{name: getattr(arguments, name) for name in names}, "attacks": attacks}


def _from_options(given: dict[str, Any]) -> Wanted:
    if "article" not in given:
        raise UsageError(
            "--article: is required, unless a FILE says which; for example --article kuperman-1996."
        )
    try:
        return read(given)
    except BadBody as error:
        raise UsageError(f"{_OPTIONS[error.pointer.split('/')[1]]}: {error.reason}") from error


def _ends(text: str) -> dict[str, str]:
    """Return the ends of an attack; an IRI has a colon too, before two slashes."""
    parts = re.split(r":(?!//)", text)
    if len(parts) != 2:
        raise UsageError(
            f'--attack: "{text}" is not STATEMENT:TARGET. Give the two short forms with a colon between.'
        )
    return dict(zip(ENDS, parts, strict=True))


def _text(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f'FILE: there is no file "{name}".') from error
    except OSError as error:
        raise InputError(name, None, f"cannot be read ({error})", "Give a JSON file.") from error
