"""The door from a shell: arguments in, one exit status out."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from argmap import __version__
from argmap.cli import (
    anchor,
    articles,
    audit,
    check,
    explain,
    impact,
    lint,
    notes,
    publish,
    query,
    serve,
    solve,
    trace,
    what_if,
)
from argmap.cli.exits import FINDINGS, INTERRUPTED, USAGE
from argmap.cli.findings import report, tally
from argmap.cli.plain_text import lines
from argmap.errors import ArgmapError, CheckFailed, UsageError

COMMANDS = (
    serve, check, audit, lint, query, trace, impact, explain, what_if, articles, anchor, notes, solve,
    publish,
)  # fmt: skip

EXAMPLES = """\
examples:
  argmap serve                                     the shipped articles, on http://127.0.0.1:8000
  argmap check data/my-article                     what is wrong with data of your own
  argmap audit notes                               what an editor of notes would look into
  argmap articles                                  what is mapped
  argmap query                                     what can be asked
  argmap query claims/list -p stance=rejected      what the author denies
  argmap trace source/african-rights-1994          all that rests on one work
  argmap impact source/african-rights-1994         what falls without it
  argmap what-if change.json                       what would stand, if something were otherwise
  argmap explain kuperman-1996/claim/…             why a claim is accepted, or is not
  argmap solve debate.apx --semantics preferred    what stands in an abstract framework

exit status: 0 done; 1 findings, or no answer; 2 wrong usage"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments after the program's name; those of this process if None.

    Returns:
        The exit status (see `argmap.cli.exits`).
    """
    _write_what_the_terminal_can_show()
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else USAGE
    return _run(arguments)


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command and option."""
    parser = argparse.ArgumentParser(
        prog="argmap",
        description="Publish the argument of a scholarly article as a knowledge graph.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(commands)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except CheckFailed as error:
        sys.stderr.writelines(f"{line}\n" for line in report(error.findings))
        return _refuse(f"the data cannot be used: {tally(error.findings)}", FINDINGS)
    except UsageError as error:
        return _refuse(str(error), USAGE)
    except ArgmapError as error:
        return _refuse(str(error), FINDINGS)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        return _write_no_more()
    return status


def _refuse(message: str, status: int) -> int:
    sys.stderr.write(f"argmap: {lines(message)}\n")
    return status


def _write_what_the_terminal_can_show() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _write_no_more() -> int:
    # Python flushes stdout once more on its way out; https://docs.python.org/3/library/signal.html#note-on-sigpipe
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
