"""What the server and a worker say to each other: frames on a socket, and what stands in them.

A frame is a kind (one byte), the length of its body (four bytes, big-endian) and the body.
"""

import json
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEAD = struct.Struct("!cI")
QUESTION, STARTED, DATA, ENDED, FAILED = b"Q", b"S", b"D", b"E", b"F"

# The zygote's word to the server: what happened, to which process, with which exit status.
NEWS = struct.Struct("!cii")
READY, BORN, DIED = b"R", b"B", b"D"

# The server's word to the zygote: a new worker, or an end to this one.
ORDER = struct.Struct("!ci")
FORK, KILL = b"F", b"K"


@dataclass(frozen=True)
class Question:
    """A query, its dataset (None: all graphs), and how to write what it gives.

    `formats` has a media type, or None where the caller accepts none, for each kind of result: `solutions`,
    `boolean` and `graph`. `coding` is the content coding (`gzip`, `br`, or None for none), `base` the IRI
    that relative ones in the text are resolved against.
    """

    text: str
    default_graphs: Sequence[str] | None
    named_graphs: Sequence[str] | None
    formats: dict[str, str | None]
    coding: str | None = None
    base: str | None = None

    def body(self) -> bytes:
        """Return the question as the body of a frame."""
        return json.dumps(vars(self)).encode()


@dataclass(frozen=True)
class Started:
    """The first word of an answer: its kind, its content coding, and its `length` in bytes.

    The length is None if the answer still goes on.
    Of a finished one also the number of rows or triples, and by which limit it was cut (`rows`, `bytes`).
    """

    kind: str
    coding: str | None
    length: int | None
    rows: int | None
    truncated: str | None
    seconds: float


def frame(kind: bytes, body: bytes) -> bytes:
    """Return a frame."""
    return HEAD.pack(kind, len(body)) + body


def told(frame_kind: bytes, members: dict[str, Any]) -> bytes:
    """Return a frame whose body is a JSON object."""
    return frame(frame_kind, json.dumps(members).encode())


def next_question(connection: socket.socket) -> Question | None:
    """Wait for a question; return None when the server has hung up."""
    head = _exactly(connection, HEAD.size)
    if head is None:
        return None
    body = _exactly(connection, HEAD.unpack(head)[1])
    return None if body is None else Question(**json.loads(body))


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    """Return the next `size` bytes, None at the end of the stream."""
    parts = bytearray()
    while len(parts) < size:
        part = connection.recv(min(size - len(parts), 65536))
        if not part:
            return None
        parts += part
    return bytes(parts)
