"""Why something is labelled as it is: for readers, as a table, and as a picture to be drawn."""

from argmap.formats.explanations.dot import explanation_dot
from argmap.formats.explanations.outline import explanation_outline
from argmap.formats.explanations.table import explanation_csv

__all__ = ["explanation_csv", "explanation_dot", "explanation_outline"]
