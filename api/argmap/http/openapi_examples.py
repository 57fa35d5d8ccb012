"""Examples for the OpenAPI document: each query asked with the examples of its own head."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from argmap.catalogue.query_file import QueryFile
from argmap.errors import ArgmapError
from argmap.graph.answer import Answer
from argmap.graph.argument_map import ArgumentMap
from argmap.http.negotiation import Offer
from argmap.http.parameters import filled_by_path
from argmap.http.query_answer import BASE, body
from argmap.http.representations import QUERY
from argmap.model.page import Page

# An example shows what an answer looks like; a page or tree of many kilobytes shows no more.
_ITEMS = 2
_LONGEST_SHOWN_BYTES = 20_000


class Examples:
    """Answers of the queries to their own examples, for a server at `here`; each query is asked once."""

    def __init__(self, graph: ArgumentMap, here: str) -> None:
        self._graph = graph
        self._here = here
        self._answers: dict[str, Answer | None] = {}

    def of(self, query: QueryFile, offer: Offer, path_values: Mapping[str, str]) -> dict[str, Any] | None:
        """Return an OpenAPI example object: the address, and what it answers (as a link, if that is long).

        None where the query has nothing to answer to its example, as over data of one's own.
        """
        values = {**path_values, **_needed(query)}
        if offer != QUERY and query.name not in self._answers:
            self._answers[query.name] = self._asked(query, values)
        written = self._written(query, offer, values)
        if written is None:
            return None
        address = _address(query, path_values)
        if len(written) > _LONGEST_SHOWN_BYTES:
            return {"summary": f"GET {address}", "externalValue": f"{self._here}{address}"}
        shown = json.loads(written) if offer.media_type.endswith("json") else written.decode()
        return {"summary": f"GET {address}", "value": shown}

    def _asked(self, query: QueryFile, values: Mapping[str, str]) -> Answer | None:
        try:
            return self._graph.answer(query, values, _page(query))
        except ArgmapError:
            return None

    def _written(self, query: QueryFile, offer: Offer, values: Mapping[str, str]) -> bytes | None:
        if offer == QUERY:
            return query.bind(values, _page(query)).text.encode()
        answer = self._answers[query.name]
        return body(answer, offer, self._here) if answer else None


def _page(query: QueryFile) -> Page | None:
    return Page(_ITEMS) if query.shape == "list" else None


def _needed(query: QueryFile) -> dict[str, str]:
    """Return the examples of the parameters that must be given in the query string."""
    from_path = filled_by_path(query)
    return {p.name: p.example for p in query.parameters if p.required and p.name not in from_path}


def _address(query: QueryFile, path_values: Mapping[str, str]) -> str:
    parts = (
        quote(path_values.get(part[1:-1], part) if part[:1] == "{" else part)
        for part in str(query.path).split("/")
    )
    given = {**_needed(query), **({"limit": str(_ITEMS)} if query.shape == "list" else {})}
    return BASE + "/".join(parts) + (f"?{urlencode(given)}" if given else "")
