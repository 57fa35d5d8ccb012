"""What stands in an argument when something is withdrawn; `docs/impact.md` holds the definitions."""

from argmap.reasoning.support.cut_sets import CutSets, cut_sets, lone_sources
from argmap.reasoning.support.impact import impact
from argmap.reasoning.support.reading import read
from argmap.reasoning.support.standing import standing
from argmap.reasoning.support.system import System

__all__ = ["CutSets", "System", "cut_sets", "impact", "lone_sources", "read", "standing"]
