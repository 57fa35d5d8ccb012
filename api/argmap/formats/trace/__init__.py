"""A trace as a document, as text to read, and as a table of its paths."""

from argmap.formats.trace.paths import paths
from argmap.formats.trace.summary import summary
from argmap.formats.trace.trace import Trace
from argmap.formats.trace.walk import MAX_HOPS, MAX_LENGTH

__all__ = ["MAX_HOPS", "MAX_LENGTH", "Trace", "paths", "summary"]
