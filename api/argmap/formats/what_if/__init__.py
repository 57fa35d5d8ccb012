"""What would be if something were supposed: as a table, and as an outline for a terminal."""

from argmap.formats.what_if.outline import what_if_text
from argmap.formats.what_if.table import what_if_csv

__all__ = ["what_if_csv", "what_if_text"]
