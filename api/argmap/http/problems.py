"""The one file that knows status codes: what went wrong, as `application/problem+json` (RFC 9457)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from argmap.errors import (
    ArgmapError,
    BadBody,
    BadParameter,
    DisputeTooLarge,
    MissingParameter,
    NotAcceptable,
    NotFound,
    NotFoundAt,
    QueryFailed,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
    TooManyQueries,
    UnknownGraph,
    UnknownParameter,
    UsageError,
    WorkersBusy,
)
from argmap.http.facts import KEY
from argmap.vocabulary import BASE

MEDIA_TYPE = "application/problem+json"
TYPES = BASE + "problem/"


@dataclass(frozen=True)
class Kind:
    """A kind of problem: the end of its type's IRI, its status, what it says in general."""

    name: str
    status: int
    title: str

    @property
    def type(self) -> str:
        """The IRI that names the kind; `about:blank` where the status says it all (RFC 9457 §4.2.1)."""
        return TYPES + self.name if self.name else "about:blank"


UNKNOWN_PARAMETER = Kind("unknown-parameter", 400, "There is no such parameter")
BAD_PARAMETER = Kind("bad-parameter", 400, "A parameter's value does not fit")
MISSING_PARAMETER = Kind("missing-parameter", 400, "A required parameter is missing")
BAD_BODY = Kind("bad-body", 400, "A part of the body does not fit")
BAD_REQUEST = Kind("bad-request", 400, "The request makes no sense")
QUERY_SYNTAX = Kind("query-syntax", 400, "The query is not SPARQL")
BAD_GRAPH = Kind("bad-graph", 400, "There is no such graph")
QUERY_REFUSED = Kind("query-refused", 403, "The query is not allowed here")
QUERY_TIMEOUT = Kind("query-timeout", 504, "The query took too long")
QUERY_TOO_LARGE = Kind("query-too-large", 422, "The query needs too much memory")
DISPUTE_TOO_LARGE = Kind("dispute-too-large", 422, "The dispute is too large for this reading")
QUERY_FAILED = Kind("query-failed", 500, "The query broke the engine")
TOO_MANY_QUERIES = Kind("too-many-queries", 429, "One client asks too many queries at once")
BUSY = Kind("busy", 503, "Too many queries are waiting")
UNAUTHORIZED = Kind("unauthorized", 401, "The token is missing or wrong")
PRIVATE = Kind("private-wording", 403, "This server answers its own machine only")
TOO_MANY_REQUESTS = Kind("too-many-requests", 429, "One client sends too many requests")
TOO_MANY_CONNECTIONS = Kind("too-many-connections", 503, "Too many connections are open")
NOT_READY = Kind("not-ready", 503, "The server cannot answer everything now")
STOPPING = Kind("stopping", 503, "The server is being stopped")
NOT_FOUND = Kind("not-found", 404, "There is no such thing")
UNKNOWN_IN_BODY = Kind("unknown-in-body", 404, "The body names what is not here")
NOT_ACCEPTABLE = Kind("not-acceptable", 406, "No accepted format is on offer")

KINDS = (
    UNKNOWN_PARAMETER,
    BAD_PARAMETER,
    MISSING_PARAMETER,
    BAD_BODY,
    BAD_REQUEST,
    QUERY_SYNTAX,
    BAD_GRAPH,
    QUERY_REFUSED,
    QUERY_TIMEOUT,
    QUERY_TOO_LARGE,
    QUERY_FAILED,
    DISPUTE_TOO_LARGE,
    TOO_MANY_QUERIES,
    BUSY,
    STOPPING,
    UNAUTHORIZED,
    PRIVATE,
    TOO_MANY_REQUESTS,
    TOO_MANY_CONNECTIONS,
    NOT_READY,
    NOT_FOUND,
    UNKNOWN_IN_BODY,
    NOT_ACCEPTABLE,
)

