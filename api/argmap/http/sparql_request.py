"""A request of the SPARQL 1.1 Protocol (§2.1), read."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from argmap.errors import BadParameter, QueryRefused
from argmap.http.parameters import pairs

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
# A longer form is decoded in a thread: nothing but percent signs takes a microsecond for four of them.
_SHORT_BYTES = 8_000


@dataclass(frozen=True)
class SparqlRequest:
    """A query, None when none was sent; the graphs it may see; the format asked for by `format`."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None


async def read(request: Request, max_bytes: int) -> SparqlRequest:
    """Return what was asked by GET, by a form, or by the query itself as the body of at most `max_bytes`.

    Raises QueryRefused for an update, BadParameter and UsageError for what cannot be read, HTTPException
    for a body of another media type (415) or too long (413).
    """
    in_url = pairs(request.scope["query_string"])
    if request.method != "POST":
        return _parse(in_url)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == UPDATE:
        raise QueryRefused(_READ_ONLY)
    if media_type not in (FORM, DIRECT):
        raise HTTPException(415, f"A POST here carries {FORM} or {DIRECT}.", {"Accept": f"{FORM}, {DIRECT}"})
    body = await read_body(request, max_bytes)
    if media_type == DIRECT:
        return _parse([*in_url, ("query", _text(body))])
    in_body = await run_in_threadpool(pairs, body) if len(body) > _SHORT_BYTES else pairs(body)
    return _parse([*in_url, *in_body])


_READ_ONLY = "this endpoint answers queries; it takes no updates."


def _parse(given: Sequence[tuple[str, str]]) -> SparqlRequest:
    if any(name == "update" for name, _ in given):
        raise QueryRefused(_READ_ONLY)
    return SparqlRequest(
        query=_only("query", given),
        default_graphs=_all("default-graph-uri", given),
        named_graphs=_all("named-graph-uri", given),
        # Some clients (SPARQLWrapper) name the format several times over.
        format=next(iter(_all("format", given)), None),
    )


def _all(name: str, given: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(value for key, value in given if key == name)


def _only(name: str, given: Sequence[tuple[str, str]]) -> str | None:
    values = _all(name, given)
    if len(values) > 1:
        raise BadParameter(name, "is given more than once; give it once.")
    return values[0] if values else None


async def read_body(request: Request, max_bytes: int) -> bytes:
    """Return the body of a request; raises HTTPException (413) for one of more than `max_bytes`."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_bytes:
            raise HTTPException(413, f"A request here has at most {max_bytes:,} bytes.")
    return bytes(body)


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadParameter("query", "is not in UTF-8.") from error
