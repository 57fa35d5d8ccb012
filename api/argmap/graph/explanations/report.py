"""An answer that explains: it is written as a table, as an outline, and as a picture to be drawn."""

from dataclasses import dataclass

from argmap.formats.explanations import explanation_dot
from argmap.graph.impact.report import Report


@dataclass(frozen=True)
class ExplanationReport(Report):
    """A report that can be drawn."""

    def dot(self) -> bytes:
        """Return the part of the map that it is about in the DOT language of Graphviz."""
        return explanation_dot(self.document).encode()
