"""One worker: answers one query at a time, and is killed by the kernel when one takes too long."""

import signal
import socket
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import IO, Any, cast

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Triple

from argmap.content_coding import Encoder, Name, encoder
from argmap.errors import QueryRefused, QuerySyntaxError, UnknownGraph
from argmap.settings import Limits
from argmap.store.contract import Result
from argmap.store.embedded import EmbeddedStore
from argmap.store.safety import refuse_unsafe, unsupported
from argmap.store.workers.messages import (
    DATA,
    ENDED,
    FAILED,
    STARTED,
    Question,
    Started,
    frame,
    next_question,
    told,
)
from argmap.store.workers.rows import NOTATIONS, LimitReached, Rows, RowTooLarge
from argmap.store.workers.sandbox import give_back_memory, resident_bytes
from argmap.vocabulary import PREFIXES

# An answer up to this size is finished before its first byte goes out, so that it can say what was cut.
HELD_BYTES = 16_000_000
# A worker that has grown by so much, or answered so many, makes place for a fresh one.
_RETIRE_BYTES = 100_000_000
_RETIRE_QUERIES = 10_000
# Below this an encoded answer is hardly smaller than the packet it travels in.
SMALLEST_ENCODED = 1024
_FRAME_BYTES = 262_144
# How the RDF formats that have comments say that they were cut.
_MUTE = ("application/ld+json",)
_CUT_NOTES = {
    "text/turtle": b"# truncated\n",
    "application/n-triples": b"# truncated\n",
    "application/rdf+xml": b"\n<!-- truncated -->\n",
}


def work(connection: socket.socket, store: EmbeddedStore, limits: Limits) -> None:
    """Answer questions until the server hangs up or it is time to make place for a fresh worker."""
    at_first = resident_bytes()
    graphs = store.graphs()
    for number in range(1, _RETIRE_QUERIES + 1):
        question = next_question(connection)
        if question is None:
            return
        kind, members = _answer(connection, store, graphs, question, limits)
        last = number == _RETIRE_QUERIES or resident_bytes() - at_first > _RETIRE_BYTES
        connection.sendall(told(kind, {**members, "last": last}))
        if last:
            return


def _answer(
    connection: socket.socket,
    store: EmbeddedStore,
    graphs: Collection[str],
    question: Question,
    limits: Limits,
) -> tuple[bytes, dict[str, Any]]:
    """Answer a question and return the last word on it."""
    # The kernel ends the process when the time is up: nothing else stops the engine.
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        dataset = [*(question.default_graphs or ()), *(question.named_graphs or ())]
        refuse_unsafe(question.text, graphs, dataset, limits)
        return ENDED, _Writer(connection, question, limits).write(store)
    except UnknownGraph as error:
        return FAILED, {"reason": "bad-graph", "graph": error.graph, "held": error.held}
    except QueryRefused as error:
        return FAILED, {"reason": "refused", "message": error.reason}
    except QuerySyntaxError as error:
        place = {"line": error.line, "column": error.column, "excerpt": error.excerpt}
        return FAILED, {"reason": "syntax", "message": error.message, **place}
    except _NotAcceptable as error:
        return FAILED, {"reason": "not-acceptable", "kind": str(error)}
    except (MemoryError, RowTooLarge):
        return FAILED, {"reason": "memory"}
    except (RuntimeError, ValueError) as error:  # what the engine understands and cannot do
        return FAILED, {"reason": "refused", "message": unsupported(question.text, str(error)).reason}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class _NotAcceptable(Exception):
    """The caller takes no format for this kind of result."""


