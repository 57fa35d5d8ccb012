"""argmap's own application with its queries answered inside the server: what it would be without workers.

For a measurement only: nothing here can be stopped, and no limit holds but those of the text.
"""

from collections.abc import AsyncIterator

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat
from starlette.concurrency import run_in_threadpool

from argmap.graph import strangers
from argmap.settings import Limits
from argmap.store.contract import Store
from argmap.store.workers.messages import Question, Started
from argmap.vocabulary import PREFIXES


class Inside:
    """What stands in for the workers: a thread of the server answers."""

    running = waiting = workers = killed = restarts = 0
    ready = True

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store

    def start(self) -> None:
        """There is nothing to start."""

    async def until_ready(self) -> None:
        """It always is."""

    async def close(self) -> None:
        """There is nothing to end."""

    async def ask(self, question: Question, client: str) -> "Whole":
        """Answer a question in a thread, as a whole."""
        return await run_in_threadpool(_answer, self._store, question)


class Whole:
    """A reply that is there as a whole."""

    def __init__(self, kind: str, body: bytes) -> None:
        self.started = Started(kind, None, len(body), None, None, 0.0)
        self._body = body

    async def pieces(self) -> AsyncIterator[bytes]:
        yield self._body

    def close(self) -> None:
        """There is nothing to let go of."""


def _answer(store: Store, question: Question) -> Whole:
    result = store.query(question.text, question.default_graphs, question.named_graphs, question.base)
    if isinstance(result, QueryTriples):
        format_ = RdfFormat.from_media_type(question.formats["graph"] or "")
        return Whole("graph", pyoxigraph.serialize(result, format=format_, prefixes=PREFIXES) or b"")
    kind = "boolean" if isinstance(result, QueryBoolean) else "solutions"
    table = QueryResultsFormat.from_media_type(question.formats[kind] or "")
    return Whole(kind, result.serialize(format=table) or b"")


def put_in() -> None:
    """Have every application made from now on answer inside the server."""
    strangers.Workers = Inside  # type: ignore[misc,assignment]
