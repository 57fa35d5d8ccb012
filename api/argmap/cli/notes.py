"""`argmap notes`: the text of a note list → footnotes, references and sources, with every doubt."""

import argparse
import re
import sys
from pathlib import Path

from argmap.cli import shared
from argmap.cli.argument_types import existing
from argmap.cli.exits import DONE
from argmap.cli.plain_text import lines
from argmap.errors import BadParameter, InputError, UsageError

# The names of `argmap.formats.notes.styles`, which is not imported before it is needed.
STYLES = ("auto", "chicago", "mhra", "apa", "legal", "german", "french")
_MOST_PAGES = 200

EXAMPLES = """\
  argmap notes notes.txt --article doe-2001                    Turtle; what to review goes to standard error
  argmap notes notes.txt --article doe-2001 --output draft/    three files in a folder
  argmap notes notes.txt --article doe-2001 --pages 238-240    the pages that the notes stand on
  argmap notes notes.txt --style german --format json          the report, for programs"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "notes", "read a note list: footnotes, references and sources as Turtle", EXAMPLES
    )
    command.add_argument("file", type=existing, metavar="NOTES.txt", help="the plain text of the notes")
    command.add_argument(
        "--article", type=_slug, metavar="SLUG", help="the article's name in IRIs (default: that of the file)"
    )
    command.add_argument(
        "--style", choices=STYLES, default="auto", help="the conventions of the notes (default: auto)"
    )
    command.add_argument(
        "--pages", type=_pages, default=(), metavar="FIRST-LAST", help="the pages that the notes stand on"
    )
    command.add_argument(
        "--output", type=Path, metavar="PATH", help="a new file, or a folder for the three files"
    )
    shared.add_format(command, "turtle", "json")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the Turtle, and the report of what is doubtful."""
    from argmap.formats.notes import reading, reporting, writing
    from argmap.formats.notes.reader import read

    file: Path = arguments.file
    if file.is_dir():
        raise UsageError(f"NOTES.txt: {file} is a folder; give the file with the notes.")
    text, encoding = reading.text_of(_bytes(file), str(file))
    article = arguments.article or _named_after(file)
    found = read(text, arguments.style, str(file))
    if arguments.output:
        _write(
            arguments.output,
            writing.whole(found, article, arguments.pages),
            writing.files(found, article, arguments.pages).named(),
        )
    if arguments.format == "json":
        shared.write_json({"article": article, "encoding": encoding, **reporting.document(found)})
        return DONE
    if not arguments.output:
        sys.stdout.write(writing.whole(found, article, arguments.pages))
    if encoding != "UTF-8":
        sys.stderr.write(f"read as {encoding}, since it is no UTF-8\n")
    sys.stderr.writelines(f"{lines(line)}\n" for line in reporting.lines(found))
    return DONE


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            file, None, f"the file cannot be read: {error.strerror}", "Look at its permissions."
        ) from error


def _write(path: Path, whole: str, parts: dict[str, str]) -> None:
    """Write one file, or three into a folder; nothing that is there is ever written over."""
    targets = {path / name: text for name, text in parts.items()} if path.is_dir() else {path: whole}
    # A link that leads nowhere does not exist, but would be followed.
    there = [str(target) for target in targets if target.exists() or target.is_symlink()]
    if there:
        raise _there_already(", ".join(there))
    for target, text in targets.items():
        try:
            with target.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError as error:
            raise _there_already(str(target)) from error
        except OSError as error:
            raise BadParameter("--output", f"{target} cannot be written: {error.strerror}") from error


def _there_already(names: str) -> BadParameter:
    return BadParameter(
        "--output", f"{names} is there already, perhaps reviewed. Remove it, or name another place."
    )


def _named_after(file: Path) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.casefold()).strip("-")
    return name or "article"


def _slug(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no name for an article; use letters, digits and hyphens, as in doe-2001"
        )
    return text


def _pages(text: str) -> tuple[int, ...]:
    match = re.fullmatch(r"(\d{1,5})(?:[-–](\d{1,5}))?", text, re.ASCII)
    first = int(match[1]) if match else 0
    last = int(match[2] or match[1]) if match else -1
    if not 0 < first <= last < first + _MOST_PAGES:
        raise argparse.ArgumentTypeError(f"{text!r} is no range of pages; write it like 238-240")
    return tuple(range(first, last + 1))
