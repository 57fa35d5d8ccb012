"""Bytes as `br` or `gzip` (content codings, RFC 9110 §8.4.1); the same bytes always give the same.

Nothing but zlib and brotli is imported, so that any process can encode what it writes.
"""

import zlib
from typing import Literal, Protocol, TypeAlias

import brotli

Name: TypeAlias = Literal["br", "gzip"]

# The best first: at these levels both take about as long, and br is smaller.
NAMES: tuple[Name, ...] = ("br", "gzip")

_BR_QUALITY = 5
_GZIP_LEVEL = 6
_GZIP_FRAME = 16 + zlib.MAX_WBITS  # a gzip header without a clock, unlike the gzip module's


class Encoder(Protocol):
    """What encodes one answer piece by piece; each call may give nothing, or what came before."""

    def compress(self, piece: bytes, /) -> bytes:
        """Take the next piece and return what is ready."""

    def finish(self) -> bytes:
        """Return the rest; nothing may follow."""


def encoder(name: Name) -> Encoder:
    """Return a fresh encoder of the coding `name`."""
    return _Brotli() if name == "br" else _Gzip()


def encoded(name: Name, body: bytes) -> bytes:
    """Return the whole of `body` in the coding `name`; other threads run meanwhile."""
    one = encoder(name)
    return one.compress(body) + one.finish()


class _Brotli:
    def __init__(self) -> None:
        self._compressor = brotli.Compressor(quality=_BR_QUALITY)

    def compress(self, piece: bytes, /) -> bytes:
        return bytes(self._compressor.process(piece))

    def finish(self) -> bytes:
        return bytes(self._compressor.finish())


class _Gzip:
    def __init__(self) -> None:
        self._compressor = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_FRAME)

    def compress(self, piece: bytes, /) -> bytes:
        return self._compressor.compress(piece)

    def finish(self) -> bytes:
        return self._compressor.flush()