class _Writer:
    """The answer to one question, on its way to the server."""

    def __init__(self, connection: socket.socket, question: Question, limits: Limits) -> None:
        self._connection, self._question, self._limits = connection, question, limits
        self._encoder: Encoder | None = None
        self._held = bytearray()
        self._going = False
        self._since = time.monotonic()
        self._kind = ""

    def write(self, store: EmbeddedStore) -> dict[str, Any]:
        """Answer the question, all at once or piece by piece, and return what there is to say in the end."""
        asked = self._question
        result = store.query(asked.text, asked.default_graphs, asked.named_graphs, asked.base)
        self._kind = _kind(result)
        media_type = asked.formats[self._kind]
        if media_type is None:
            raise _NotAcceptable(self._kind)
        rows, truncated = self._serialize(result, media_type)
        del result
        if len(self._held) > _FRAME_BYTES:
            give_back_memory()  # a slow reader may keep this process for long
        self._end(rows, truncated)
        return {"rows": rows, "truncated": truncated}

    def _serialize(self, result: Result, media_type: str) -> tuple[int, str | None]:
        if isinstance(result, QueryTriples):
            return self._triples(result, media_type)
        if isinstance(result, QueryBoolean):
            self._take(_boolean(result, media_type))
            return 1, None
        return self._table(result, media_type)

    def _table(self, result: QuerySolutions, media_type: str) -> tuple[int, str | None]:
        rows = Rows(NOTATIONS[media_type], self._limits.rows, self._limits.result_bytes, self._take)
        format_ = QueryResultsFormat.from_media_type(media_type)
        with suppress(LimitReached):
            result.serialize(cast("IO[bytes]", rows), format=format_)
        rows.finish()
        return rows.rows, rows.truncated

    def _triples(self, result: QueryTriples, media_type: str) -> tuple[int, str | None]:
        # What has begun and has no way to say that it was cut must not look whole: it stays without its end.
        triples = _Triples(result, self._limits, self._take, lambda: self._going and media_type in _MUTE)
        format_ = RdfFormat.from_media_type(media_type)
        with suppress(LimitReached):
            pyoxigraph.serialize(triples, cast("IO[bytes]", triples), format=format_, prefixes=PREFIXES)
        if triples.truncated:
            self._take(_CUT_NOTES.get(media_type, b""))
        return triples.rows, triples.truncated

    def _take(self, data: bytes) -> None:
        """Take a piece of the answer; hold it back as long as there is room."""
        self._held += self._encoder.compress(data) if self._encoder else data
        if self._question.coding and self._encoder is None and len(self._held) >= SMALLEST_ENCODED:
            self._encoder = encoder(cast("Name", self._question.coding))
            self._held = bytearray(self._encoder.compress(bytes(self._held)))
        if len(self._held) > HELD_BYTES and not self._going:
            self._going = True
            self._start(None, None, None)
        if self._going:
            self._send_held()

    def _end(self, rows: int, truncated: str | None) -> None:
        if self._encoder:
            self._held += self._encoder.finish()
        signal.setitimer(signal.ITIMER_REAL, 0)  # what is left to do is up to the reader
        if not self._going:
            self._start(len(self._held), rows, truncated)
        self._send_held()

    def _start(self, length: int | None, rows: int | None, truncated: str | None) -> None:
        seconds = time.monotonic() - self._since
        coding = self._question.coding if self._encoder else None
        said = Started(self._kind, coding, length, rows, truncated, seconds)
        self._connection.sendall(told(STARTED, vars(said)))

    def _send_held(self) -> None:
        with memoryview(self._held) as held:
            for start in range(0, len(held), _FRAME_BYTES):
                self._connection.sendall(frame(DATA, bytes(held[start : start + _FRAME_BYTES])))
        self._held.clear()


class _Triples:
    """Triples for the engine to write, no more than the limits allow, and the file that it writes into."""

    def __init__(
        self,
        triples: QueryTriples,
        limits: Limits,
        sink: Callable[[bytes], object],
        breaks_off: Callable[[], bool],
    ) -> None:
        self.rows = 0
        self.truncated: str | None = None
        self._triples, self._limits, self._sink = triples, limits, sink
        self._breaks_off = breaks_off
        self._bytes = 0

    def __iter__(self) -> Iterator[Triple]:
        for triple in self._triples:
            if self.rows >= self._limits.rows or self._bytes > self._limits.result_bytes:
                self.truncated = "rows" if self.rows >= self._limits.rows else "bytes"
                if self._breaks_off():
                    raise LimitReached
                return
            self.rows += 1
            yield triple

    def write(self, chunk: bytes) -> int:
        self._bytes += len(chunk)
        self._sink(chunk)
        return len(chunk)

    def flush(self) -> None:
        pass


def _kind(result: Result) -> str:
    if isinstance(result, QueryTriples):
        return "graph"
    return "boolean" if isinstance(result, QueryBoolean) else "solutions"


def _boolean(result: QueryBoolean, media_type: str) -> bytes:
    if media_type == "text/plain":  # a truth value has no form in CSV and TSV
        return b"true" if result else b"false"
    return result.serialize(format=QueryResultsFormat.from_media_type(media_type)) or b""
