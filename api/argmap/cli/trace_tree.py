"""The tree of a trace."""

from argmap.cli.paths import Step
from argmap.cli.things import branch
from argmap.cli.trees import Branch


def grow(root: Step) -> Branch:
    """The branch of the root with everything below it; a thing met again is not drawn twice."""
    return _grow(root, set())


def _grow(step: Step, drawn: set[str]) -> Branch:
    if step.onward and step.hop["id"] in drawn:
        return branch(step.hop, remark="continued above")
    drawn.add(step.hop["id"])
    return branch(step.hop, below=[_grow(child, drawn) for child in step.onward.values()])
