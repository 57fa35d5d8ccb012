"""Strong entity tags and `If-None-Match` (RFC 9110 §8.8.3, §13.1.2), known before a query is run."""

import re
from collections.abc import Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from argmap import __version__

_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def conditional(request: Request, parts: tuple[str, ...], answer: Callable[[], Response]) -> Response:
    """Return 304 if the caller has the answer already, and else `answer()` with its tag.

    `parts` fix the answer: the digest of the data, the query, the media type, and what else it depends on.
    `If-None-Match: *` asks whether there is anything, which only the answer itself can tell.
    """
    tag = _entity_tag(parts)
    headers = {"ETag": tag, "Vary": "Accept", "Cache-Control": "no-cache"}
    field = request.headers.get("if-none-match", "")
    if tag in _TAG.findall(field):
        return Response(status_code=304, headers=headers)
    response = answer()
    response.headers.update(headers)
    return Response(status_code=304, headers=headers) if field.strip() == "*" else response


def _entity_tag(parts: tuple[str, ...]) -> str:
    # The version stands for how answers are written: a newer one may write the same data otherwise.
    digest = sha256("\0".join((__version__, *parts)).encode())
    return f'"{digest.hexdigest()[:32]}"'
