"""Strangers' queries: checked and run where they can do no harm."""

from argmap.errors import QueryRefused, QuerySyntaxError, QueryTooLarge, UnknownGraph
from argmap.graph.argument_map import ArgumentMap
from argmap.settings import Limits
from argmap.store.safety import refuse_long
from argmap.store.workers.messages import Question
from argmap.store.workers.pool import Workers
from argmap.store.workers.reply import Reply, WorkerFailed


class Strangers:
    """What anybody may ask of a graph, within limits; `workers` are the processes that answer."""

    def __init__(self, graph: ArgumentMap, limits: Limits) -> None:
        self.workers = Workers(graph.open_store, limits)
        self.limits = limits

    async def ask(self, question: Question, client: str) -> Reply:
        """Return the reply to a question of `client` (an address); it has to be closed.

        Raises QueryRefused, UnknownGraph, QuerySyntaxError, QueryTimeout, QueryTooLarge, QueryFailed,
        TooManyQueries, WorkersBusy; WorkerFailed (`not-acceptable`) when the question has no format for this
        kind of result.
        """
        refuse_long(question.text, self.limits)
        try:
            return await self.workers.ask(question, client)
        except WorkerFailed as failure:
            raise self._told(failure) from failure

    def _told(self, failure: WorkerFailed) -> Exception:
        said = failure.members
        if failure.reason == "syntax":
            return QuerySyntaxError(said["message"], said["line"], said["column"], said["excerpt"])
        if failure.reason == "bad-graph":
            return UnknownGraph(said["graph"], said["held"])
        if failure.reason == "refused":
            return QueryRefused(said["message"])
        if failure.reason == "memory":
            return QueryTooLarge(self.limits.megabytes)
        return failure
