"""Which part of a framework forces how an argument is labelled; see `docs/explanations.md`."""

from argmap.reasoning.acceptability.explaining.explain import explain
from argmap.reasoning.acceptability.explaining.explanation import Explanation, Manner, Way

__all__ = ["Explanation", "Manner", "Way", "explain"]
