"""`/api/v1/audits`: which audits there are, and what they find, one by one or a group together."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.catalogue.query_file import QueryFile
from argmap.errors import UnknownParameter
from argmap.formats import findings as formats
from argmap.formats.table import items_csv
from argmap.graph import audit
from argmap.graph.argument_map import ArgumentMap
from argmap.http.conditional import conditional
from argmap.http.links import Link, header, page_links
from argmap.http.negotiation import choose
from argmap.http.origin import root
from argmap.http.parameters import FORMAT, LIMIT, MAX_LIMIT, OFFSET, once, page_of, pairs, wanted_format
from argmap.http.query_answer import BASE, QUERIES
from argmap.http.representations import CSV, JSON, QUERY
from argmap.http.routing import route
from argmap.model.page import Page
from argmap.settings import Settings

AUDITS = BASE + "/audits"
LISTED = ("name", "group", "severity", "summary", "description", "url")


def audit_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the routes of the list of audits, and of what each of them, or each group, finds."""

    def index(request: Request) -> Response:
        offer = choose(
            [JSON, CSV], request.headers.get("accept"), wanted_format(request.scope["query_string"])
        )
        here = root(request, settings)
        return conditional(
            request, (graph.digest, "audits", here, offer.name), lambda: _index(graph, here, offer == CSV)
        )

    def named(request: Request) -> Response:
        return _Asked.read(request).answer(graph, request, root(request, settings))

    return [route(AUDITS, index), route(f"{AUDITS}/{{name}}", named, is_slow=True)]


def _index(graph: ArgumentMap, here: str, as_table: bool) -> Response:
    items = [_listed(query, here) for query in graph.catalogue.audits()]
    if as_table:
        return Response(items_csv(items, LISTED), media_type=CSV.media_type)
    return _json({"items": items, "total": len(items)})


def _listed(query: QueryFile, here: str) -> dict[str, Any]:
    path = f"{BASE}{query.path}" if query.path else f"{AUDITS}/{audit.short_name(query)}"
    return {
        "name": audit.short_name(query),
        "group": query.group or "",
        "severity": query.severity or "",
        "summary": query.summary,
        "description": query.description,
        "url": here + path,
    }


@dataclass(frozen=True)
class _Asked:
    """A request for findings: of which audit or group, about which article, which page of them."""

    name: str
    article: str | None
    page: Page
    format: str | None
    given: Mapping[str, str]

    @classmethod
    def read(cls, request: Request) -> "_Asked":
        """Read the request; raise UnknownParameter, BadParameter and UsageError."""
        given = once(pairs(request.scope["query_string"]))
        known = [audit.ARTICLE, LIMIT, OFFSET, FORMAT]
        for name in given:
            if name not in known:
                raise UnknownParameter(name, known)
        kept = {name: value for name, value in sorted(given.items()) if name not in (LIMIT, OFFSET)}
        name = request.path_params["name"]
        return cls(name, given.get(audit.ARTICLE), page_of(given, MAX_LIMIT), given.get(FORMAT), kept)

    def answer(self, graph: ArgumentMap, request: Request, here: str) -> Response:
        """Return what was asked for."""
        queries = audit.chosen(graph.catalogue, self.name)
        alone = [query for query in queries if audit.short_name(query) == self.name]
        offer = choose([JSON, CSV, *([QUERY] if alone else [])], request.headers.get("accept"), self.format)
        url = here + request.scope["path"]
        identity = (graph.digest, url, str(sorted(self.given.items())), str(self.page), offer.media_type)
        if offer == QUERY:
            text = audit.bind(alone[0], self.article).text
            return conditional(request, identity, lambda: Response(text, media_type=QUERY.media_type))
        return conditional(request, identity, lambda: self._findings(graph, queries, url, here, offer == CSV))

    def _findings(
        self, graph: ArgumentMap, queries: list[QueryFile], url: str, here: str, as_table: bool
    ) -> Response:
        found = audit.audit(graph, self.name, self.article)
        limit, offset = self.page.limit, self.page.offset
        if as_table:
            response = Response(formats.csv(found, limit, offset), media_type=CSV.media_type)
        else:
            names = [audit.short_name(query) for query in queries]
            response = _json(formats.document(found, names, limit, offset))
        links = [Link(f"{here}{QUERIES}/{query.name}", "describedby", QUERY.media_type) for query in queries]
        response.headers["Link"] = header([*links, *page_links(url, self.given, self.page, len(found))])
        return response


def _json(document: Mapping[str, Any]) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), media_type=JSON.media_type)
