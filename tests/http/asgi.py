"""Ask an ASGI application in this process, and see the very bytes of the answer."""

import asyncio
import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import brotli
from starlette.types import ASGIApp, Message, Scope

_DECODE = {"": bytes, "br": brotli.decompress, "gzip": gzip.decompress}


@dataclass
class Got:
    """An answer: the fields by name, the body as it was sent, and what was noted of the request."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)
    complete: bool = False
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)

    @property
    def text(self) -> bytes:
        """The body, decoded."""
        return bytes(_DECODE[self.headers.get("content-encoding", "")](self.body))

    async def __call__(self, message: Message) -> None:
        assert not self.complete
        if message["type"] == "http.response.start":
            assert not self.status
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            assert len(self.headers) == len(message["headers"])
        else:
            assert self.status
            self.pieces.append(message.get("body", b""))
            self.complete = not message.get("more_body", False)


def ask(app: ASGIApp, url: str = "/", headers: Mapping[str, str] | None = None, method: str = "GET") -> Got:
    """Return what `app` answers."""
    return asyncio.run(asking(app, url, headers, method))


async def asking(
    app: ASGIApp, url: str = "/", headers: Mapping[str, str] | None = None, method: str = "GET"
) -> Got:
    """Return what `app` answers, inside an event loop."""
    got = Got()
    await app(scope(url, headers or {}, method, got.facts), _receive, got)
    assert got.complete
    return got


def scope(url: str, headers: Mapping[str, str], method: str, facts: dict[str, Any]) -> Scope:
    """Return the scope of a request."""
    path, _, query = url.partition("?")
    fields = {"host": "argmap.example", **headers}
    return {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in fields.items()],
        "server": ["127.0.0.1", 8000],
        "argmap": facts,
    }


async def _receive() -> Message:
    """Wait for the caller to go away, who never does."""
    await asyncio.Event().wait()
    return {"type": "http.disconnect"}
