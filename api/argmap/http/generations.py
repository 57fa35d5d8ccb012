"""Which data the server answers from: the next take the place of the last between two requests."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.strangers import Strangers

# Ten times what copying ten million triples to the workers takes.
_READY_SECONDS = 300
_LAST_SECONDS = 60


class Generation:
    """The application about one state of the data, and the workers that go with it."""

    def __init__(self, graph: ArgumentMap, strangers: Strangers, app: ASGIApp) -> None:
        self.graph, self.strangers, self.app = graph, strangers, app
        self.requests = 0
        self.over = asyncio.Event()


class Generations:
    """ASGI application that answers from the current generation.

    A request is answered to its end by the generation that it began with, also after `swap`.
    """

    def __init__(self, first: Generation) -> None:
        self.current = first
        self._retiring: set[asyncio.Future[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the current generation; start and stop with the server (ASGI lifespan)."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        generation = self.current
        generation.requests += 1
        try:
            await generation.app(scope, receive, send)
        finally:
            generation.requests -= 1
            if generation is not self.current and not generation.requests:
                generation.over.set()

    async def swap(self, new: Generation) -> None:
        """Answer from `new` from now on; what was before ends with its last request, or after a minute.

        Raises TimeoutError, and changes nothing, if the new one does not get ready to answer strangers.
        """
        try:
            async with asyncio.timeout(_READY_SECONDS):
                await new.strangers.workers.until_ready()
        except TimeoutError:
            await new.strangers.workers.close()
            raise
        old, self.current = self.current, new
        retiring = asyncio.ensure_future(_retire(old))
        self._retiring.add(retiring)
        retiring.add_done_callback(self._retiring.discard)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.current.strangers.workers.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                for retiring in self._retiring:
                    retiring.cancel()
                await asyncio.gather(*self._retiring, return_exceptions=True)
                await self.current.strangers.workers.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


async def _retire(old: Generation) -> None:
    """End a generation that no new request comes to; a reader who never finishes does not keep it."""
    try:
        if old.requests:
            async with asyncio.timeout(_LAST_SECONDS):
                await old.over.wait()
    except TimeoutError:
        pass
    finally:
        await old.strangers.workers.close()
