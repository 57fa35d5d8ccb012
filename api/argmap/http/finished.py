"""Finished answers in front of the framework: what was asked before is answered by a look-up and two sends.

Measured with one worker on the loopback, that is more than three times as fast as an empty route behind the
framework. One `Finished` belongs to one state of the data, which never changes: nothing ever becomes stale.
"""

from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.http.conditional import is_any, tags
from argmap.http.encoding import chosen
from argmap.http.facts import note
from argmap.http.finished_answer import Wish
from argmap.http.finished_store import FinishedAnswers, Key
from argmap.http.finishing import Finishing

_NONE_MATCH = b"if-none-match"
_READ = frozenset((b"host", b"accept", b"accept-encoding", _NONE_MATCH))


class Finished:
    """ASGI application around another that keeps, encodes and compares what that one gives a strong tag.

    The other's answers to GET and HEAD may depend on the address (with scheme, `Host` and root path) and on
    `Accept` only; other methods, and answers without a tag, go through untouched. `megabytes` bounds what is
    kept, with all that leads to it; 0 keeps nothing. `Range` is not looked at, as RFC 9110 §14.2 allows.
    """

    def __init__(self, app: ASGIApp, megabytes: int) -> None:
        self._app = app
        self.kept = FinishedAnswers(megabytes * 1_000_000)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or ask the application inside."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        key, wish = _asked(scope)
        answer = self.kept.find(key)
        if answer is None:
            inside = _without_suffix(scope, wish) if wish.none_match else scope
            await self._app(inside, receive, Finishing(key, wish, scope, self.kept, send))
            return
        note(scope, cached=True, **answer.facts)
        await answer.send(wish, send)


def _asked(scope: Scope) -> tuple[Key, Wish]:
    """Return all that an answer depends on, and what else the request wants."""
    fields: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in _READ:  # several lines of a field are one list (RFC 9110 §5.3)
            fields[name] = fields[name] + b", " + value if name in fields else value
    coding = chosen(fields.get(b"accept-encoding", b""))
    key = (
        scope["path"],
        scope["query_string"],
        fields.get(b"accept", b""),
        coding.suffix,
        fields.get(b"host", b""),
        scope["scheme"],
        scope.get("root_path", ""),
        *(scope.get("server") or ()),  # our own address, where the `Host` is none
    )
    return key, Wish(coding, scope["method"] == "HEAD", fields.get(_NONE_MATCH, b""))


def _without_suffix(scope: Scope, wish: Wish) -> Scope:
    """Return the scope in which `If-None-Match` speaks of the tags that the application gives.

    Left are those that end as this request's would, without that end: what is known of another coding does
    not count. `*` is dropped, as only the answer itself can tell whether there is one.
    """
    headers = [(name, value) for name, value in scope["headers"] if name != _NONE_MATCH]
    known = b"" if is_any(wish.none_match) else b", ".join(_own(tags(wish.none_match), wish.coding.suffix))
    return {**scope, "headers": [*headers, (_NONE_MATCH, known)] if known else headers}


def _own(known: Iterable[bytes], suffix: bytes) -> Iterable[bytes]:
    return (tag.removesuffix(suffix + b'"') + b'"' for tag in known if tag.endswith(suffix + b'"'))
