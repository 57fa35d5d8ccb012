"""Strong entity tags and `If-None-Match` (RFC 9110 §8.8.3, §13.1.2), known before a query is run."""

import re
from collections.abc import Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from argmap import __version__

# `Accept-Encoding` too: what is in front of the application encodes what has a tag.
VARY = b"Accept, Accept-Encoding"

_TAG = re.compile(rb'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def conditional(request: Request, parts: tuple[str, ...], answer: Callable[[], Response]) -> Response:
    """Return 304 if the caller has the answer already, and else `answer()` with its tag.

    `parts` fix the answer: the digest of the data, the query, the media type, and what else it depends on.
    `If-None-Match: *` asks whether there is anything, which only the answer itself can tell.
    """
    tag = _entity_tag(parts)
    headers = [(b"etag", tag), (b"vary", VARY), (b"cache-control", b"no-cache")]
    field = b", ".join(value for name, value in request.headers.raw if name == b"if-none-match")
    if tag in tags(field):
        return _not_modified(headers)
    response = answer()
    response.raw_headers.extend(headers)
    return _not_modified(headers) if is_any(field) else response


def tags(field: bytes) -> list[bytes]:
    """Return the tags of an `If-None-Match` field, with their quotes; weak ones as if they were strong."""
    return _TAG.findall(field)


def is_any(field: bytes) -> bool:
    """Whether an `If-None-Match` field takes any tag: `*`."""
    return field.strip() == b"*"


def _not_modified(headers: list[tuple[bytes, bytes]]) -> Response:
    response = Response(status_code=304)
    response.raw_headers.extend(headers)
    return response


def _entity_tag(parts: tuple[str, ...]) -> bytes:
    # The version stands for how answers are written: a newer one may write the same data otherwise.
    digest = sha256("\0".join((__version__, *parts)).encode())
    return f'"{digest.hexdigest()[:32]}"'.encode()
