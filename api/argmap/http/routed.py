"""Which route an answer came from: its template is few words, whatever path was asked."""

from collections.abc import Iterable

from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.http.facts import note


class Routed:
    """ASGI application right around the framework that notes the route it took, before the answer begins.

    `routes` are those of the framework, each with an endpoint of its own.
    """

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        self._app = app
        self._templates = {route.endpoint: route.path for route in routes if isinstance(route, Route)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application inside does."""

        async def sending(message: Message) -> None:
            # The framework writes the endpoint into the very scope it was given.
            if message["type"] == "http.response.start" and scope.get("endpoint") in self._templates:
                note(scope, route=self._templates[scope["endpoint"]])
            await send(message)

        await self._app(scope, receive, sending)
