"""`argmap articles`: what is mapped, and how much of it."""

import argparse

from argmap.cli import answers, shared, tables
from argmap.cli.cells import cell
from argmap.cli.exits import DONE
from argmap.graph.build import build
from argmap.model.page import Page

# What a reader sees, and the key of the answer that it is taken from.
COLUMNS = {
    "id": "id",
    "title": "title",
    "author": "byline",
    "year": "year",
    "statements": "statementCount",
    "arguments": "argumentCount",
    "notes": "noteCount",
    "sources": "sourceCount",
}
NUMERIC = frozenset({"year", "statements", "arguments", "notes", "sources"})

EXAMPLES = """\
  argmap articles                              the shipped articles
  argmap articles --data data/my-article       data of your own
  argmap articles --format csv                 for a spreadsheet, with all that is known of each"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "articles", "list the mapped articles", EXAMPLES)
    shared.add_format(command, "table", "json", "csv")
    shared.add_data(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the articles, each with the number of its statements, arguments, notes and sources."""
    answer = build(arguments.paths).answer("articles/list", {}, Page(shared.EVERYTHING))
    if arguments.format == "table":
        items = answer.document["items"]
        rows = [[cell(item.get(key)) for key in COLUMNS.values()] for item in items]
        tables.show(list(COLUMNS), rows, NUMERIC, narrowest=8)
    else:
        answers.show(answer, arguments.format)
    return DONE
