"""Any page of any site may read what we publish (CORS, fetch.spec.whatwg.org), never with credentials."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EXPOSED = "Allow, ETag, Link, Truncated"
_MAX_AGE_SECONDS = "86400"


class CrossOrigin:
    """ASGI application around another that adds the CORS fields to whatever comes back, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application inside does, with the CORS fields."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        preflight = scope["method"] == "OPTIONS"

        async def send_shared(message: Message) -> None:
            if message["type"] == "http.response.start":
                _share(MutableHeaders(scope=message), preflight)
            await send(message)

        await self._app(scope, receive, send_shared)


def _share(headers: MutableHeaders, preflight: bool) -> None:
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = EXPOSED
    if preflight and "allow" in headers:
        headers["Access-Control-Allow-Methods"] = headers["allow"]
        headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        headers["Access-Control-Max-Age"] = _MAX_AGE_SECONDS
