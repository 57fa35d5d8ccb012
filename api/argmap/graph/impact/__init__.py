"""What falls if something is withdrawn: from what a query gave to a document."""

from argmap.graph.impact.answering import bearing_answer, dataset, impact_answer, of_nothing_cited, taken_with
from argmap.graph.impact.report import Report

__all__ = ["Report", "bearing_answer", "dataset", "impact_answer", "of_nothing_cited", "taken_with"]
