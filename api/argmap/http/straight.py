"""GET of what one function answers, past the framework, whose layers take longer than all of ours.

The framework still has the same routes: whatever is not for here finds its way there.
"""

import re
from collections.abc import Iterable, Sequence

from starlette.convertors import PathConvertor, StringConvertor
from starlette.requests import Request
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.http.facts import note
from argmap.http.routing import GetRoute

_GROUP = re.compile(r"\(\?P<(\w+)>")


class Straight:
    """ASGI application around the framework that answers GET and HEAD on its `routes` as it would."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._routes = list(_in_order(routes))
        # One expression of all, as each is tried in turn, and the first that fits is the one.
        self._paths = re.compile("|".join(_named(place, route) for place, route in enumerate(self._routes)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or have the framework answer."""
        found = self._paths.match(scope["path"]) if _is_plain(scope) else None
        route = self._routes[int((found.lastgroup or "")[1:])] if found else None
        if found is None or not isinstance(route, GetRoute):
            await self._app(scope, receive, send)
            return
        given = {name: found[f"{found.lastgroup}_{name}"] for name in route.param_convertors}
        request = Request({**scope, "path_params": given}, receive)
        response = await route.answered(request)
        note(scope, route=route.path)
        await response(scope, receive, send)


def _is_plain(scope: Scope) -> bool:
    """Whether the path is not one that the framework would shorten by the root path."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    prefix = scope.get("root_path", "")
    return not prefix or not scope["path"].startswith(prefix)


def _in_order(routes: Iterable[BaseRoute]) -> Iterable[Route]:
    """Yield the routes that take GET, up to the first that cannot be told by a path of names alone."""
    for route in routes:
        if not isinstance(route, Route) or not _has_names_only(route):
            return
        if route.methods is None or "GET" in route.methods:
            yield route


def _has_names_only(route: Route) -> bool:
    return all(type(each) in (StringConvertor, PathConvertor) for each in route.param_convertors.values())


def _named(place: int, route: Route) -> str:
    """Return the expression of a route's path with groups of its own: all of it, and each variable."""
    path = _GROUP.sub(rf"(?P<r{place}_\1>", route.path_regex.pattern)
    return f"(?P<r{place}>{path})"
