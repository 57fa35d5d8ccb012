"""Why something stands as it does: from the readings of a dispute to a document."""

from argmap.graph.explanations.answering import SECONDS, explanation_answer
from argmap.graph.explanations.report import ExplanationReport

__all__ = ["SECONDS", "ExplanationReport", "explanation_answer"]
