"""`argmap solve`: the extensions of an abstract argumentation framework, and how its arguments stand."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from argmap.cli import shared, solutions
from argmap.cli.argument_types import number
from argmap.cli.exits import DONE, FINDINGS
from argmap.errors import BadParameter, InputError
from argmap.formats import frameworks
from argmap.formats.frameworks import FrameworkFile
from argmap.formats.frameworks.text import MOST_BYTES
from argmap.model.framework import Framework
from argmap.reasoning.acceptability import (
    MOST,
    SECONDS,
    SEMANTICS,
    Acceptance,
    accepted,
    extensions,
    standing,
)

EXAMPLES = """\
  argmap solve debate.tgf                              the grounded extension
  argmap solve debate.apx --semantics preferred        all preferred extensions, and how each argument stands
  argmap solve debate.tgf --semantics stable --credulous a
                                                       whether a is in some stable extension
  some-program | argmap solve - --format json          from another program, for another program"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "solve", "say what stands in an abstract argumentation framework", EXAMPLES
    )
    command.add_argument(
        "file",
        metavar="FRAMEWORK",
        help="a file in TGF, APX or the numbered format of ICCMA (.tgf, .apx, .af), or - for standard input",
    )
    command.add_argument(
        "--semantics", choices=SEMANTICS, default="grounded", help="what stands (default: grounded)"
    )
    for acceptance, meaning in (("credulous", "some extension"), ("sceptical", "every extension")):
        command.add_argument(
            f"--{acceptance}",
            metavar="ARGUMENT",
            help=f"only say whether this argument is in {meaning}",
        )
    command.add_argument(
        "--input",
        choices=frameworks.FORMATS,
        help="the format of the file (default: by its name, or how it begins)",
    )
    command.add_argument(
        "--seconds",
        type=number(1, 86_400),
        default=int(SECONDS),
        metavar="N",
        help=f"give up after N seconds (default: {SECONDS:.0f})",
    )
    command.add_argument(
        "--most",
        type=number(1, shared.EVERYTHING),
        default=MOST,
        metavar="N",
        help=f"list at most N extensions (default: {MOST:,})",
    )
    shared.add_format(command, "table", "json")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the extensions, or the answers to what was asked; the status says whether that is all."""
    file = frameworks.read(*_content(arguments.file), arguments.input)
    asked: list[tuple[str, Acceptance]] = []
    if arguments.credulous is not None:
        asked.append((arguments.credulous, "credulous"))
    if arguments.sceptical is not None:
        asked.append((arguments.sceptical, "sceptical"))
    if asked:
        return _answer(file.framework, asked, arguments)
    return _solve(file, arguments)


def _answer(
    framework: Framework, asked: Sequence[tuple[str, Acceptance]], arguments: argparse.Namespace
) -> int:
    answers = [
        accepted(framework, name, arguments.semantics, acceptance, seconds=arguments.seconds)
        for name, acceptance in asked
    ]
    if arguments.format == "json":
        shared.write_json(solutions.answers_document(answers))
    else:
        sys.stdout.writelines(f"{solutions.sentence(answer)}\n" for answer in answers)
    return _status(next((answer.because for answer in answers if not answer.finished), ""), "no answer")


def _solve(file: FrameworkFile, arguments: argparse.Namespace) -> int:
    start = time.monotonic()
    found = extensions(file.framework, arguments.semantics, seconds=arguments.seconds, most=arguments.most)
    # How the arguments stand can often be told where the extensions are too many to be listed.
    left = max(0.0, arguments.seconds - (time.monotonic() - start))
    stands = standing(file.framework, arguments.semantics, seconds=left)
    if arguments.format == "json":
        shared.write_json(solutions.document(file, found, stands))
    else:
        solutions.show(file, found, stands)
    if found.finished and not stands.finished:
        return _status(
            f"it takes more than {arguments.seconds} second{'' if arguments.seconds == 1 else 's'}",
            "all extensions are listed, but not how each argument stands",
        )
    return _status(found.because, "there may be more extensions than those listed")


def _status(because: str, consequence: str) -> int:
    if because:
        sys.stderr.write(f"argmap: not finished: {because}; {consequence}. Try --seconds or --most.\n")
    return FINDINGS if because else DONE


def _content(file: str) -> tuple[bytes, str]:
    """Return what is in a file, no more than can be read as a framework, and its name."""
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1), "standard input"
    path = Path(file)
    try:
        if not os.path.exists(file):  # which a name too long for any file is no error to
            raise BadParameter("FRAMEWORK", f"there is no file {file!r}")
        if path.is_dir():
            raise BadParameter("FRAMEWORK", f"{file!r} is a folder; give the file with the framework")
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1), file
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise InputError(file, None, message, "Look at its permissions.") from error
