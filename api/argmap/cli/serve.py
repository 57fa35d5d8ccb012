"""`argmap serve`: load, check, and answer over REST and SPARQL until Ctrl-C; SIGHUP loads anew."""

import argparse
import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from functools import partial

from argmap.cli import copies, shared
from argmap.cli.argument_types import existing, number
from argmap.cli.exits import DONE, FINDINGS
from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.settings import Settings, unknown

EXAMPLES = """\
  argmap serve                             the shipped articles, on http://127.0.0.1:8000
  argmap serve data/my-article             data of your own
  argmap serve --text copy.pdf             with the wording of your own copy, for this machine alone
  argmap serve --align aif,spar            to be asked in the terms of AIF and SPAR too
  argmap serve --host 0.0.0.0 --port 80    for every machine that reaches this one"""


def add_to(commands: shared.Commands) -> None:
    """Add the command to the parser."""
    command = shared.add_command(commands, "serve", "serve the articles over REST and SPARQL", EXAMPLES)
    shared.add_paths(command)
    shared.add_align(command)
    command.add_argument("--host", help="the address to listen on (default: ARGMAP_HOST, or 127.0.0.1)")
    command.add_argument(
        "--port",
        type=number(0, 65535),
        help="the port to listen on (default: ARGMAP_PORT, or 8000; 0: any free one)",
    )
    command.add_argument(
        "--text",
        metavar="COPY",
        nargs="?",
        action="append",
        type=existing,
        help="show the wording of your own copy (a text, a PDF, or what `argmap anchor` kept; default: "
        "all that `argmap anchor --keep` kept), on this machine alone; repeat it for more",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until the process is told to stop; say on standard error how far it has come."""
    from argmap.http.private import refuse_public
    from argmap.http.serve import listen, serve  # brings the web framework, which takes half a second

    settings = _settings(arguments)
    if arguments.text:
        refuse_public(settings)  # before any copy is read
    try:
        listen(settings).close()  # a taken port is told before the data are loaded
    except UsageError as error:
        _say(str(error))
        return FINDINGS
    for message in unknown(os.environ):
        _say(message)
    # uvicorn closes all connections and then raises the signal again; to stop a server so is no failure.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # A shell's background job ignores SIGINT from birth, so there is nothing to suppress there.
    with suppress(KeyboardInterrupt):
        serve(_built(arguments, settings), settings, _say_where, partial(_built, arguments, settings), _say)
    _say("stopped")
    if threading.active_count() > 1:
        os._exit(DONE)  # a query is still running, and nobody can interrupt it
    return DONE


def _built(arguments: argparse.Namespace, settings: Settings) -> ArgumentMap:
    graph = build(arguments.paths, progress=_say, align=settings.align)
    return copies.shown(graph, arguments.text, _say) if arguments.text else graph


def _settings(arguments: argparse.Namespace) -> Settings:
    named = ("host", "port", "align")
    given = {name: getattr(arguments, name) for name in named if getattr(arguments, name) is not None}
    return replace(Settings.from_environment(), **given)


def _say(message: str) -> None:
    print(f"argmap: {message}", file=sys.stderr, flush=True)


def _say_where(root: str) -> None:
    _say(f"ready: page {root}/  REST {root}/api/v1  SPARQL {root}/sparql  docs {root}/docs  (Ctrl-C stops)")
