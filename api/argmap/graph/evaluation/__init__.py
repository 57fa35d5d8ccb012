"""What stands in the articles: their dispute, how it is read, and what is put down of that."""

from argmap.graph.evaluation.assessing import chosen, put_assessments
from argmap.graph.evaluation.remembered import dispute, reading

__all__ = ["chosen", "dispute", "put_assessments", "reading"]
