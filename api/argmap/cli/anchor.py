"""`argmap anchor`: where an article's passages stand in your own copy of it."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli import shared
from argmap.cli.argument_types import existing, hexadecimal
from argmap.cli.exits import DONE, FINDINGS
from argmap.errors import InputError, UsageError
from argmap.graph.build import build

if TYPE_CHECKING:
    from argmap.formats.anchors.report import Report
    from argmap.graph.argument_map import ArgumentMap

EXAMPLES = """\
  argmap anchor copy.pdf --article kuperman-1996            what is found, moved, missing
  argmap anchor copy.pdf --article kuperman-1996 --keep     also keep the wording, for: argmap serve --text
  argmap anchor copy.txt --article kuperman-1996 --format json
  argmap anchor --make copy.txt --article kuperman-1996     the anchors themselves, as Turtle"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "anchor", "find the passages of an article in your own copy of it", EXAMPLES
    )
    command.add_argument("copy", metavar="COPY", type=existing, help="your copy: a plain text or a PDF")
    command.add_argument(
        "--article", metavar="ARTICLE", required=True, help="the article, such as kuperman-1996"
    )
    command.add_argument(
        "--output", metavar="FILE", type=Path, help="keep the answer, with the wording, in FILE"
    )
    command.add_argument(
        "--keep", action="store_true", help="keep it in your data folder, where `argmap serve --text` looks"
    )
    command.add_argument(
        "--make",
        action="store_true",
        help="make the anchors from COPY instead, as Turtle (to FILE with --output)",
    )
    command.add_argument(
        "--salt",
        metavar="HEX",
        type=hexadecimal(16),
        help="with --make: the salt (default: that of the anchors there are)",
    )
    shared.add_format(command, "text", "json")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Search the copy, or make anchors of it; the status says whether all passages are there."""
    _refuse_contradictions(arguments)
    graph = build(arguments.paths)
    return _make(arguments, graph) if arguments.make else _search(arguments, graph)


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    if arguments.make and (arguments.keep or arguments.format == "json"):
        raise UsageError("--make: writes Turtle, and keeps no wording; leave out --keep and --format.")
    if arguments.salt is not None and not arguments.make:
        raise UsageError("--salt: is for --make; anchors that there are have theirs.")
    if arguments.keep and arguments.output is not None:
        raise UsageError(
            "--keep: keeps the answer in your data folder, --output in a file of your choice; give one."
        )


def _make(arguments: argparse.Namespace, graph: "ArgumentMap") -> int:
    from argmap.graph.anchors.making import make_anchors

    text = make_anchors(graph, arguments.copy, arguments.article, arguments.salt)
    if arguments.output is None:
        sys.stdout.write(text)
        return DONE
    try:
        arguments.output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            arguments.output, None, f"cannot be written ({error.strerror})", "Choose another place."
        ) from error
    return DONE


def _search(arguments: argparse.Namespace, graph: "ArgumentMap") -> int:
    from argmap.graph.anchors import kept
    from argmap.graph.anchors.copies import search_copy

    if arguments.output is not None:
        kept.refuse_repository(arguments.output)  # before the work
    report = search_copy(graph, arguments.copy, arguments.article)
    document = report.document(words=False)
    file = kept.default_file(document["article"]) if arguments.keep else arguments.output
    if file is not None:
        kept.keep(report, file)
        _say(f"kept with the wording, for you alone: {file}")
    if arguments.format == "json":
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(report))
    return FINDINGS if report.count("missing") else DONE


def _lines(report: "Report") -> Iterator[str]:
    """Yield the counts, then what is not where it should be."""
    yield report.tally
    for entry in report.entries(words=False):
        place = next((f"{unit} {entry[unit]}" for unit in ("page", "line") if unit in entry), "")
        if entry["state"] == "moved":
            yield f"moved    {entry['label']}: now on {place} of the copy"
        elif entry["state"] == "missing":
            yield f"missing  {entry['label']}: {entry['reason']}"


def _say(message: str) -> None:
    print(f"argmap: {message}", file=sys.stderr, flush=True)
