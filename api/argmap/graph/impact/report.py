"""An answer about what falls, which is written as a table and as Markdown too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.impact import Entry, markdown, text
from argmap.graph.answer import Answer


def _nothing(document: dict[str, Any]) -> str:
    return ""


def _empty(document: dict[str, Any]) -> Iterator[Entry]:
    return iter(())


@dataclass(frozen=True)
class Report(Answer):
    """An answer with what makes a table of its document, and an outline for Markdown and for a terminal."""

    as_csv: Callable[[dict[str, Any]], str] = field(default=_nothing, repr=False)
    outline: Callable[[dict[str, Any]], Iterator[Entry]] = field(default=_empty, repr=False)

    def csv(self) -> bytes:
        """Return the document as CSV."""
        return self.as_csv(self.document).encode()

    def markdown(self) -> bytes:
        """Return the document as Markdown."""
        return markdown(self.outline(self.document)).encode()

    def text(self) -> str:
        """Return the document as plain text."""
        return text(self.outline(self.document))
