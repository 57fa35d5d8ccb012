"""Triples, as the RDF format that the caller asks for."""

from collections.abc import Iterable, Mapping

import pyoxigraph
from pyoxigraph import Triple
from starlette.requests import Request
from starlette.responses import Response

from argmap.formats.registry import GRAPHS, Format
from argmap.http.conditional import conditional
from argmap.http.negotiation import Offer, choose
from argmap.http.parameters import wanted_format
from argmap.vocabulary import PREFIXES


def offers_of(formats: Iterable[Format]) -> tuple[Offer, ...]:
    """Return what `formats` are offered as."""
    return tuple(Offer(each.name, each.media_type) for each in formats)


OFFERS = offers_of(GRAPHS)
_ENGINE = {each.name: each.engine for each in GRAPHS if isinstance(each.engine, pyoxigraph.RdfFormat)}


def answer_graph(
    request: Request,
    triples: Iterable[Triple],
    identity: tuple[str, ...],
    prefixes: Mapping[str, str] | None = None,
) -> Response:
    """Return `triples` (an iterator is read only if it must be), Turtle by default; `identity` fixes them."""
    wanted = wanted_format(request.scope["query_string"])
    offer = choose(OFFERS, request.headers.get("accept"), wanted)

    def written() -> Response:
        return Response(serialized(triples, offer, prefixes), media_type=offer.media_type)

    return conditional(request, (*identity, offer.media_type), written)


def serialized(triples: Iterable[Triple], offer: Offer, prefixes: Mapping[str, str] | None = None) -> bytes:
    """Return `triples` in the format that `offer` names; sorted, as a strong tag promises the same bytes."""
    names = dict(PREFIXES if prefixes is None else prefixes)
    return pyoxigraph.serialize(sorted(triples, key=str), format=_ENGINE[offer.name], prefixes=names) or b""