# What becomes of an error, and what it knows beside its message: further members (RFC 9457 §3.2).
# The first that fits counts: subclasses stand before their parents.
BY_ERROR: tuple[tuple[type[ArgmapError], Kind, tuple[str, ...]], ...] = (
    (UnknownParameter, UNKNOWN_PARAMETER, ("name", "known")),
    (BadParameter, BAD_PARAMETER, ("name",)),
    (MissingParameter, MISSING_PARAMETER, ("name",)),
    (BadBody, BAD_BODY, ("pointer",)),
    (UsageError, BAD_REQUEST, ()),
    (QuerySyntaxError, QUERY_SYNTAX, ("line", "column", "excerpt")),
    (UnknownGraph, BAD_GRAPH, ("graph", "held")),
    (QueryRefused, QUERY_REFUSED, ()),
    (QueryTimeout, QUERY_TIMEOUT, ("seconds",)),
    (QueryTooLarge, QUERY_TOO_LARGE, ("megabytes",)),
    (QueryFailed, QUERY_FAILED, ()),
    (DisputeTooLarge, DISPUTE_TOO_LARGE, ("most", "largest")),
    (TooManyQueries, TOO_MANY_QUERIES, ("retry_after",)),
    (WorkersBusy, BUSY, ("retry_after",)),
    (NotFoundAt, UNKNOWN_IN_BODY, ("pointer", "thing", "nearest")),
    (NotFound, NOT_FOUND, ("thing", "nearest")),
    (NotAcceptable, NOT_ACCEPTABLE, ("offered",)),
)


@dataclass(frozen=True)
class Problem:
    """One problem: its kind, the message of this occurrence, further members, and fields of the answer."""

    kind: Kind
    detail: str
    members: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def members_in_full(self) -> dict[str, Any]:
        """Return the members of the JSON object."""
        standard = {"type": self.kind.type, "title": self.kind.title, "status": self.kind.status}
        return {**standard, "detail": self.detail, **self.members}


def describe(error: Exception) -> Problem:
    """Return what callers may know of `error`; nothing of an error that was not foreseen."""
    if isinstance(error, HTTPException):
        return _of_framework(error)
    for kind_of_error, kind, members in BY_ERROR:
        if isinstance(error, kind_of_error):
            said = {member: getattr(error, member) for member in members}
            return Problem(kind, str(error), said, _fields(said))
    return Problem(_plain(500), "Something went wrong on the server; the details are in its log.")


def answer(request: Request, error: Exception) -> Response:
    """Return the answer to a request that ended in `error` (an exception handler of the application)."""
    problem = describe(error)
    # What was noted before is nearer to the cause.
    known = request.scope.get(KEY, {})
    known.setdefault("outcome", problem.kind.name or str(problem.kind.status))
    return response(problem)


def response(problem: Problem) -> Response:
    """Return a problem as an answer (an ASGI application, for those in front of the framework)."""
    # What a caller sent may come back in it, surrogates included: those are not UTF-8.
    body = json.dumps(problem.members_in_full(), ensure_ascii=False, indent=2).encode("utf-8", "replace")
    headers = {"Cache-Control": "no-store", "Vary": "Accept", **problem.headers}
    return Response(body + b"\n", problem.kind.status, headers, media_type=MEDIA_TYPE)


def _fields(said: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields that go with members: when to come back (RFC 9110 §10.2.3)."""
    return {"Retry-After": str(said["retry_after"])} if "retry_after" in said else {}


def _of_framework(error: HTTPException) -> Problem:
    headers = dict(error.headers or {})
    if "Allow" in headers:
        headers["Allow"] = ", ".join(sorted(headers["Allow"].split(", ")))
    return Problem(_plain(error.status_code), _DETAILS.get(error.status_code, error.detail), headers=headers)


_DETAILS = {
    404: "There is nothing at this address; only the root ends with a slash. "
    "All are listed at /openapi.json and at /docs.",
    405: "This address does not take that method; the Allow field says which it takes.",
}


def _plain(status: int) -> Kind:
    return Kind("", status, HTTPStatus(status).phrase)
