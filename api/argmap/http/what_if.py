"""`POST /api/v1/what-if`: which labels change if something is supposed. Nothing is written.

A caller chooses how much is to be worked out, so what-ifs have few turns of their own: however many are sent,
other requests are answered beside them.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.formats.json_text import json_text
from argmap.graph.argument_map import ArgumentMap
from argmap.http.facts import client, note
from argmap.http.negotiation import Offer, choose
from argmap.http.parameters import wanted_format
from argmap.http.query_answer import BASE
from argmap.http.representations import CSV, JSON
from argmap.http.routing import allowed, answered
from argmap.http.sparql_answer import unless_gone
from argmap.http.sparql_request import read_body
from argmap.http.threads import Threads
from argmap.settings import Limits, Settings
from argmap.store.workers.turns import Turns

PATH = BASE + "/what-if"
_JSON = JSON.media_type
_METHODS = ["POST", "OPTIONS"]


@cache
def _threads(most: int) -> Threads:
    """Return threads for so many what-ifs, the same again for the route of data that are loaded anew."""
    return Threads(most, share=most)  # whose turn it is has been told before


def what_if_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of what-ifs."""
    turns, threads = Turns(_limits(settings)), _threads(settings.what_ifs)

    async def respond(request: Request) -> Response:
        if request.method == "OPTIONS":
            return allowed(", ".join(_METHODS))
        offer = choose(
            [JSON, CSV], request.headers.get("accept"), wanted_format(request.scope["query_string"])
        )
        _refuse_other_types(request)
        text = await read_body(request, settings.limits.request_bytes)
        return await _in_turn(turns, threads, request, partial(_answered, graph, settings, text, offer))

    return [Route(PATH, respond, methods=_METHODS)]


def _limits(settings: Settings) -> Limits:
    """Return how many what-ifs may run, and wait: one client leaves a turn to the others."""
    at_once = settings.what_ifs
    return replace(
        settings.limits, workers=at_once, per_client=max(1, at_once - 1), seconds=settings.what_if_seconds
    )


def _refuse_other_types(request: Request) -> None:
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.strip().lower().removeprefix("charset=").strip('"')
    if media_type.strip().lower() != _JSON or charset not in ("", "utf-8", "utf8"):
        raise HTTPException(415, f"A POST here carries {_JSON} in UTF-8.", {"Accept": _JSON})


async def _in_turn(
    turns: Turns, threads: Threads, request: Request, work: Callable[[Request], Response]
) -> Response:
    """Return what a function answers when it is its turn, which it keeps until it is done, whoever waits."""
    asked_by = client(request.scope)

    async def taken() -> bool:
        await turns.take(asked_by)
        return True

    if not await unless_gone(request.receive, taken()):
        note(request.scope, outcome="gone")
        return Response(status_code=204)  # which nobody reads
    working = asyncio.ensure_future(threads.run(asked_by, answered, work, request))
    working.add_done_callback(lambda _: turns.give_back(asked_by))
    return await asyncio.shield(working)


def _answered(
    graph: ArgumentMap, settings: Settings, text: bytes, offer: Offer, request: Request
) -> Response:
    # Only now: a server is to answer soon after it is started.
    from argmap.graph.what_if.answering import what_if
    from argmap.graph.what_if.wanted import parse

    found = what_if(graph, parse(text), settings.what_if_seconds)
    return Response(_written(found, offer), headers=_FIELDS, media_type=offer.media_type)


# What would be is no resource of ours that anybody could ask for again.
_FIELDS = {"Cache-Control": "no-store", "Vary": "Accept"}


def _written(found: dict[str, Any], offer: Offer) -> bytes:
    if offer == CSV:
        from argmap.formats.what_if import what_if_csv

        return what_if_csv(found).encode()
    return json_text(found) + b"\n"
