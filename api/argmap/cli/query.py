"""`argmap query`: ask a query of the catalogue, or a query file of one's own."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from argmap import shipped
from argmap.catalogue import Catalogue, QueryFile, load
from argmap.catalogue.binding import Values
from argmap.cli import answers, catalogue_list, own_query, records, shared, sparql_results
from argmap.cli.argument_types import number, pair
from argmap.cli.exits import DONE
from argmap.errors import NotFound, UnknownParameter, UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.model.page import Page
from argmap.settings import Settings
from argmap.store.safety import refuse_unsafe

EXAMPLES = """\
  argmap query                                          what can be asked
  argmap query claims/list -p stance=rejected           what the author denies
  argmap query claims/list -p page=230 --limit 10       the first ten claims of a page
  argmap query sources/list --format csv > sources.csv  a list for a spreadsheet
  argmap query sources/list --format bibtex > works.bib for LaTeX and reference managers
  argmap query my-question.rq                           a query file of your own
  argmap query my-question.rq --align aif               one that asks in the terms of AIF"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(
        commands, "query", "ask a query of the catalogue, or one of your own", EXAMPLES
    )
    command.add_argument(
        "query",
        nargs="?",
        metavar="NAME_OR_FILE",
        help="a name (claims/list) or a query file (its path, ending in .rq); none: list the names",
    )
    command.add_argument(
        "-p",
        "--parameter",
        action="append",
        type=pair,
        metavar="NAME=VALUE",
        default=[],
        dest="parameters",
        help="a parameter of the query; repeat it for more",
    )
    command.add_argument(
        "--limit",
        type=number(1, shared.EVERYTHING),
        metavar="N",
        help="at most N items of a list (default: all)",
    )
    command.add_argument(
        "--offset",
        type=number(0, shared.EVERYTHING),
        metavar="N",
        help="leave out the first N items of a list",
    )
    shared.add_format(command, "table", "json", "csv", *records.NAMES)
    shared.add_data(command)
    shared.add_align(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the answer to one query, or what can be asked."""
    catalogue = load(shipped.folder("queries"))
    values, page = _together(arguments.parameters), _page(arguments)
    if arguments.query is None:
        catalogue_list.show(catalogue)
    elif own_query.is_plain(arguments.query):
        _refuse_arguments(values, page)
        records.refuse(arguments.format, None)
        text = own_query.read(arguments.query)
        sparql_results.show(_built(arguments).sparql(text), arguments.format)
    else:
        query = _find(catalogue, arguments.query)
        records.refuse(arguments.format, query)
        _refuse_path_variables(query, values)
        query.bind(values)  # wrong parameters are told before anything is loaded
        graph = _built(arguments)
        if own_query.is_file(arguments.query):
            graph = replace(graph, store=graph.open_store)
            refuse_unsafe(query.text, graph.store.graphs())
        _answer(graph, query, values, page, arguments.format)
    return DONE


def _built(arguments: argparse.Namespace) -> ArgumentMap:
    align = arguments.align if arguments.align is not None else Settings.from_environment().align
    return build(arguments.paths, align=align)


def _find(catalogue: Catalogue, name: str) -> QueryFile:
    if own_query.is_file(name):
        return own_query.read_with_head(name)
    try:
        return catalogue.named(name)
    except NotFound as error:
        raise catalogue_list.unknown(catalogue, name, error.nearest) from error


def _refuse_path_variables(query: QueryFile, values: Values) -> None:
    """Refuse the parts of an address, such as `slug`: only an address can give them."""
    known = [parameter.name for parameter in query.parameters]
    for name in values:
        if name not in known:
            raise UnknownParameter(name, known)


def _answer(graph: ArgumentMap, query: QueryFile, values: Values, page: Page | None, style: str) -> None:
    if query.shape == "list":
        answers.show(graph.answer(query, values, page or Page(shared.EVERYTHING)), style)
        return
    if page is not None:
        raise UsageError(f"--limit and --offset are for lists, and {query.name} is none.")
    if query.shape == "none":
        sparql_results.show(graph.run(query, values), style)
    else:
        answers.show(graph.answer(query, values), style)


def _page(arguments: argparse.Namespace) -> Page | None:
    if arguments.limit is None and arguments.offset is None:
        return None
    return Page(arguments.limit or shared.EVERYTHING, arguments.offset or 0)


def _together(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the values by name; whether a parameter takes several, the query says."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return values


def _refuse_arguments(values: Values, page: Page | None) -> None:
    if values or page:
        raise UsageError(
            "a query file without a head takes no parameters and no page. Write the values and LIMIT into "
            "it, or give it a head like those of the shipped queries."
        )
