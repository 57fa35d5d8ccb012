"""What falls, and what carries most: as a table, and as an outline for Markdown and for a terminal."""

from argmap.formats.impact.bearing import bearing_csv, bearing_outline
from argmap.formats.impact.falling import impact_outline
from argmap.formats.impact.outline import Entry, markdown, text
from argmap.formats.impact.table import impact_csv

__all__ = ["Entry", "bearing_csv", "bearing_outline", "impact_csv", "impact_outline", "markdown", "text"]
